// Pagefind's search program, asked shard by shard. Pagefind's own script would be half as large
// again as the program, and wants 14 bytes of every page before the first answer: here the table of
// a shard (generator/site/bundle.py) is written in its form in the browser.

import { HERE, bytes, shards } from "./archives.js";

const SIGN = "pagefind_dcd".length;
const text = new TextDecoder();

const packed = async (address) => (await bytes(address)).subarray(SIGN);

let program;

// Source: the glue of wasm-bindgen in Pagefind 1.5.2's pagefind.js.
const begin = async () => {
  const code = await packed(new URL("pagefind/engine/wasm.en.pagefind", HERE));
  let made;
  const imports = {
    __wbindgen_init_externref_table: () => {
      const table = made.exports.__wbindgen_externrefs;
      const from = table.grow(4);
      table.set(0, undefined);
      [undefined, null, true, false].forEach((value, at) => table.set(from + at, value));
    },
  };
  made = (await WebAssembly.instantiate(code, { "./pagefind_web_bg.js": imports })).instance;
  made.exports.__wbindgen_start();
  program = made.exports;
};

let begun;

const started = () => (begun ??= begin());

// Bytes or text as the program takes them: where they begin and how long they are.
const given = (value) => {
  const put = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const at = program.__wbindgen_malloc(put.length, 1) >>> 0;
  new Uint8Array(program.memory.buffer).set(put, at);
  return [at, put.length];
};

const said = ([at, length]) => {
  const answer = JSON.parse(text.decode(new Uint8Array(program.memory.buffer, at >>> 0, length)));
  program.__wbindgen_free(at, length, 1);
  return answer;
};

// CBOR of numbers, texts and lists.
const cbor = (value) => {
  const out = [];
  const size = (kind, number) => {
    if (number < 24) out.push((kind << 5) | number);
    else if (number < 1 << 8) out.push((kind << 5) | 24, number);
    else if (number < 1 << 16) out.push((kind << 5) | 25, number >> 8, number & 255);
    else out.push((kind << 5) | 26, number >>> 24, (number >> 16) & 255, (number >> 8) & 255, number & 255);
  };
  const write = (one) => {
    if (typeof one === "number") size(0, one);
    else if (typeof one === "string") {
      const put = new TextEncoder().encode(one);
      size(3, put.length);
      for (const byte of put) out.push(byte);
    } else {
      size(4, one.length);
      one.forEach(write);
    }
  };
  write(value);
  return new Uint8Array(out);
};

// The table of a shard as Pagefind writes it.
const written = ({ version, fields, lengths, parts }) => {
  const pages = [...lengths].map((letter, place) => [String(place), Math.round(2 ** ((letter.codePointAt(0) - 48) / 8) - 1)]);
  const ends = parts ? parts.split(" ") : [];
  const index = Array.from({ length: ends.length / 2 }, (_, place) => [ends[2 * place], ends[2 * place + 1], String(place)]);
  return cbor([version, pages, index, [], [], fields]);
};

const opened = new Map();

const open = (shard) => {
  if (!opened.has(shard)) {
    opened.set(shard, (async () => {
      const table = written(shard);
      await started();
      const at = program.init_pagefind(...given(table));
      if (!at) throw new Error(`${shard.base}: the index cannot be read`);
      return { at, parts: new Map() };
    })());
  }
  return opened.get(shard);
};

const part = (shard, index, name) => {
  if (!index.parts.has(name)) {
    index.parts.set(name, (async () => {
      const held = await packed(new URL(`${name}.pf_index`, shard.base));
      index.at = program.load_index_chunk(index.at, ...given(held));
      if (!index.at) throw new Error(`${shard.base}: part ${name} cannot be read`);
    })());
  }
  return index.parts.get(name);
};

// Case, signs and marks as Pagefind takes them away from a query.
const original = (words) => words.toLowerCase().replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, "").replace(/\s+/gu, " ").trim();
const loose = (words) => words.normalize("NFD").replace(/\p{M}/gu, "");

const within = async (shard, words, exact) => {
  const index = await open(shard);
  await Promise.all(said(program.request_indexes(index.at, ...given(loose(words)))).map((name) => part(shard, index, name)));
  const { results } = said(program.search(index.at, ...given(loose(words)), ...given(words), ...given("{}"), ...given(""), exact, false));
  return results.map(({ p, s, l }) => ({ id: shard.offset + Number(p), score: s, places: l.map((each) => each.l) }));
};

// Have the program and the shards at hand when the query is understood.
export const warm = () => Promise.all([started(), shards().then((all) => Promise.all(all.map(open)))]).catch(() => {});

const asked = new Map();

// The releases that have the words, or the phrase if they stand in quotes: id, score, and the places
// of the words in the text.
export const ask = (query) => {
  if (!asked.has(query)) {
    asked.set(query, (async () => {
      const words = original(query);
      if (!words) return [];
      return (await Promise.all((await shards()).map((shard) => within(shard, words, /^".+"$/u.test(query))))).flat();
    })());
  }
  return asked.get(query);
};

const texts = new Map();

// The text of a release, with what its index keeps of it.
export const fragment = (id) => {
  if (!texts.has(id)) {
    texts.set(id, (async () => {
      const shard = (await shards()).findLast(({ offset }) => offset <= id);
      const held = JSON.parse(text.decode(await packed(new URL(`${id - shard.offset}.pf_fragment`, shard.base))));
      return { ...held, url: new URL(held.url, shard.home).href };
    })());
  }
  return texts.get(id);
};
