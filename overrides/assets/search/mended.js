// Misspellings: what no text has is taken for the nearest name or word that is known. Loaded only
// when a query has such a word.

import { distance, key } from "./key.js";
import { MOST_MEANT, known } from "./query.js";
import { namesOf, nearNames, nearWords, record } from "./tables.js";

const reach = (length) => (length < 4 ? 0 : length < 6 ? 1 : 2);

const nearest = (one, keys) => {
  const found = [];
  for (const other of keys) {
    const apart = distance(one, other, reach(Math.min(one.length, other.length)));
    if (apart < Infinity) found.push([apart, other]);
  }
  return found.sort((a, b) => a[0] - b[0] || Math.abs(a[1].length - one.length) - Math.abs(b[1].length - one.length) || (a[1] < b[1] ? -1 : 1));
};

// Records whose names are nearly what was typed, nearest first; each once.
export const likeNames = async (typed) => {
  const one = key(typed);
  if (one.length < 4) return [];
  const found = new Map();
  for (const [apart, name] of nearest(one, await nearNames(one)).slice(0, 12)) {
    for (const [number, , capitals] of await namesOf(name)) {
      if (!capitals && !found.has(number)) found.set(number, { apart, ...(await record(number)) });
    }
  }
  return [...found.values()].slice(0, 5);
};

export const likeWord = async (typed) => {
  const one = key(typed);
  return one.length < 4 ? null : nearest(one, await nearWords(one))[0]?.[1] ?? null;
};

// The query with what is not written in any text put right: names first, then words. Each change
// is told; `null` where nothing near is known.
export const mended = async (list) => {
  let result = [...list];
  for (const unit of list) {
    const at = result.indexOf(unit);
    if (at < 0 || unit.kind !== "word") continue;
    const fine = await known(unit);
    if (fine) {
      result[at] = fine;
      continue;
    }
    const name = await likeRun(result, at);
    if (name) {
      result = [...result.slice(0, name.from), name.unit, ...result.slice(name.to)];
      continue;
    }
    const word = await likeWord(unit.words);
    if (!word) return null;
    result[at] = { ...unit, words: word, like: true };
  }
  return result;
};

const RUN = 4;

// The longest run of names and words around place `at` that is nearly one record's name.
const likeRun = async (list, at) => {
  for (let size = RUN; size; size -= 1) {
    for (let from = Math.max(0, at - size + 1); from <= at && from + size <= list.length; from += 1) {
      const run = list.slice(from, from + size);
      if (run.some((unit) => unit.like || (unit.kind !== "word" && unit.kind !== "name"))) continue;
      const typed = run.map((unit) => unit.typed).join(" ");
      const found = await likeNames(typed);
      const meant = found.filter((one) => one.apart === found[0].apart).map((one) => ({ ...one, ground: "like" }));
      if (meant.length && meant.length <= MOST_MEANT) {
        return { from, to: from + size, unit: { kind: "name", typed, literal: "", meant, like: true } };
      }
    }
  }
  return null;
};
