// Who was in touch with whom and when, as the program's `ContactNetwork` has it: taking part in agreements and events, and
// ties between actors, each within its span and within the existence of its actors.

import { graph, times, under, isContact } from "./graph.js";
import { no, yes, intersection } from "./time.js";

const isActor = (number) => graph.entities[number].is === "actor";

/** The parts of a span in which the actors of a statement existed. */
function within(span, statement, scene) {
  let parts = [span];
  for (const end of [statement.from, statement.to]) {
    const entity = graph.entities[end];
    if (entity.is !== "actor" || entity.when === undefined && !entity.existence) continue;
    const existence = times[scene.timesOf(end)];
    parts = parts.flatMap((part) => existence.map((other) => intersection(part, other)).filter(Boolean));
  }
  return parts;
}

/** When a contact can be crossed: its start and its last moment lie between bounds; open ends are infinite. */
function windowOf(span) {
  const latest = span.le - 1;
  return {
    es: span.es, ls: Math.min(span.ls, latest), el: Math.max(span.ee - 1, span.es), ll: latest,
  };
}

/** The contacts of a scene: those that are possible, and those that are certain, each with its window. */
export function contactsOf(scene) {
  const shared = new Map();
  const [possible, certain] = [[], []];
  for (const statement of graph.statements) {
    const { number, from, to, role, how } = statement;
    const answer = scene.all.statements[number];
    if (answer === no || from === to || !isContact(role) || !scene.counts(how)) continue;
    if (![from, to].every((end) => scene.counts(graph.entities[end].how))) continue;
    const isOwn = statement.when !== undefined || isActor(to);
    const each = statement.days === undefined ? null : under(statement.days, scene.choice);
    const stretches = each === null ? [] : times[each].flatMap((span) => within(span, statement, scene));
    for (const span of times[scene.timesOfStatement(number)].flatMap((part) => within(part, statement, scene))) {
      const key = [to, span.es, span.ls, span.ee, span.le, span.isMoment, isOwn ? number : ""].join(" ");
      if (!shared.has(key)) shared.set(key, windowOf(span));
      const contact = { from, to, statement: number, isOneWay: role === "link-to", window: shared.get(key) };
      if (answer === yes) certain.push(contact);
      if (stretches.length === 0) possible.push(contact);
      // Of a date that is one of several days nothing is known of those between.
      for (const stretch of stretches) possible.push({ ...contact, window: windowOf(stretch) });
    }
  }
  return { possible, certain };
}

/** The ways to go, by the place they start from; a way is open to whoever is there by `last`, and arrives at `start` or later. */
export function waysOf(contacts, isCertain) {
  const ways = graph.entities.map(() => []);
  const add = (from, to, start, last, statement) => ways[from].push({ to, start, last, statement });
  const users = new Map();
  for (const { window } of contacts) users.set(window, (users.get(window) ?? 0) + 1);
  const inner = new Map();
  for (const { from, to, statement, isOneWay, window } of contacts) {
    const [start, last] = isCertain ? [window.ls, window.el] : [window.es, window.ll];
    add(from, to, start, last, statement);
    if (!isOneWay) add(to, from, start, last, statement);
    if (!isCertain || window.ls <= window.el || users.get(window) < 2 || isActor(to)) continue;
    // Those who take part share the dates: even where it may end before it is sure to have begun, all meet in it.
    if (!inner.has(window)) {
      inner.set(window, ways.length);
      ways.push([]);
      add(inner.get(window), to, window.ls, Infinity, -1);
    }
    add(from, inner.get(window), -Infinity, window.el, statement);
    if (!isOneWay) add(inner.get(window), from, window.ls, Infinity, statement);
  }
  return ways;
}
