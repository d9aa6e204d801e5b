// The concordance: reads the split files in concordance/ and shows lines with the key word in the middle.
"use strict";

const part = (id) => document.getElementById(`site-${id}`);
const home = part("concordance");
const files = home.dataset.files;
const root = home.dataset.root;
const PAGE = 50; // lines shown at a time
const MOST = 1000; // lines that are sorted; of more, the first by date
const SIDE = 70; // characters before and after the key
const SCAN = 8; // texts read before lines are shown: first lines cost under 300 kB
const FRUITLESS = 40; // texts read without finding a line, before the reader is asked to go on
const SORTED = 120; // texts read before lines are sorted
const FILES = 6; // files of words read for a wildcard; of more, all texts are looked through

// The same function as `key` in generator/exports/concordance.py.
export const key = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
export const words = (text) => key(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const cache = new Map();
const read = (name) => {
  if (!cache.has(name)) {
    cache.set(
      name,
      fetch(`${files}${name}`).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      }),
    );
  }
  return cache.get(name);
};

const undelta = (told) => {
  let last = 0;
  return told.split(" ").map((step) => (last += parseInt(step, 36)));
};

// What a word of the query is compared with: itself, or a pattern if it holds `*`.
const matcher = (word) => {
  if (!word.includes("*")) return (token) => token === word;
  const pattern = new RegExp(`^${word.split(/\*+/u).map((one) => one.replace(/[^\p{L}\p{N}]/gu, "")).join("[\\p{L}\\p{N}]*")}$`, "u");
  return (token) => pattern.test(token);
};

// The words of a query; `*` alone stands for any word between two others.
export const parse = (query) => {
  const found = key(query).match(/[\p{L}\p{N}*]+/gu) ?? [];
  const says = (word) => /[\p{L}\p{N}]/u.test(word);
  return found.slice(Math.max(0, found.findIndex(says)), found.findLastIndex(says) + 1);
};

// The numbers of the blocks that hold a word; null if it stands nearly everywhere.
const blocksOf = async (word, index) => {
  const stem = word.split("*")[0];
  const found = new Set();
  let everywhere = false;
  let from = 0;
  let to = index.words.length - 1;
  if (stem) {
    while (from < to && index.words[from + 1] <= stem) from += 1;
    to = from;
    if (word.includes("*")) while (to + 1 < index.words.length && index.words[to + 1].slice(0, stem.length) <= stem) to += 1;
  }
  if (to - from >= FILES) return null;
  const fits = matcher(word);
  for (let shard = from; shard <= to; shard += 1) {
    const held = await read(`words-${shard}.json`);
    for (const [one, told] of Object.entries(held)) {
      if (!fits(one)) continue;
      if (told === "*") everywhere = true;
      else for (const block of undelta(told)) found.add(block);
    }
  }
  return everywhere ? null : found;
};

// The spellings of a name that the query is: the query itself first.
const spellings = async (query) => {
  const asked = parse(query).join(" ");
  const forms = [asked];
  let name = "";
  if (!asked.includes("*")) {
    for (const one of await read("names.json")) {
      if (one.here.includes(asked) || one.also.includes(asked)) {
        name = one.name;
        forms.push(...one.here);
      }
    }
  }
  return { name, forms: [...new Set(forms)].map((form) => form.split(" ")) };
};

const both = (one, other) => (one === null ? other : other === null ? one : new Set([...one].filter((block) => other.has(block))));

const candidates = async (forms, index) => {
  const every = new Set();
  for (const form of forms) {
    let held = null;
    for (const word of form) if (!/^\*+$/u.test(word)) held = both(held, await blocksOf(word, index));
    if (held === null) for (let block = 0; block < index.blocks; block += 1) every.add(block);
    else for (const block of held) every.add(block);
  }
  return [...every].sort((one, other) => one - other);
};

// Where a form stands in a text: spans of characters, none overlapping another.
export const spans = (text, form, near) => {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((found) => [key(found[0]), found.index, found.index + found[0].length]);
  const fits = (near ? form.filter((word) => !/^\*+$/u.test(word)) : form).map(matcher);
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    let last = -1;
    if (!near) {
      if (fits.every((fit, step) => tokens[at + step] && fit(tokens[at + step][0]))) last = at + form.length - 1;
    } else if (fits.some((fit) => fit(tokens[at][0]))) {
      const open = [...fits];
      for (let step = at; step < tokens.length && step <= at + near && open.length; step += 1) {
        const place = open.findIndex((fit) => fit(tokens[step][0]));
        if (place >= 0) {
          open.splice(place, 1);
          last = step;
        }
      }
      if (open.length) last = -1;
    }
    if (last >= 0) {
      found.push([tokens[at][1], tokens[last][2]]);
      at = last;
    }
  }
  return found;
};

const linesOf = (block, about, forms, near) => {
  const [, release, id, text] = block;
  const every = forms.flatMap((form) => spans(text, form, near)).sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  let end = 0;
  return every
    .filter(([start, stop]) => (start >= end ? ((end = stop), true) : false))
    .map(([start, stop]) => ({ release, id, about, left: text.slice(0, start), word: text.slice(start, stop), right: text.slice(stop) }));
};

const orders = {
  left: (line) => words(line.left.slice(-120)).reverse().join(" "),
  right: (line) => words(line.right.slice(0, 120)).join(" "),
  outlet: (line) => line.about[1],
};

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

