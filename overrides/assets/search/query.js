// What a query asks for: phrases in quotes, dates, names in any spelling, and other words.

import { key } from "./key.js";
import { head, isWord, namesOf, record } from "./tables.js";

const LONGEST = 300;
const NAME_WORDS = 8;
export const MOST_MEANT = 4;
const MOST_UNITS = 24;
// Directions of writing, marks that nobody sees, controls.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;

export const plain = (query) => query.slice(0, LONGEST).replace(UNSEEN, " ").replace(/\s+/gu, " ").trim();

// Signs that end no word, and the possessive that is part of none.
const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/['’]s$/u, "");

// How Pagefind is asked for words: a hyphen parts words there, and here it must not matter.
const loose = (text) => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();

const pieces = (query) =>
  [...query.matchAll(/["“”„«]([^"“”„«»]*)["“”»]|[^\s"“”„«»]+/gu)]
    .map(([whole, quoted]) => (quoted === undefined ? { word: whole } : { phrase: quoted.trim() }))
    .filter((piece) => loose(piece.word ?? piece.phrase));

const iso = (year, month, day) => {
  const [y, m, d] = [year, month, day].map((part) => (part === undefined ? undefined : Number(part)));
  if (!(y >= 1000 && y <= 2999) || !(m >= 1 && m <= 12)) return null;
  if (d === undefined) return `${y}-${String(m).padStart(2, "0")}`;
  const real = new Date(Date.UTC(y, m - 1, d));
  return real.getUTCMonth() === m - 1 ? real.toISOString().slice(0, 10) : null;
};

// A date at the beginning of `words`: how many of them, and the day or month in ISO form.
const dateAt = (words, months) => {
  const [one, two, three] = words.slice(0, 3).map((word) => word.replace(/[,.]+$/u, ""));
  const month = (word) => (word && Object.hasOwn(months, word.toLowerCase()) ? months[word.toLowerCase()] : undefined);
  const day = (word) => /^(\d{1,2})(?:st|nd|rd|th)?$/iu.exec(word ?? "")?.[1];
  const year = (word) => /^(\d{4})(?:г|年|년)?$/u.exec(word ?? "")?.[1];
  const made = (count, ...parts) => {
    const found = iso(...parts);
    return found && { count, date: found };
  };
  const dashed = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?$/u.exec(one);
  if (dashed) return made(1, ...dashed.slice(1));
  const dotted = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(one);
  if (dotted) return made(1, dotted[3], dotted[2], dotted[1]);
  const east = /^(\d{4})[年년](\d{1,2})[月월](?:(\d{1,2})[日일])?$/u.exec(one);
  if (east) return made(1, ...east.slice(1));
  const parted = /^(\d{4})년 (\d{1,2})월(?: (\d{1,2})일)?/u.exec(words.slice(0, 3).join(" "));
  if (parted) return made(parted[3] ? 3 : 2, ...parted.slice(1));
  if (day(one) && month(two) && year(three)) return made(3, year(three), month(two), day(one));
  if (month(one) && day(two) && year(three)) return made(3, year(three), month(one), day(two));
  if (month(one) && year(two)) return made(2, year(two), month(one));
  return null;
};

// The word without what may be glued to its end.
const stem = (word, particles) => {
  if (!/^[가-힣]{3,}$/u.test(word)) return null;
  const end = particles.find((particle) => word.endsWith(particle) && word.length - particle.length >= 2);
  return end ? word.slice(0, -end.length) : null;
};

const counts = (entries, text) => entries.filter(([, , capitals]) => !capitals || text === text.toUpperCase());

