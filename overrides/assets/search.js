// The search page: Pagefind finds, this shows. What stands in the address is what is asked, so a
// search can be linked to. Text from the index is only ever set as text.

const FACETS = { outlet: "Outlet", kind: "Kind", year: "Year" };
const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };
const BATCH = 10;
const PASSAGES = 3;
const BEFORE = 9;
const WINDOW = 34;

const part = (name) => document.getElementById(`site-${name}`);
const form = part("form");
const field = part("query");
const sort = part("sort");

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const counted = (number) => `${number.toLocaleString("en")} ${number === 1 ? "release" : "releases"}`;

// The state is the address: query, chosen facets, order.
const asked = () => {
  const address = new URLSearchParams(location.search);
  const chosen = {};
  for (const facet of Object.keys(FACETS)) {
    const values = [...new Set(address.getAll(facet))].filter(Boolean);
    if (values.length) chosen[facet] = values;
  }
  return { query: (address.get("q") ?? "").slice(0, 300), chosen, order: address.get("sort") ?? "" };
};

const written = () => {
  const address = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value.trim()) address.append(name, value.trim());
  return address.size ? `?${address}` : location.pathname;
};

const filters = (chosen, without) =>
  Object.fromEntries(
    Object.entries(chosen)
      .filter(([facet]) => facet !== without)
      .map(([facet, values]) => [facet, { any: values }]),
  );

// How many releases each value would give, the facet's own choice left out.
const counts = async (pagefind, state, found) => {
  const result = {};
  for (const facet of Object.keys(FACETS)) {
    const open = state.chosen[facet]
      ? await pagefind.search(state.query || null, { filters: filters(state.chosen, facet) })
      : found;
    result[facet] = open.filters[facet] ?? {};
  }
  return result;
};

const facetBox = (facet, all, found, chosen) => {
  const names = [...new Set([...Object.keys(all), ...chosen])];
  const order = facet === "year" ? (a, b) => b.localeCompare(a) : (a, b) => (all[b] ?? 0) - (all[a] ?? 0) || a.localeCompare(b);
  const box = make("fieldset", {}, make("legend", { textContent: FACETS[facet] }));
  for (const name of names.sort(order)) {
    const number = found[name] ?? 0;
    const input = make("input", { type: "checkbox", name: facet, value: name, checked: chosen.includes(name) });
    const label = make("label", { className: number ? "" : "none" }, input, name, make("span", { textContent: number }));
    box.append(label);
  }
  return box;
};

const facetBoxes = (all, found, state) => {
  const focused = document.activeElement?.matches?.("#site-facets input")
    ? [document.activeElement.name, document.activeElement.value]
    : null;
  part("facets").replaceChildren(
    ...Object.keys(FACETS).map((facet) => facetBox(facet, all[facet] ?? {}, found[facet], state.chosen[facet] ?? [])),
  );
  if (!focused) return;
  for (const input of part("facets").querySelectorAll("input")) {
    if (input.name === focused[0] && input.value === focused[1]) input.focus();
  }
};

// Pagefind counts words; in scripts without spaces it marks their ends with a zero-width space.
const wordsOf = (fragment) => {
  const joined = fragment.raw_content.includes("\u200b");
  const words = fragment.raw_content.split(joined ? "\u200b" : /\s+/u);
  return { glue: joined ? "" : " ", words: words.map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">")) };
};

// The paragraphs that hold hits: those with most hits first, then in the order of the text.
const passages = (fragment) => {
  const anchors = fragment.anchors.filter((each) => /^[ph]\d+$/u.test(each.id)).sort((a, b) => a.location - b.location);
  const groups = new Map();
  for (const hit of [...new Set(fragment.locations)].sort((a, b) => a - b)) {
    const at = anchors.findLastIndex((each) => each.location <= hit);
    if (at < 0) continue;
    const end = anchors[at + 1]?.location ?? Infinity;
    const group = groups.get(at) ?? { id: anchors[at].id, start: anchors[at].location, end, hits: [] };
    group.hits.push(hit);
    groups.set(at, group);
  }
  return [...groups.values()]
    .sort((a, b) => b.hits.length - a.hits.length || a.start - b.start)
    .slice(0, PASSAGES)
    .sort((a, b) => a.start - b.start);
};

