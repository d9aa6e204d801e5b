// The search of a site that is opened from a folder (generator/site/folder.py makes the texts): words,
// “phrases” and names in any recorded spelling, one text after another. No part of it is needed on a
// server, where search.js does more. Text of strangers is only ever set as text.
"use strict";
(() => {
  const { names, releases } = window.archive ?? { names: [], releases: [] };
  const SHOWN = 50;
  const PASSAGES = 3;
  const AROUND = 110;
  const part = (name) => document.getElementById(`site-${name}`);

  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Letters and digits alone, without accents, with one space between words and at both ends.
  const fold = (text) => ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  const key = (text) => fold(text).replaceAll(" ", "");

  const meant = new Map();
  for (const [at, [, , forms]] of names.entries()) {
    for (const form of forms) meant.set(key(form), [...(meant.get(key(form)) ?? []), at]);
  }

  // The longest run of words that is a name is a name; quotes keep words together as they stand.
  const units = (query) =>
    [...query.matchAll(/["“”]([^"“”]+)["“”]?|([^"“”]+)/gu)].flatMap(([, phrase, free]) => {
      if (phrase) return [{ words: fold(phrase).trim() }];
      const words = free.split(/\s+/u).filter((word) => key(word));
      const made = [];
      while (words.length) {
        let size = Math.min(6, words.length);
        while (size && !meant.has(key(words.slice(0, size).join("")))) size -= 1;
        const typed = words.splice(0, size || 1).join(" ");
        made.push({ typed, words: fold(typed).trim(), names: meant.get(key(typed)) });
      }
      return made;
    });

  const folded = new Map();
  const textOf = (release) => {
    if (!folded.has(release)) folded.set(release, fold([release.title, ...release.blocks.map(([, text]) => text)].join(" ")));
    return folded.get(release);
  };

  const has = (release, unit) => (unit.names?.some((name) => release.names.includes(name)) ?? false) || textOf(release).includes(` ${unit.words}`);

  const pattern = (list) => {
    const words = list.flatMap((unit) => [unit.words, ...(unit.names ?? []).flatMap((name) => names[name][2].map((form) => fold(form).trim()))]);
    const every = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length);
    return every.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${every.map((each) => each.replaceAll(" ", "[^\\p{L}\\p{N}]+")).join("|")})`, "giu") : null;
  };

  const passage = ([id, text], to, hits) => {
    const from = Math.max(0, hits[0].index - AROUND);
    const until = Math.min(text.length, hits[0].index + AROUND * 2);
    const pieces = [from ? "… " : ""];
    let at = from;
    for (const hit of hits.filter((each) => each.index + each[0].length <= until)) {
      pieces.push(text.slice(at, hit.index), make("mark", { textContent: hit[0] }));
      at = hit.index + hit[0].length;
    }
    pieces.push(text.slice(at, until), until < text.length ? " …" : "");
    const name = id.startsWith("p") ? `¶\u00a0${id.slice(1)}` : "heading";
    return make("li", { dir: "auto" }, make("a", { href: `${to}#${id}`, textContent: name }), " ", ...pieces);
  };

  const result = (release, sought) => {
    const to = `../${release.to}index.html`;
    const found = sought ? release.blocks.map((block) => [block, [...block[1].matchAll(sought)]]).filter(([, hits]) => hits.length) : [];
    return make(
      "li",
      {},
      make("h2", { dir: "auto" }, make("a", { href: to, textContent: release.title })),
      make("p", { className: "by", textContent: [release.outlet, release.date || "undated"].filter(Boolean).join(", ") }),
      make("ul", {}, ...found.slice(0, PASSAGES).map(([block, hits]) => passage(block, to, hits))),
    );
  };

  const show = () => {
    const given = new URLSearchParams(location.search);
    const query = (given.get("q") ?? "").slice(0, 300);
    part("query").value = query;
    part("sort").value = given.get("sort") === "oldest" ? "oldest" : "newest";
    const list = units(query);
    const found = releases.filter((release) => list.every((unit) => has(release, unit)));
    found.sort((a, b) => (part("sort").value === "oldest" ? a.date.localeCompare(b.date) : b.date.localeCompare(a.date)));
    const size = found.length.toLocaleString("en");
    part("count").textContent = `${found.length ? size : "No"} release${found.length === 1 || !found.length ? "" : "s"}${query ? ` for “${query}”` : ""}${found.length > SHOWN ? `; the first ${SHOWN}` : ""}`;
    const taken = list.filter((unit) => unit.names && names[unit.names[0]][0] !== unit.typed);
    part("matched").replaceChildren(...taken.map((unit) => make("li", { dir: "auto", textContent: `“${unit.typed}” matched as ${unit.names.map((name) => names[name][0]).join(" or ")}` })));
    const sought = pattern(list);
    part("results").replaceChildren(...found.slice(0, SHOWN).map((release) => result(release, sought)));
  };

  const ask = () => {
    const asked = new URLSearchParams({ q: part("query").value, sort: part("sort").value });
    location.search = asked;
  };

  const note = document.querySelector(".without-script");
  if (!window.archive) {
    note.textContent = "The texts are too many to be searched from a folder. The lists below lead to all of them.";
    return;
  }
  note.textContent = "From a folder the search knows words, “phrases” and names. It has no facets and mends no misspelling.";
  part("narrow").remove();
  part("sort").querySelector('option[value=""]').remove();
  part("form").addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  part("sort").addEventListener("change", ask);
  part("search").hidden = false;
  show();
})();
