// What is asked stands in the address: query, choices, order.

import { plain } from "./query.js";

// `all`: each choice narrows, since a release has many values; else one of the choices suffices.
export const FACETS = {
  outlet: { label: "Outlet" },
  kind: { label: "Kind" },
  year: { label: "Year" },
  language: { label: "Language" },
  level: { label: "Level" },
  lag: { label: "Lag" },
  person: { label: "Person", all: true, late: true },
  place: { label: "Place", all: true, late: true },
  event: { label: "Event", all: true, late: true },
};

const SORTS = ["newest", "oldest"];

const languages = new Intl.DisplayNames(["en"], { type: "language" });

export const labelOf = (facet, value) => {
  if (facet !== "language") return value;
  try {
    return languages.of(value);
  } catch {
    return value;
  }
};

// The state as the address has it.
export const asked = () => {
  const address = new URLSearchParams(location.search);
  const chosen = {};
  for (const facet of Object.keys(FACETS)) {
    const values = [...new Set(address.getAll(facet).map((value) => value.slice(0, 300)))].filter(Boolean).slice(0, 20);
    if (values.length) chosen[facet] = values;
  }
  const order = address.get("sort") ?? "";
  return { query: plain(address.get("q") ?? ""), chosen, order: SORTS.includes(order) ? order : "" };
};

// The address of a state.
export const address = ({ query, chosen, order }) => {
  const made = new URLSearchParams();
  if (query) made.append("q", query);
  for (const [facet, values] of Object.entries(chosen)) for (const value of values) made.append(facet, value);
  if (order) made.append("sort", order);
  return made.size ? `?${made}` : location.pathname;
};

