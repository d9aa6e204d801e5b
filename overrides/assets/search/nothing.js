// What is said when nothing was found. Loaded only then.

import { count } from "./find.js";
import { counted, joined, make } from "./made.js";
import { likeNames } from "./mended.js";
import { known } from "./query.js";
import { address } from "./state.js";

const searching = (state, text, extra = {}) =>
  make("a", { href: address({ ...state, query: text, ...extra }), textContent: text, className: "again", dir: "auto" });

// Nothing was found: what was tried, each part alone, and what is near.
export const nothing = async (state, list, open) => {
  const lines = [];
  if (open) lines.push(make("p", {}, `Without the choices: `, make("a", { className: "again", href: address({ ...state, chosen: {} }), textContent: counted(open) }), "."));
  const tried = make("ul", {});
  if (list.length > 1 || !open) {
    for (const unit of list) {
      const askable = unit.kind === "word" ? await known(unit).catch(() => unit) : unit;
      const size = askable ? await count(askable) : 0;
      tried.append(make("li", {}, size ? searching({ ...state, chosen: {} }, unit.typed.replaceAll(/[“”]/gu, '"')) : make("bdi", { textContent: unit.typed }), `: ${size ? counted(size) : "in no release"}`));
    }
  }
  if (tried.children.length) lines.push(make("p", { textContent: list.length > 1 ? "What was tried, each part alone:" : "What was tried:" }), tried);
  const words = list.filter((unit) => unit.kind === "word" || unit.kind === "phrase").map((unit) => unit.typed.replaceAll(/[“”]/gu, ""));
  const near = (await Promise.all([words.join(" "), ...words].slice(0, 6).map((word) => likeNames(word).catch(() => [])))).flat();
  const names = [...new Map(near.map((one) => [one.to, one])).values()].slice(0, 5);
  if (names.length) lines.push(make("p", {}, "Nearest names: ", ...joined(names.map((one) => searching({ ...state, chosen: {} }, one.heading)), "and"), "."));
  lines.push(make("p", { textContent: "The lists below lead to everything that is held." }));
  return lines;
};
