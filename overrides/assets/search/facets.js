// Facets with counts. A facet's values are asked for when it is opened or chosen from: a facet may
// have thousands, and the first result waits for none.

import { key } from "./key.js";
import { table } from "./tables.js";
import { make, number } from "./made.js";

// `all`: each choice narrows, since a release has many values; else one of the choices suffices.
export const FACETS = {
  outlet: { label: "Outlet" },
  kind: { label: "Kind" },
  year: { label: "Year" },
  language: { label: "Language" },
  person: { label: "Person", all: true, late: true },
  place: { label: "Place", all: true, late: true },
  event: { label: "Event", all: true, late: true },
};
const SHOWN = 8;

const languages = new Intl.DisplayNames(["en"], { type: "language" });

export const labelOf = (facet, value) => {
  if (facet !== "language") return value;
  try {
    return languages.of(value);
  } catch {
    return value;
  }
};

let places;
const loaded = new Map();

const load = async (facet) => {
  places ??= table("order").then((order) => new Map(order.map((id, place) => [id, place])));
  if (!loaded.has(facet)) {
    loaded.set(
      facet,
      table(`facet-${facet}`).then((values) => {
        const whole = new Map();
        for (const [value, steps] of Object.entries(values)) {
          let place = 0;
          whole.set(value, steps.map((step) => (place += step)));
        }
        return whole;
      }),
    );
  }
  await places;
  return loaded.get(facet);
};

// The newest first: the order of the archive's days.
export const byDate = async (found, newest) => {
  places ??= table("order").then((order) => new Map(order.map((id, place) => [id, place])));
  const at = await places;
  const undated = (await load("year")).get("undated") ?? [];
  const last = new Set(undated);
  const late = (id) => (last.has(at.get(id)) ? 1 : 0);
  return [...found].sort((a, b) => late(a.id) - late(b.id) || (newest ? 1 : -1) * (at.get(a.id) - at.get(b.id)));
};

// For one facet's choices: 1 at each place of the archive that they allow.
const allowed = (values, chosen, all, size) => {
  const tally = new Uint8Array(size);
  for (const value of chosen) for (const place of values.get(value) ?? []) tally[place] += 1;
  const least = all ? chosen.length : 1;
  return tally.map((times) => (times >= least ? 1 : 0));
};

const masks = async (chosen, size) =>
  Promise.all(Object.entries(chosen).map(async ([facet, values]) => [facet, allowed(await load(facet), values, FACETS[facet].all, size)]));

// What of `found` the choices leave.
export const narrowed = async (found, chosen) => {
  if (!Object.keys(chosen).length) return found;
  const order = await table("order");
  const kept = await masks(chosen, order.length);
  const at = await places;
  return found.filter(({ id }) => kept.every(([, mask]) => mask[at.get(id)]));
};

// Facet → value → how many of `found` it would leave.
const counted = async (facet, found, chosen) => {
  const values = await load(facet);
  const order = await table("order");
  const at = await places;
  const kept = (await masks(chosen, order.length)).filter(([name]) => name !== facet || FACETS[facet].all);
  const here = new Uint8Array(order.length);
  for (const { id } of found) {
    const place = at.get(id);
    here[place] = kept.every(([, mask]) => mask[place]) ? 1 : 0;
  }
  return new Map([...values].map(([value, list]) => [value, list.reduce((sum, place) => sum + here[place], 0)]));
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

// One facet: its first values, those chosen, and a field to find others by name.
const fill = (box, facet, counts, chosen) => {
  const every = sorted(facet, new Map([...chosen.filter((value) => !counts.has(value)).map((value) => [value, 0]), ...counts]));
  const field = box.querySelector("input[type=search]") ?? (every.length > SHOWN + 4 ? finder(facet) : null);
  const list = box.querySelector(".facet-values") ?? make("div", { className: "facet-values" });
  const draw = () => {
    const wanted = key(field?.value ?? "");
    const fitting = every.filter(([value, count]) => chosen.includes(value) || (wanted ? key(labelOf(facet, value)).includes(wanted) : count || !field));
    const first = field ? fitting.slice(0, SHOWN) : fitting;
    const shown = [...first, ...fitting.slice(first.length).filter(([value]) => chosen.includes(value))];
    list.replaceChildren(...shown.map(([value, count]) => row(facet, value, count, chosen.includes(value))));
    if (fitting.length > shown.length) list.append(make("p", { textContent: `and ${number(fitting.length - shown.length)} more` }));
    if (!shown.length) list.append(make("p", { textContent: wanted ? "no such name" : "none here" }));
  };
  if (field) field.oninput = draw;
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
        if (current()) fill(box, facet, counts, chosen[facet] ?? []);
      };
      box.ontoggle = () => box.open && now();
      if (box.open) await now();
    }),
  );
  if (!held || !current()) return;
  for (const input of panel.querySelectorAll("input")) if (input.name === held[0] && input.value === held[1]) input.focus();
};
