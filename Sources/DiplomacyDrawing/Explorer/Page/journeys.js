// Journeys from one actor to another that arrive first: at moments that never go back, through agreements, events and ties.

import { graph } from "./graph.js";
import { contactsOf, waysOf } from "./contacts.js";
import { state, now, choose, onChange } from "./state.js";
import { startOf } from "./time.js";
import { t, name, word, momentWords, dayWords, listed, number } from "./language.js";
import { make, at, announce } from "./dom.js";

/** The smallest first. */
class Queue {
  items = [];

  push(item) {
    const { items } = this;
    let place = items.push(item) - 1;
    while (place > 0 && this.precedes(item, items[place - 1 >> 1])) {
      items[place] = items[place - 1 >> 1];
      place = place - 1 >> 1;
    }
    items[place] = item;
  }

  pop() {
    const { items } = this;
    const [first, last] = [items[0], items.pop()];
    if (items.length === 0) return first;
    let place = 0;
    for (let child = 1; child < items.length; child = place * 2 + 1) {
      if (child + 1 < items.length && this.precedes(items[child + 1], items[child])) child += 1;
      if (!this.precedes(items[child], last)) break;
      items[place] = items[child];
      place = child;
    }
    items[place] = last;
    return first;
  }

  precedes(one, other) {
    return one.moment < other.moment || one.moment === other.moment && one.steps < other.steps;
  }
}

/** The journey that arrives first, and of these the one with the fewest steps; null for none. */
export function earliestJourney(ways, from, to, after) {
  const best = ways.map(() => null);
  const queue = new Queue();
  best[from] = { node: from, moment: after, steps: 0, before: null, way: null };
  queue.push(best[from]);
  while (queue.items.length) {
    const here = queue.pop();
    if (best[here.node] !== here) continue;
    if (here.node === to) return stepsOf(here);
    for (const way of ways[here.node]) {
      if (here.moment > way.last) continue;
      const isActor = graph.entities[way.to]?.is === "actor";
      const next = {
        node: way.to, moment: Math.max(here.moment, way.start), steps: here.steps + (isActor ? 1 : 0), before: here, way,
      };
      const known = best[way.to];
      if (known && !queue.precedes(next, known)) continue;
      best[way.to] = next;
      queue.push(next);
    }
  }
  return null;
}

/** The steps between actors, each through an agreement or event, or along a tie. */
function stepsOf(end) {
  const crossings = [];
  for (let here = end; here.before; here = here.before) crossings.unshift(here);
  const steps = [];
  let from = crossings.length ? crossings[0].before.node : end.node;
  let [through, statements] = [null, []];
  for (const { node, moment, way } of crossings) {
    if (way.statement >= 0) statements.push(way.statement);
    const entity = graph.entities[node];
    if (entity && entity.is !== "actor") through = node;
    if (entity?.is !== "actor") continue;
    through ??= statements.map((each) => graph.statements[each].to).find((other) => graph.entities[other].is !== "actor")
      ?? null;
    steps.push({ from, through, to: node, moment, statements });
    [from, through, statements] = [node, null, []];
  }
  return { steps, arrival: end.moment };
}

let prepared = { scene: null, possible: null, certain: null };

/** The possible and the certain journey between two actors in a scene; each null where there is none. */
export function journeysBetween(scene, from, to, after = -Infinity) {
  if (prepared.scene !== scene) {
    const contacts = contactsOf(scene);
    prepared = { scene, possible: waysOf(contacts.possible, false), certain: waysOf(contacts.certain, true) };
  }
  return {
    possible: earliestJourney(prepared.possible, from, to, after),
    certain: earliestJourney(prepared.certain, from, to, after),
  };
}

function stepWords({ from, through, to, moment, statements }) {
  const when = Number.isFinite(moment) ? momentWords(moment) : t("at a date that is not known");
  const role = [...new Set(statements.map((each) => word(graph.statements[each].role)))];
  return through === null
    ? t("{date}: {from} to {to} ({role})", { date: when, from: name(from), to: name(to), role: listed(role) })
    : t("{date}: {from} to {to} through {through}", { date: when, from: name(from), to: name(to), through: name(through) });
}

function told(title, journey) {
  const box = make("section", { class: "journey" }, make("h3", {}, title));
  if (!journey) {
    box.append(make("p", {}, t("There is none.")));
    return box;
  }
  const arrival = Number.isFinite(journey.arrival) ? momentWords(journey.arrival) : t("at a date that is not known");
  box.append(make("p", { class: "arrival" }, t("Arrival: {date}. Steps: {n}.", {
    date: arrival, n: number(journey.steps.length),
  })));
  box.append(make("ol", {}, journey.steps.map((step) => make("li", {}, stepWords(step)))));
  return box;
}

/** What the page says of journeys. */
export function showJourneys() {
  const place = at("journeys-found");
  place.replaceChildren();
  const { from, to } = state;
  if (from === null || to === null) {
    place.append(make("p", {}, t("Choose two actors.")));
    return;
  }
  if (from === to) {
    place.append(make("p", {}, t("Choose two different actors.")));
    return;
  }
  const after = state.isAfter && state.day !== null ? startOf(state.day) : -Infinity;
  const found = journeysBetween(now.scene, from, to, after);
  place.append(
    make("p", {}, after === -Infinity ? t("At any time.") : t("Not before {date}.", { date: dayWords(state.day) })),
    told(t("Possible, if uncertain dates fell so"), found.possible),
    told(t("Certain, however the dates fell"), found.certain),
    make("p", { class: "note" }, t("Each step falls within its agreement, event or tie and the existence of its actors. Of several journeys that arrive together the one with the fewest steps is told.")));
  const say = (journey) => (journey ? momentWords(journey.arrival) : t("none"));
  announce(t("Possible journey: {possible}. Certain journey: {certain}.", {
    possible: say(found.possible), certain: say(found.certain),
  }));
}

let marked = { key: "", scene: null, marks: new Set() };

/** The actors, agreements and events of the told journey: to be marked in the pictures. */
export function journeyMarks() {
  const { from, to } = state;
  const after = state.isAfter && state.day !== null ? startOf(state.day) : -Infinity;
  const key = `${from} ${to} ${after}`;
  if (marked.scene === now.scene && marked.key === key) return marked.marks;
  const isAsked = from !== null && to !== null && from !== to;
  const found = isAsked ? journeysBetween(now.scene, from, to, after) : {};
  const steps = (found.certain ?? found.possible)?.steps ?? [];
  marked = { key, scene: now.scene, marks: new Set(steps.flatMap((step) => [step.from, step.through, step.to])) };
  return marked.marks;
}

export function setUpJourneys() {
  for (const end of ["from", "to"]) {
    at(`journey-${end}`).addEventListener("change", ({ target }) =>
      choose({ [end]: target.value === "" ? null : Number(target.value) }));
  }
  at("journey-after").addEventListener("change", ({ target }) => choose({ isAfter: target.checked }));
  onChange((changed) => {
    const isOther = ["from", "to", "isAfter", "scene", "language"].some((key) => changed.has(key));
    if (isOther || state.isAfter && changed.has("day")) showJourneys();
  });
}