// Whom the first words name: the longest run that does; a Korean word also without its particle.
const nameAt = async (words, particles) => {
  for (let count = Math.min(NAME_WORDS, words.length); count; count -= 1) {
    const typed = words.slice(0, count).join(" ");
    const text = typed.replace(/['’]s$/u, "");
    const last = stem(words[count - 1], particles);
    for (const form of last ? [text, [...words.slice(0, count - 1), last].join(" ")] : [text]) {
      const found = key(form).length > 1 ? counts(await namesOf(key(form)), bare(form)) : [];
      if (found.length && found.length <= MOST_MEANT) return { count, typed, form, found };
    }
  }
  return null;
};

const nameUnit = async ({ typed, form, found }) => ({
  kind: "name",
  typed,
  literal: found.some(([, , capitals]) => capitals) ? "" : loose(form),
  meant: await Promise.all(found.map(async ([number, ground]) => ({ ...(await record(number)), ground }))),
});

const wordUnit = (typed, particles) => {
  const word = bare(typed);
  return { kind: "word", typed, words: loose(word), stem: stem(word, particles), hyphened: /[\p{L}\p{N}][-‐‑–][\p{L}\p{N}]/u.test(word) };
};

const PHRASE = 8;

// A phrase as typed, without its hyphens, and with one between any two words: a text may have them.
const phraseUnit = (typed) => {
  const words = loose(typed).split(" ");
  const joined = words.length > PHRASE ? [] : words.slice(1).map((_, at) => [...words.slice(0, at), `${words[at]}-${words[at + 1]}`, ...words.slice(at + 2)].join(" "));
  const hyphened = typed.replace(/[‐‑–]/gu, "-").replace(/[^\p{L}\p{N}\p{M}-]+/gu, " ").trim();
  return { kind: "phrase", typed: `“${typed}”`, words: words.join(" "), forms: [...new Set([words.join(" "), hyphened, ...joined])] };
};

// The units of a query: a release must have all of them.
export const units = async (query) => {
  const { months, particles } = await head();
  const made = [];
  const list = pieces(query);
  // What is looked up one after the other is asked for at once.
  for (const { word } of list) if (word) Promise.all([namesOf(key(word)), isWord(key(word))]).catch(() => []);
  for (let at = 0; at < list.length && made.length < MOST_UNITS; ) {
    if (list[at].phrase) {
      made.push(phraseUnit(list[at].phrase));
      at += 1;
      continue;
    }
    const end = list.findIndex((piece, place) => place > at && piece.phrase !== undefined);
    const run = list.slice(at, end < 0 ? undefined : end).map((piece) => piece.word);
    const dated = dateAt(run, months);
    const named = dated ? null : await nameAt(run, particles);
    if (dated) made.push({ kind: "date", typed: run.slice(0, dated.count).join(" "), date: dated.date });
    else if (named) made.push(await nameUnit(named));
    else made.push(wordUnit(run[0], particles));
    at += dated?.count ?? named?.count ?? 1;
  }
  return made;
};

// Endings that the index's stemmer takes for nothing; it knows English alone.
const ENDINGS = [
  [/(?:es|ed|ing|ly|s|d|e|ation|ations)$/u, ""],
  [/(?:ing|ed|s)$/u, ""],
  [/ies$/u, "y"],
];
const FEW = 5;

// What may be asked for instead of a word of which no text has the beginning.
const others = (word, particles) => {
  if (/^\p{sc=Cyrl}{5,}$/u.test(word)) return [1, 2, 3].map((cut) => word.slice(0, -cut)).filter((form) => form.length >= FEW);
  const end = stem(word, particles);
  return end ? [end] : [];
};

const stems = (word) =>
  /^[a-z]{4,}$/u.test(word) ? ENDINGS.map(([end, instead]) => word.replace(end, instead)).filter((form) => form.length > 2) : [];

// The word as it can be asked for, or null if no text has a word like it.
const askable = async (word, particles) => {
  const one = key(word);
  if (!one) return word;
  const known = await Promise.all([one, ...stems(one)].map(isWord));
  if (known.includes(true)) return word;
  for (const form of others(word.toLowerCase(), particles)) if (await isWord(key(form))) return form;
  return null;
};

// A unit of words as the index can be asked for it; null if no text has one of them.
export const known = async (unit) => {
  const { particles } = await head();
  const words = await Promise.all(unit.words.split(" ").map((word) => askable(word, particles)));
  return words.includes(null) ? null : { ...unit, words: words.join(" ") };
};
