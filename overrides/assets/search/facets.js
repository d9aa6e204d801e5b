// Facets with counts. One of many values is asked for when it is opened or chosen from, and then in
// parts, the values of most releases first: the first result waits for none.

import { archives, table, total } from "./archives.js";
import { key } from "./key.js";
import { make, number } from "./made.js";
import { FACETS, labelOf } from "./state.js";

const SHOWN = 8;

// Values of one facet: value → places. More of them come with each part of a late facet.
const held = new Map();

const add = (values, found, offset) => {
  for (const [value, steps] of Object.entries(found)) {
    let place = offset;
    const places = steps.map((step) => (place += step));
    values.set(value, [...(values.get(value) ?? []), ...places]);
  }
};

const load = async (facet) => {
  const all = await archives();
  const heads = await Promise.all(all.map((archive) => table(archive, "facets")));
  const values = new Map();
  if (!FACETS[facet].late) all.forEach((archive, at) => add(values, heads[at].early[facet] ?? {}, archive.offset));
  const parts = all.map((_, at) => heads[at].late[facet] ?? []);
  let read = 0;
  let reading = null;
  // How many releases a value that is not loaded yet may have.
  const rest = () => parts.reduce((sum, firsts) => sum + (firsts[read] ?? 0), 0);
  const next = async () => {
    const loaded = await Promise.all(all.map((archive, at) => (read < parts[at].length ? table(archive, `facet-${facet}-${read}`) : {})));
    all.forEach((archive, at) => add(values, loaded[at], archive.offset));
    read += 1;
    reading = null;
  };
  const more = () => (reading ??= next());
  if (rest()) await more();
  return { values, rest, more };
};

const facetOf = (facet) => {
  if (!held.has(facet)) held.set(facet, load(facet));
  return held.get(facet);
};

// All values of one facet.
const whole = async (facet) => {
  const one = await facetOf(facet);
  while (one.rest()) await one.more();
  return one.values;
};

const placesOf = async (facet, value) => {
  const { values } = await facetOf(facet);
  // Of two archives one may have the value in a later part.
  return (values.has(value) && (await archives()).length === 1 ? values : await whole(facet)).get(value) ?? [];
};

// For one facet's choices: 1 at each place of the archive that they allow.
const allowed = async (facet, chosen) => {
  const tally = new Uint8Array(await total());
  for (const value of chosen) for (const place of await placesOf(facet, value)) tally[place] += 1;
  const least = FACETS[facet].all ? chosen.length : 1;
  return tally.map((times) => (times >= least ? 1 : 0));
};

const masks = async (chosen) => Promise.all(Object.entries(chosen).map(async ([facet, values]) => [facet, await allowed(facet, values)]));

// What of `found` the choices leave.
export const narrowed = async (found, chosen) => {
  if (!Object.keys(chosen).length) return found;
  const kept = await masks(chosen);
  return found.filter(({ id }) => kept.every(([, mask]) => mask[id]));
};

// Facet → value → how many of `found` it would leave. Of a late facet as many parts are loaded as
// settle which values come first, or all.
const counted = async (facet, found, chosen, all = false) => {
  const one = await facetOf(facet);
  const kept = (await masks(chosen)).filter(([name]) => name !== facet || FACETS[facet].all);
  const here = new Uint8Array(await total());
  for (const { id } of found) here[id] = kept.every(([, mask]) => mask[id]) ? 1 : 0;
  const counts = () => new Map([...one.values].map(([value, list]) => [value, list.reduce((sum, place) => sum + here[place], 0)]));
  const settled = (made) => ([...made.values()].sort((a, b) => b - a)[SHOWN - 1] ?? 0) >= one.rest();
  let made = counts();
  while (one.rest() && (all || !settled(made))) {
    await one.more();
    made = counts();
  }
  return made;
};

const row = (facet, value, count, checked) =>
  make(
    "label",
    { className: count ? "" : "none" },
    make("input", { type: "checkbox", name: facet, value, checked }),
    make("span", { className: "name", textContent: labelOf(facet, value), dir: "auto" }),
    make("span", { className: "count", textContent: number(count) }),
  );

const sorted = (facet, counts) =>
  [...counts].sort(
    facet === "year" ? (a, b) => (a[0] < b[0] ? 1 : -1) : (a, b) => b[1] - a[1] || a[0].localeCompare(b[0], "en"),
  );

// One facet: its first values, those chosen, and a field to find others by name. `rest` counts the
// values that are not loaded yet, where there are any.
const fill = (box, facet, counts, chosen, rest) => {
  const every = sorted(facet, new Map([...chosen.filter((value) => !counts.has(value)).map((value) => [value, 0]), ...counts]));
  const field = box.querySelector("input[type=search]") ?? (every.length > SHOWN + 4 ? finder(facet) : null);
  const list = box.querySelector(".facet-values") ?? make("div", { className: "facet-values" });
  const draw = () => {
    const wanted = key(field?.value ?? "");
    const fitting = every.filter(([value, count]) => chosen.includes(value) || (wanted ? key(labelOf(facet, value)).includes(wanted) : count || !field));
    const first = field ? fitting.slice(0, SHOWN) : fitting;
    const shown = [...first, ...fitting.slice(first.length).filter(([value]) => chosen.includes(value))];
    list.replaceChildren(...shown.map(([value, count]) => row(facet, value, count, chosen.includes(value))));
    if (rest) list.append(make("p", { textContent: "and more, to be found by name" }));
    else if (fitting.length > shown.length) list.append(make("p", { textContent: `and ${number(fitting.length - shown.length)} more` }));
    if (!shown.length) list.append(make("p", { textContent: wanted ? "no such name" : "none here" }));
  };
  const drawAll = async () => fill(box, facet, await rest(), chosen);
  if (field) field.oninput = () => (rest ? drawAll() : draw());
  draw();
  if (!list.isConnected) box.append(...(field && !field.isConnected ? [field] : []), list);
};

const finder = (facet) =>
  make("input", { type: "search", autocomplete: "off", spellcheck: false, ariaLabel: `Find a ${facet} in this list`, placeholder: "find in this list" });

const focused = (panel) => {
  const element = document.activeElement;
  return panel.contains(element) && element.name ? [element.name, element.value] : null;
};

// Draw the panel; what is closed is counted when it is opened.
export const draw = async (panel, found, chosen, current) => {
  const held = focused(panel);
  await Promise.all(
    Object.entries(FACETS).map(async ([facet, { label, late }]) => {
      let box = panel.querySelector(`[data-facet="${facet}"]`);
      if (!box) {
        box = make("details", { className: "facet", open: !late || Boolean(chosen[facet]) }, make("summary", { textContent: label }));
        box.dataset.facet = facet;
        panel.append(box);
      }
      const now = async () => {
        const counts = await counted(facet, found, chosen);
        const rest = (await facetOf(facet)).rest() ? () => counted(facet, found, chosen, true) : null;
        if (!current()) return;
        // An archive may have nothing of a kind.
        box.hidden = !counts.size && !chosen[facet];
        fill(box, facet, counts, chosen[facet] ?? [], rest);
      };
      box.ontoggle = () => box.open && now();
      if (box.open) await now();
    }),
  );
  if (!held || !current()) return;
  for (const input of panel.querySelectorAll("input")) if (input.name === held[0] && input.value === held[1]) input.focus();
};
