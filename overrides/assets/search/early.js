// What every search waits for, begun before the page is drawn and its other scripts are there.

import { warm } from "./engine.js";
import { head } from "./tables.js";

warm();
head().catch(() => {});