const row = (line) => {
  const item = element("li");
  const [title, outlet, date] = line.about;
  // Cut between words, if there is a place between words.
  const before = line.left.length > SIDE ? `… ${line.left.slice(-SIDE).replace(/^\S*\s+/u, "")}` : line.left;
  const after = line.right.length > SIDE ? `${line.right.slice(0, SIDE).replace(/\s+\S*$/u, "")} …` : line.right;
  const text = element("p");
  text.append(element("span", before, "before"), element("mark", line.word), element("span", after, "after"));
  const number = /^p\d+$/u.test(line.id) ? `¶\u00a0${line.id.slice(1)}` : line.id;
  const link = element("a", `${date || "undated"}, ${outlet}, ${number}`);
  link.href = `${root.replace(/\/?$/u, "/")}releases/${encodeURIComponent(line.release)}/#${encodeURIComponent(line.id)}`;
  link.title = title;
  item.append(text, link);
  return item;
};

let asked = 0;

const show = async () => {
  const mine = (asked += 1);
  const stale = () => mine !== asked;
  const query = part("kwic-query").value.trim();
  const near = Number(part("kwic-near").value) || 0;
  const order = part("kwic-sort").value;
  const list = part("kwic-lines");
  const count = part("kwic-count");
  const more = part("kwic-more");
  list.replaceChildren();
  list.ariaBusy = "false";
  more.hidden = true;
  if (!parse(query).length) {
    count.textContent = query ? "No letter or figure is in the query." : "";
    return;
  }
  count.textContent = "Looking …";
  list.ariaBusy = "true";
  const index = await read("index.json");
  const { name, forms } = await spellings(query);
  const held = await candidates(forms, index);
  const firsts = index.texts ? undelta(index.texts) : [];
  if (stale()) return;
  const lines = [];
  const waiting = [];
  for (const block of held) {
    let low = 0;
    let high = firsts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (firsts[middle] <= block) low = middle;
      else high = middle - 1;
    }
    if (waiting.at(-1)?.chunk !== low) waiting.push({ chunk: low, blocks: new Set() });
    waiting.at(-1).blocks.add(block);
  }
  let place = 0;
  const fill = async (least, most) => {
    let scanned = 0;
    while (place < waiting.length && lines.length < least && scanned < (lines.length ? most : FRUITLESS)) {
      const { chunk, blocks } = waiting[place];
      place += 1;
      scanned += 1;
      const texts = await read(`texts-${chunk}.json`);
      for (const block of texts.blocks) {
        if (blocks.has(block[0])) lines.push(...linesOf(block, texts.releases[block[1]], forms, near));
      }
      if (stale()) return;
    }
  };
  let shown = 0;
  const draw = async () => {
    const sorted = Boolean(orders[order]);
    const before = lines.length;
    const until = shown + PAGE;
    if (!sorted || shown >= before) await fill(sorted ? MOST : until, sorted ? SORTED : SCAN);
    if (stale()) return;
    if (sorted && lines.length > before) {
      // What was read now may stand before what is shown.
      const by = new Map(lines.map((line) => [line, orders[order](line)]));
      lines.sort((one, other) => by.get(one).localeCompare(by.get(other)));
      list.replaceChildren();
      shown = 0;
    }
    for (const line of lines.slice(shown, until)) list.append(row(line));
    shown = Math.min(lines.length, until);
    const all = place >= waiting.length;
    const also = name ? ` Spellings of ${name} are counted as one.` : "";
    const among = `among ${index.releases.toLocaleString("en")} releases`;
    const what = lines.length === 1 ? "line" : "lines";
    const first = lines.length ? `The first ${shown} lines` : "No line yet";
    count.textContent = all
      ? `${lines.length ? lines.length.toLocaleString("en") : "No"} ${what} ${among}; ${shown} shown.${also}`
      : `${first} ${among}: ${place.toLocaleString("en")} of ${waiting.length.toLocaleString("en")} files of texts read${sorted ? ", sorted among themselves" : ""}.${also}`;
    list.ariaBusy = "false";
    more.hidden = all && shown >= lines.length;
  };
  more.onclick = draw;
  await draw();
};

const fail = (error) => {
  part("kwic-lines").ariaBusy = "false";
  part("kwic-count").textContent = `The lines could not be read (${error.message}). The pages below hold names and formulae.`;
};

const fromAddress = () => {
  const given = new URLSearchParams(location.search);
  part("kwic-query").value = (given.get("q") ?? "").slice(0, 200);
  for (const name of ["near", "sort"]) {
    const field = part(`kwic-${name}`);
    field.value = given.get(name) ?? "";
    if (field.selectedIndex < 0) field.value = "";
  }
  show().catch(fail);
};

const toAddress = () => {
  const given = new URLSearchParams();
  for (const [name, id] of [["q", "query"], ["near", "near"], ["sort", "sort"]]) {
    const value = part(`kwic-${id}`).value.trim();
    if (value) given.set(name, value);
  }
  const told = given.toString();
  history.pushState(null, "", told ? `?${told}` : location.pathname);
  show().catch(fail);
};

home.hidden = false;
part("kwic-form").addEventListener("submit", (event) => {
  event.preventDefault();
  toAddress();
});
for (const id of ["near", "sort"]) part(`kwic-${id}`).addEventListener("change", toAddress);
addEventListener("popstate", fromAddress);
fromAddress();
