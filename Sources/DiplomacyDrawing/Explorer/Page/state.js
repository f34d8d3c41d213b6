// What is chosen on the page; it stands in the address after `#`, so that a link brings it back.

import { graph, choices, numberOfId, times, under } from "./graph.js";
import { dayText, readDay, dayOf, extent } from "./time.js";
import { Scene } from "./seen.js";

export const views = ["ties", "chart", "timeline"];
const listeners = [];

const openingChoice = Math.max(0, choices.findIndex(({ id }) => id === (graph.opens.reading ?? "")));

/** The first day on which most agreements are certainly in force; null where none ever is. */
function busiestDay() {
  const turns = [];
  for (const entity of graph.entities) {
    if (entity.is !== "agreement") continue;
    for (const span of times[under(entity.times, openingChoice)]) {
      if (span.ls < span.ee) turns.push([span.ls, 1], [span.ee, -1]);
    }
  }
  turns.sort((one, other) => (one[0] === other[0] ? one[1] - other[1] : one[0] < other[0] ? -1 : 1));
  let [count, most, best] = [0, 0, null];
  for (const [moment, change] of turns) {
    count += change;
    if (count > most) [most, best] = [count, moment];
  }
  return Number.isFinite(best ?? NaN) ? dayOf(best) : null;
}

const openingDay = graph.opens.date ?? busiestDay();

function opening() {
  return {
    view: "ties", day: openingDay, choice: openingChoice, known: graph.opens.known ?? null,
    senses: new Set(graph.senses), selection: [], from: null, to: null, isAfter: false, isTable: false,
    language: graph.language, theme: "auto",
  };
}

export const state = opening();

/** The standpoint's scene, and what is there on the chosen day. */
export const now = { scene: null, answers: null };

/** Calls a function with the names of what has changed, after each change. */
export const onChange = (listener) => listeners.push(listener);

const same = (one, other) => one === other
  || Array.isArray(one) && Array.isArray(other) && one.length === other.length
  && one.every((value, index) => value === other[index])
  || one instanceof Set && other instanceof Set && one.size === other.size && [...one].every((value) => other.has(value));

/** Changes what is chosen, and all that shows it. */
export function choose(changes, isFromAddress = false) {
  const changed = new Set(Object.keys(changes).filter((key) => !same(state[key], changes[key])));
  if (changed.size === 0 && now.scene) {
    if (isFromAddress) keepAddress();
    return;
  }
  Object.assign(state, changes);
  const isOther = !now.scene || ["choice", "known", "senses"].some((key) => changed.has(key));
  if (isOther) {
    now.scene = new Scene(state);
    changed.add("scene");
  }
  if (isOther || changed.has("day")) now.answers = now.scene.at(state.day);
  if (isFromAddress) {
    changed.add("address");
    keepAddress();
  }
  for (const listener of listeners) listener(changed);
  if (!isFromAddress) writeAddress();
}

let writing = null;

/** The address as it was last read or written. */
let address = location.hash;

function keepAddress() {
  address = location.hash;
  document.documentElement.dataset.address = address;
}

/** Browsers allow only so many changes of the address in a second, and a moving slider makes more. */
function writeAddress() {
  if (writing !== null) return;
  writing = setTimeout(() => {
    writing = null;
    // Somebody has gone to another address meanwhile, and the page hears of it next.
    if (location.hash !== address) return;
    if (location.hash.slice(1) !== fragment()) history.replaceState(null, "", `#${fragment()}`);
    keepAddress();
  }, 200);
}

const idOf = (number) => graph.entities[number].id;

/** The state as it stands in the address: what is as the page opens is left out. */
export function fragment() {
  const usual = opening();
  const parts = new URLSearchParams();
  if (state.view !== usual.view) parts.set("view", state.view);
  if (state.day !== usual.day) parts.set("date", state.day === null ? "all" : dayText(state.day));
  if (state.choice !== usual.choice) parts.set("reading", choices[state.choice].id);
  if (state.known !== usual.known) parts.set("known", state.known === null ? "" : idOf(state.known));
  if (!same(state.senses, usual.senses)) parts.set("senses", [...state.senses].join(" "));
  for (const number of state.selection) parts.append("select", idOf(number));
  if (state.from !== null) parts.set("from", idOf(state.from));
  if (state.to !== null) parts.set("to", idOf(state.to));
  if (state.isAfter) parts.set("after", "date");
  if (state.isTable) parts.set("as", "table");
  if (state.language !== usual.language) parts.set("language", state.language);
  if (state.theme !== usual.theme) parts.set("theme", state.theme);
  return parts.toString();
}

/** What an address says; what it does not know of is left as the page opens. */
export function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const found = opening();
  const number = (id) => numberOfId.get(id) ?? null;
  const actor = (id) => {
    const entity = number(id);
    return entity !== null && graph.entities[entity].is === "actor" ? entity : null;
  };
  if (views.includes(parts.get("view"))) found.view = parts.get("view");
  const date = parts.get("date");
  if (date === "all") found.day = null;
  else if (date !== null) found.day = readDay(date) ?? found.day;
  if (parts.has("reading")) {
    const choice = choices.findIndex(({ id }) => id === parts.get("reading"));
    if (choice >= 0) found.choice = choice;
  }
  if (parts.has("known")) found.known = actor(parts.get("known"));
  if (parts.has("senses")) {
    const senses = parts.get("senses").split(" ");
    found.senses = new Set(graph.senses.filter((sense) => sense === "actual" || senses.includes(sense)));
  }
  found.selection = [...new Set(parts.getAll("select").map(number).filter((entity) => entity !== null))];
  found.from = actor(parts.get("from"));
  found.to = actor(parts.get("to"));
  found.isAfter = parts.get("after") === "date";
  found.isTable = parts.get("as") === "table";
  if (parts.has("language") && /^[A-Za-z0-9-]{2,35}$/.test(parts.get("language"))) found.language = parts.get("language");
  if (["light", "dark"].includes(parts.get("theme"))) found.theme = parts.get("theme");
  return found;
}

/** A day within the slider's, or something else where there is none. */
export const inExtent = (day, otherwise) =>
  day === null ? otherwise : Math.min(extent.last, Math.max(extent.first, day));

/** Selects one thing, or with `isMore` puts it to what is selected or takes it away. */
export function select(numbers, isMore = false) {
  if (!isMore) return choose({ selection: same(state.selection, numbers) ? [] : numbers });
  const selection = new Set(state.selection);
  for (const number of numbers) if (!selection.delete(number)) selection.add(number);
  choose({ selection: [...selection] });
}
