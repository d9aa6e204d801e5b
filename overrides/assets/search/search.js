// The search page. What stands in the address is what is asked, so a search can be linked to, kept
// and gone back to. Text of strangers, the reader's own included, is only ever set as text.

import { total } from "./archives.js";
import { byDate, find } from "./find.js";
import { key } from "./key.js";
import { counted, joined, listed, make } from "./made.js";
import { known, plain, units } from "./query.js";
import { result } from "./results.js";
import { FACETS, address, asked, labelOf } from "./state.js";
import { namesOf, record } from "./tables.js";

const BATCH = 10;
const PAUSE = 180;
const GROUNDS = {
  heading: "",
  variant: ", a form of the name",
  surname: ", a family name",
  generated: ", a spelling of the name",
  declined: ", an inflected form",
  error: ", a misspelling seen in sources",
};

const part = (name) => document.getElementById(`site-${name}`);
const form = part("form");
const field = part("query");
const sort = part("sort");
const wide = matchMedia("(min-width: 66rem)");

// A choice written in another spelling is the record's own: `person=` takes every form of a name.
const settled = async (chosen) => {
  for (const [facet, values] of Object.entries(chosen)) {
    if (!FACETS[facet].late) continue;
    const known = await Promise.all(
      values.map(async (value) => {
        const found = await namesOf(key(value)).catch(() => []);
        const records = await Promise.all(found.map(([number]) => record(number)));
        const fitting = records.filter((one) => one.kind === facet);
        return fitting.length === 1 ? fitting[0].heading : value;
      }),
    );
    chosen[facet] = [...new Set(known)];
  }
  return chosen;
};

const within = (chosen) => {
  const names = (all) =>
    Object.entries(chosen)
      .filter(([facet]) => Boolean(FACETS[facet].all) === all)
      .map(([facet, values]) => listed(values.map((value) => labelOf(facet, value)), all ? "and" : "or"));
  const [where, whom] = [names(false), names(true)];
  return `${where.length ? `, in ${where.join(", ")}` : ""}${whom.length ? `, naming ${listed(whom, "and")}` : ""}`;
};

const sentence = ({ query, chosen }, size) => {
  return `${size ? counted(size) : "No release"}${query ? ` for “${query}”` : ""}${within(chosen)}${size ? "" : "."}`;
};

const linked = (one) => make("a", { href: one.to, textContent: one.heading });

// What a part of the query was taken for, and the way to have it taken as it stands.
const told = (unit, state) => {
  if (unit.kind === "date") {
    return make("li", {}, `“${unit.typed}” matched as ${unit.date}: released then, or about an event of then`);
  }
  if (unit.kind === "word") return make("li", {}, `“${unit.typed}” is in no text; searched for “${unit.words}”, the nearest word that is`);
  const { typed, meant } = unit;
  if (unit.like) return make("li", {}, "No text has ", make("q", { dir: "auto", textContent: typed }), "; searched for ", ...joined(meant.map(linked), "or"), ", the nearest name that is known");
  if (meant.length === 1 && meant[0].heading === typed) return null;
  const line = make("li", { dir: "auto" }, `“${typed}” matched as `, ...joined(meant.map(linked), "or"), GROUNDS[meant[0].ground] ?? "");
  const exact = address({ ...state, query: state.query.replace(typed, `"${typed}"`) });
  line.append(" · ", make("a", { href: exact, className: "again", textContent: "only as typed" }));
  return line;
};

const chips = (chosen) =>
  Object.entries(chosen).flatMap(([facet, values]) =>
    values.map((value) => {
      const name = labelOf(facet, value);
      const button = make("button", { type: "button", ariaLabel: `Take away ${FACETS[facet].label.toLowerCase()} ${name}` }, make("bdi", { textContent: name }));
      button.dataset.facet = facet;
      button.dataset.value = value;
      return button;
    }),
  );

// The units of a query, its misspellings put right where no text has a word of it.
const understood = async (query) => {
  try {
    const list = await units(query);
    const use = await Promise.all(list.map((unit) => (unit.kind === "word" ? known(unit) : unit)));
    return { list, use: use.includes(null) ? await (await import("./mended.js")).mended(list) : use };
  } catch (error) {
    // Without the tables the words are searched for as they stand.
    console.warn(error);
    const list = query ? [{ kind: "word", typed: query, words: query }] : [];
    return { list, use: list };
  }
};

