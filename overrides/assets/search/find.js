// From units to releases: the index is asked for each unit, the answers are joined here.

import { ranks, total } from "./archives.js";
import { ask, fragment } from "./engine.js";
import { daySign, key } from "./key.js";
import { head } from "./tables.js";

// Where the record of a name leads to this many releases, its letters are not looked for besides.
const PLENTY = 25;

// What is asked for one unit: any of these will do; the first number is what a hit is worth.
const questions = (unit) => {
  if (unit.kind === "phrase") return unit.forms.map((words) => [1, `"${words}"`]);
  if (unit.kind === "date") return [[2, daySign(unit.date)]];
  if (unit.kind === "name") return unit.meant.map((one) => [2, one.sign]);
  if (unit.hyphened) return [[1, `"${unit.words}"`], [1, unit.words.replaceAll(" ", "-")], [1, unit.words.replaceAll(" ", "")]];
  const words = [[1, unit.words]];
  if (unit.stem) words.push([0.8, unit.stem]);
  if (/^[12]\d{3}$/u.test(unit.words)) words.push([2, daySign(unit.words)]);
  return words;
};

const add = async (found, [worth, words]) => {
  for (const { id, score, places } of await ask(words)) {
    const known = found.get(id) ?? { score: 0, times: 0, places: [] };
    // Where scores of one unit are added, their sum stays below that of two units.
    known.score = Math.max(known.score, worth * (score / (1 + score))) + 0.01 * known.times;
    known.times += 1;
    known.places.push(...places);
    found.set(id, known);
  }
};

// Releases that have the unit: id → score, and the places of what was found.
const having = async (unit) => {
  const found = new Map();
  for (const each of questions(unit)) await add(found, each);
  if (unit.literal && found.size < PLENTY) await add(found, [1, `"${unit.literal}"`]);
  return found;
};

// Words that stand side by side in the query are asked for together: Pagefind weighs them best.
// Those that nearly every release has are not asked for where there is anything else to go by.
const gathered = async (units) => {
  const common = new Set((await head().catch(() => ({}))).common ?? []);
  const telling = units.filter((unit) => unit.kind !== "word" || !common.has(key(unit.words)));
  const asked = telling.length ? telling : units;
  const words = asked.filter((unit) => unit.kind === "word" && !unit.stem && !unit.hyphened && !/^\d{4}$/u.test(unit.words));
  const others = asked.filter((unit) => !words.includes(unit));
  return words.length ? [{ kind: "word", words: words.map((unit) => unit.words).join(" "), many: words.length }, ...others] : others;
};

// The releases that have all units, the best match first: `{ id, places }`.
export const find = async (units) => {
  if (!units.length) return Array.from({ length: await total() }, (_, id) => ({ id, places: [] }));
  const answers = await Promise.all((await gathered(units)).map(having));
  const [first, ...others] = answers.sort((a, b) => a.size - b.size);
  const joined = [];
  for (const [id, known] of first) {
    const rest = others.map((answer) => answer.get(id));
    if (rest.includes(undefined)) continue;
    const all = [known, ...rest];
    joined.push({ id, score: all.reduce((sum, each) => sum + each.score, 0), places: all.flatMap((each) => each.places) });
  }
  return joined.sort((a, b) => b.score - a.score || a.id - b.id);
};

// How many releases have one unit alone.
export const count = async (unit) => (await having(unit)).size;

// The text of a release and the places of its words that were found.
export const opened = async ({ id, places }) => ({ fragment: await fragment(id), hits: new Set(places) });

// The newest first: the order of the archive's days; undated releases last, whichever way.
export const byDate = async (found, newest) => {
  const { rank, dated } = await ranks();
  const late = (id) => (rank(id) < dated ? 0 : 1);
  return [...found].sort((a, b) => late(a.id) - late(b.id) || (newest ? 1 : -1) * (rank(a.id) - rank(b.id)));
};
