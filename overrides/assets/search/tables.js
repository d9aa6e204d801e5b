// The tables beside the search page (generator/exports/finding), asked for part by part. An archive
// may be searched together with others: a name or a word is looked up in each of them.

import { HERE, archives, table } from "./archives.js";

// The number of the part in which a key stands, or would stand.
const partOf = (starts, key) => Math.max(0, starts.findLastIndex((first) => first <= key));

const headOf = (archive) => table(archive, "names");

// What the tables say of the language of queries: this archive's own.
export const head = () => headOf({ base: HERE });

const here = async (archive, key) => {
  const found = await table(archive, `names-${partOf((await headOf(archive)).keys, key)}`);
  return Object.hasOwn(found, key) ? found[key] : [];
};

// A record's number says in which archive it is.
export const record = async (number) => {
  const [at, place] = number.split(" ").map(Number);
  const archive = (await archives())[at];
  const { records } = await headOf(archive);
  const one = (await table(archive, `records-${Math.floor(place / records)}`))[place % records];
  return { ...one, to: new URL(one.to, archive.base).href };
};

// `[number, ground]` of each record that a name leads to; one that several archives have, once.
export const namesOf = async (key) => {
  const all = await archives();
  const lists = await Promise.all(all.map((archive) => here(archive, key)));
  const found = lists.flatMap((list, at) => list.map(([place, ...rest]) => [`${at} ${place}`, ...rest]));
  if (all.length === 1) return found;
  const signs = await Promise.all(found.map(async ([number]) => (await record(number)).sign));
  return found.filter((_, place) => signs.indexOf(signs[place]) === place);
};

const hasWord = async (archive, key) => {
  const starts = (await headOf(archive)).words;
  const place = partOf(starts, key);
  const words = await table(archive, `words-${place}`);
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle] < key) low = middle + 1;
    else high = middle;
  }
  return (words[low] ?? starts[place + 1] ?? "").startsWith(key);
};

// Whether the texts have a word that begins like this.
export const isWord = async (key) => (await Promise.all((await archives()).map((archive) => hasWord(archive, key)))).includes(true);

const MOST_PARTS = 16;

// All keys of one table that may be meant by a misspelt one: those of its first letter, and of the
// parts next to it.
const near = async (kind, starts, key) => {
  const lists = await Promise.all(
    (await archives()).map(async (archive) => {
      const firsts = (await headOf(archive))[starts];
      const own = partOf(firsts, key);
      const [from, to] = [partOf(firsts, key[0]), partOf(firsts, `${key[0]}\uffff`)];
      const places = Array.from({ length: to - from + 1 }, (_, step) => from + step);
      places.sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
      return Promise.all([...new Set([...places.slice(0, MOST_PARTS), 0])].map((place) => table(archive, `${kind}-${place}`)));
    }),
  );
  return [...new Set(lists.flat().flatMap((each) => (Array.isArray(each) ? each : Object.keys(each))))];
};

export const nearWords = (key) => near("words", "words", key);
export const nearNames = (key) => near("names", "keys", key);
