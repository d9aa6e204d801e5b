// From units to releases: Pagefind is asked for each unit, the answers are joined here.

import { daySign } from "./key.js";

let pagefind;

const there = (name) => new URL(`../../pagefind/${name}`, import.meta.url);

// Of an index without pages Pagefind would complain where nobody can answer.
export const start = async () => {
  const [made, entry] = await Promise.all([import(there("pagefind.js")), fetch(there("pagefind-entry.json"))]);
  if (!Object.keys((await entry.json()).languages).length) throw new Error("no page is indexed");
  await made.init();
  pagefind = made;
};

const asked = new Map();

const ask = async (words) => {
  if (!asked.has(words)) asked.set(words, pagefind.search(words).then((answer) => answer.results));
  return asked.get(words);
};

// What is asked for one unit: any of these will do; the first number is what a hit is worth.
const questions = (unit) => {
  if (unit.kind === "phrase") return unit.forms.map((words) => [1, `"${words}"`]);
  if (unit.kind === "date") return [[2, daySign(unit.date)]];
  if (unit.kind === "name") return [...unit.meant.map((one) => [2, one.sign]), ...(unit.literal ? [[1, `"${unit.literal}"`]] : [])];
  if (unit.hyphened) return [[1, `"${unit.words}"`], [1, unit.words.replaceAll(" ", "-")], [1, unit.words.replaceAll(" ", "")]];
  const words = [[1, unit.words]];
  if (unit.stem) words.push([0.8, unit.stem]);
  if (/^[12]\d{3}$/u.test(unit.words)) words.push([2, daySign(unit.words)]);
  return words;
};

// Releases that have the unit: id → score and Pagefind's own answers, which know where the hits are.
const having = async (unit) => {
  const found = new Map();
  for (const [worth, words] of questions(unit)) {
    for (const result of await ask(words)) {
      const known = found.get(result.id) ?? { score: 0, results: [] };
      // Where scores of one unit are added, their sum stays below that of two units.
      known.score = Math.max(known.score, worth * (result.score / (1 + result.score))) + 0.01 * known.results.length;
      known.results.push(result);
      found.set(result.id, known);
    }
  }
  return found;
};

// Words that stand side by side in the query are asked for together: Pagefind weighs them best.
const gathered = (units) => {
  const words = units.filter((unit) => unit.kind === "word" && !unit.stem && !unit.hyphened && !/^\d{4}$/u.test(unit.words));
  const others = units.filter((unit) => !words.includes(unit));
  return words.length ? [{ kind: "word", words: words.map((unit) => unit.words).join(" "), many: words.length }, ...others] : others;
};

// The releases that have all units, the best match first: `{ id, results }`.
export const find = async (units) => {
  const answers = await Promise.all(gathered(units).map(having));
  if (!answers.length) return (await ask(null)).map((result) => ({ id: result.id, score: 0, results: [result] }));
  const [first, ...others] = answers.sort((a, b) => a.size - b.size);
  const joined = [];
  for (const [id, known] of first) {
    const rest = others.map((answer) => answer.get(id));
    if (rest.includes(undefined)) continue;
    const all = [known, ...rest];
    joined.push({ id, score: all.reduce((sum, each) => sum + each.score, 0), results: all.flatMap((each) => each.results) });
  }
  return joined.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
};

// How many releases have one unit alone.
export const count = async (unit) => (await having(unit)).size;

// The text of a release and the places of its words that were found.
export const opened = async ({ results }) => {
  const hits = new Set();
  let fragment;
  // One after the other: Pagefind keeps one object for each release and writes each answer into it.
  for (const result of results) {
    fragment = await result.data();
    for (const at of fragment.locations) hits.add(at);
  }
  return { fragment, hits };
};