// The panel is loaded after the first result, if nothing was chosen in it.
const facets = () => import("./facets.js");

let turn = 0;

const show = async () => {
  const mine = (turn += 1);
  const current = () => mine === turn;
  const state = asked();
  if (!(await total())) {
    part("count").textContent = "The archive holds no release yet.";
    return;
  }
  state.chosen = await settled(state.chosen);
  const { list, use } = await understood(state.query);
  const all = use ? await find(use) : [];
  const choices = Object.keys(state.chosen).length;
  const left = choices ? await (await facets()).narrowed(all, state.chosen) : all;
  const order = state.order || (state.query ? "" : "newest");
  const found = order ? await byDate(left, order === "newest") : left;
  const none = found.length ? [] : await (await import("./nothing.js")).nothing(state, list, choices ? all.length : 0);
  const first = await Promise.all(found.slice(0, BATCH).map((each) => result(each, use)));
  if (!current()) return;
  part("count").textContent = sentence(state, found.length);
  part("matched").replaceChildren(...(use ?? []).filter((unit) => unit.kind === "name" || unit.kind === "date" || unit.like).map((unit) => told(unit, state)).filter(Boolean));
  part("none").replaceChildren(...none);
  part("chosen").replaceChildren(...chips(state.chosen));
  part("results").replaceChildren(...first);
  further(found, use, current);
  await (await facets()).draw(part("facets"), all, state.chosen, current);
};

const further = (found, use, current) => {
  const more = part("more");
  let shown = Math.min(BATCH, found.length);
  more.hidden = shown >= found.length;
  more.onclick = async () => {
    const from = shown;
    const batch = await Promise.all(found.slice(from, from + BATCH).map((each) => result(each, use)));
    if (!current()) return;
    shown += batch.length;
    part("results").append(...batch);
    more.hidden = shown >= found.length;
    batch[0]?.querySelector("a")?.focus();
  };
};

const fill = () => {
  const state = asked();
  field.value = state.query;
  sort.value = state.order;
};

const failed = (error) => {
  console.warn(error);
  part("count").textContent = "The search index could not be read. The lists below lead to everything.";
};

const shown = () => show().catch(failed);

// The form as it stands, with the choices of facets that are not drawn.
const written = () => {
  const state = asked();
  const chosen = {};
  for (const facet of Object.keys(FACETS)) {
    const box = part("facets").querySelector(`[data-facet="${facet}"] .facet-values`);
    const drawn = box && [...box.querySelectorAll("input:checked")].map((input) => input.value);
    const values = drawn ?? state.chosen[facet] ?? [];
    if (values.length) chosen[facet] = values;
  }
  return { query: plain(field.value), chosen, order: sort.value };
};

let waiting;

const go = (state, write, pause = 0) => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history[write](null, "", address(state));
    shown();
  }, pause);
};

// Up and down walk through the results.
const walk = (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [field, ...part("results").querySelectorAll("h2 a")];
  const at = links.indexOf(document.activeElement);
  const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
};

const listen = () => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(written(), "pushState");
  });
  field.addEventListener("input", () => go(written(), "replaceState", PAUSE));
  sort.addEventListener("change", () => go(written(), "pushState"));
  part("facets").addEventListener("change", (event) => {
    if (event.target.type === "checkbox") go(written(), "pushState");
  });
  part("search").addEventListener("keydown", walk);
  part("search").addEventListener("click", (event) => {
    const chip = event.target.closest("#site-chosen button");
    const again = event.target.closest("a.again");
    if (chip) {
      const { chosen, ...rest } = asked();
      chosen[chip.dataset.facet] = (chosen[chip.dataset.facet] ?? []).filter((value) => value !== chip.dataset.value);
      go({ ...rest, chosen }, "pushState");
      field.focus();
    } else if (again && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.pushState(null, "", again.href);
      fill();
      shown();
      field.focus();
    }
  });
  addEventListener("popstate", () => {
    fill();
    shown();
  });
};

const begin = async () => {
  part("search").hidden = false;
  part("narrow").open = wide.matches;
  wide.addEventListener("change", () => (part("narrow").open = wide.matches));
  fill();
  if (!location.search) field.focus();
  listen();
  await show();
};

begin().catch(failed);
