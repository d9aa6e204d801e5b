// A release among the results: its title, and the paragraphs in which it has what was asked.

import { key } from "./key.js";
import { opened } from "./find.js";
import { make } from "./made.js";
import { head } from "./tables.js";

const PASSAGES = 3;
const BEFORE = 9;
const WINDOW = 34;
const NAME_WORDS = 8;
const FOUND = 12;

// Pagefind counts the words between spaces.
const wordsOf = (fragment) => fragment.content.split(" ");

const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").replace(/['’]s$/u, "");

// Where the names that were meant stand, in whatever form. Returns runs: [from, to).
const named = (words, units, particles) => {
  const wanted = new Set(units.flatMap((unit) => (unit.meant ?? []).flatMap((one) => one.keys)));
  if (!wanted.size) return [];
  const keys = words.map((word) => key(word.replace(/['’]s?[^\p{L}]*$/u, "")));
  const ends = words.map((word, at) => {
    const end = /[가-힣]/u.test(word) && particles.find((particle) => keys[at].endsWith(particle));
    return end ? keys[at].slice(0, -end.length) : keys[at];
  });
  const runs = [];
  for (let from = 0; from < words.length; from += 1) {
    let start = "";
    for (let to = from; to < Math.min(from + NAME_WORDS, words.length); to += 1) {
      if (keys[from] && (wanted.has(start + keys[to]) || wanted.has(start + ends[to]))) runs.push([from, to + 1]);
      start += keys[to];
    }
  }
  return runs;
};

// Words found side by side are found together.
const runsOf = (hits) => {
  const runs = [];
  for (const at of [...hits].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === at && at - last[0] < NAME_WORDS) last[1] += 1;
    else runs.push([at, at + 1]);
  }
  return runs;
};

// The paragraphs that hold hits: those with most first, then in the order of the text.
// A name stands in many paragraphs, so that a hit of it says less than one of another word.
const passages = (fragment, hits, worth) => {
  const anchors = fragment.anchors.filter((each) => /^[ph]\d+$/u.test(each.id)).sort((a, b) => a.location - b.location);
  const groups = new Map();
  for (const hit of [...hits].sort((a, b) => a - b)) {
    const at = anchors.findLastIndex((each) => each.location <= hit);
    if (at < 0) continue;
    const end = anchors[at + 1]?.location ?? Infinity;
    const group = groups.get(at) ?? { id: anchors[at].id, start: anchors[at].location, end, hits: [], worth: 0 };
    group.hits.push(hit);
    group.worth += worth(hit);
    groups.set(at, group);
  }
  return [...groups.values()].sort((a, b) => b.worth - a.worth || a.start - b.start).slice(0, PASSAGES);
};

// The stretch of a paragraph that has most hits, no longer than a few lines.
const excerpt = (words, passage) => {
  const end = Math.min(passage.end, words.length);
  const within = (first) => passage.hits.filter((hit) => hit >= first && hit < first + WINDOW - BEFORE).length;
  const best = passage.hits.reduce((one, other) => (within(other) > within(one) ? other : one));
  const from = Math.max(passage.start, Math.min(best - BEFORE, end - WINDOW));
  const to = Math.min(from + WINDOW, end);
  const marked = new Set(passage.hits);
  const pieces = [from > passage.start ? "… " : ""];
  for (let at = from; at < to; at += 1) {
    if (!marked.has(at)) {
      pieces.push(words[at], " ");
      continue;
    }
    const first = at;
    while (marked.has(at + 1) && at + 1 < to) at += 1;
    const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(words.slice(first, at + 1).join(" "));
    pieces.push(before, make("mark", { textContent: core }), after, " ");
  }
  pieces.push(to < end ? "…" : "");
  return pieces;
};

// Where nothing in the text was asked for, its beginning says what it is.
const beginning = (fragment, words) => {
  const first = fragment.anchors.find((each) => each.id === "p1");
  if (!first) return [];
  const shown = words.slice(first.location, first.location + WINDOW);
  return [shown.join(" "), first.location + WINDOW < words.length ? " …" : ""];
};

const dayOf = (date) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(date ?? "")
    ? new Date(`${date}T00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })
    : date || "undated";

export const result = async (each, units) => {
  const { fragment, hits } = await opened(each);
  const words = wordsOf(fragment);
  const names = new Set();
  for (const [from, to] of named(words, units, (await head().catch(() => ({ particles: [] }))).particles)) {
    for (let at = from; at < to; at += 1) names.add(at);
  }
  for (const at of names) hits.add(at);
  const found = [...new Set(runsOf(hits).map(([from, to]) => bare(words.slice(from, to).join(" "))))].filter(Boolean).slice(0, FOUND);
  const sought = new URLSearchParams(found.map((one) => ["found", one]));
  const to = (id) => `${fragment.url}${found.length ? `?${sought}` : ""}${id ? `#${id}` : ""}`;
  const best = passages(fragment, hits, (hit) => (names.has(hit) ? 1 : 3));
  const lines = [...best].sort((a, b) => a.start - b.start).map((passage) => {
    const name = passage.id.startsWith("p") ? `¶ ${passage.id.slice(1)}` : "heading";
    return make("li", { dir: "auto" }, make("a", { href: to(passage.id), textContent: name }), " ", ...excerpt(words, passage));
  });
  if (!lines.length) lines.push(make("li", { className: "lead", dir: "auto" }, ...beginning(fragment, words)));
  const { title, outlet, kind, date } = fragment.meta;
  return make(
    "li",
    {},
    make("h2", { dir: "auto" }, make("a", { href: to(best[0]?.id), textContent: title })),
    make("p", { className: "by", textContent: [outlet, kind, dayOf(date)].filter(Boolean).join(", ") }),
    make("ul", {}, ...lines),
  );
};