const excerpt = ({ words, glue }, passage) => {
  const end = Math.min(passage.end, words.length);
  const from = Math.max(passage.start, Math.min(passage.hits[0] - BEFORE, end - WINDOW));
  const to = Math.min(from + WINDOW, end);
  const pieces = [from > passage.start ? "… " : ""];
  for (let at = from; at < to; at += 1) {
    pieces.push(passage.hits.includes(at) ? make("mark", { textContent: words[at] }) : words[at], glue);
  }
  pieces.push(to < end ? "…" : "");
  return pieces;
};

const dayOf = (date) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(date ?? "")
    ? new Date(`${date}T00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })
    : date;

const result = (fragment) => {
  const text = wordsOf(fragment);
  const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const hits = [...new Set(fragment.locations.map((at) => bare(text.words[at] ?? "")))].filter(Boolean).slice(0, 12);
  const to = (id) => `${fragment.url}${hits.length ? `?found=${encodeURIComponent(hits.join(" "))}` : ""}${id ? `#${id}` : ""}`;
  const meta = fragment.meta;
  const list = make("ul");
  for (const passage of passages(fragment)) {
    const name = passage.id.startsWith("p") ? `¶ ${passage.id.slice(1)}` : "heading";
    list.append(make("li", {}, make("a", { href: to(passage.id), textContent: name }), " ", ...excerpt(text, passage)));
  }
  return make(
    "li",
    {},
    make("h2", {}, make("a", { href: to(""), textContent: meta.title })),
    make("p", { className: "by", textContent: [meta.outlet, meta.kind, dayOf(meta.date)].filter(Boolean).join(", ") }),
    list,
  );
};

const sentence = (state, number) => {
  const within = Object.values(state.chosen).map((values) => values.join(" or "));
  const what = state.query ? ` for “${state.query}”` : "";
  const where = within.length ? `, in ${within.join(", ")}` : "";
  if (number) return `${counted(number)}${what}${where}`;
  return `No release${what}${where}. ${within.length ? "Take away a choice, or try" : "Try"} fewer or other words; the lists below lead to everything.`;
};

let turn = 0;

const show = async (pagefind) => {
  const mine = (turn += 1);
  const state = asked();
  // Filters that are not loaded are not counted.
  const all = await pagefind.filters();
  const order = SORTS[state.order] ?? (state.query ? undefined : SORTS.newest);
  const found = await pagefind.search(state.query || null, { filters: filters(state.chosen), sort: order });
  const numbers = await counts(pagefind, state, found);
  if (mine !== turn) return;
  facetBoxes(all, numbers, state);
  part("count").textContent = sentence(state, found.results.length);
  const list = part("results");
  list.replaceChildren();
  const more = part("more");
  let shown = 0;
  const next = async () => {
    const batch = found.results.slice(shown, shown + BATCH);
    shown += batch.length;
    const items = (await Promise.all(batch.map((each) => each.data()))).map(result);
    if (mine !== turn) return;
    list.append(...items);
    more.hidden = shown >= found.results.length;
  };
  more.onclick = async () => {
    const first = shown;
    await next();
    list.children[first]?.querySelector("a")?.focus();
  };
  await next();
};

const fill = () => {
  const state = asked();
  field.value = state.query;
  sort.value = state.order in SORTS ? state.order : "";
};

const start = async () => {
  part("search").hidden = false;
  part("narrow").open = matchMedia("(min-width: 40rem)").matches || Object.keys(asked().chosen).length > 0;
  fill();
  if (!location.search) field.focus();
  const pagefind = await import(new URL("../pagefind/pagefind.js", import.meta.url));
  await pagefind.init();
  let waiting;
  const again = (write) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history[write](null, "", written());
      show(pagefind);
    }, 150);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    again("pushState");
  });
  field.addEventListener("input", () => again("replaceState"));
  form.addEventListener("change", (event) => {
    if (event.target !== field) again("pushState");
  });
  addEventListener("popstate", () => {
    fill();
    show(pagefind);
  });
  await show(pagefind);
};

start().catch(() => {
  part("count").textContent = "The search index could not be read. The lists below lead to everything.";
});
