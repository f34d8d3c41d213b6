// Who was in touch with whom and when, as the program's `ContactNetwork` has it: taking part in agreements and events, and
// ties between actors, each within its span and within the existence of its actors.

import { graph, times, under, isContact } from "./graph.js";
import { no, yes } from "./time.js";

const isActor = (number) => graph.entities[number].is === "actor";

/** The ways in which the actors of a statement may have existed at some moment of a window: for each way the windows in which a
    crossing has to lie as well, apart from those that leave no doubt. */
function gatesOf(window, statement, scene) {
  let ways = [[]];
  for (const end of [statement.from, statement.to]) {
    const entity = graph.entities[end];
    if (entity.is !== "actor" || entity.when === undefined && !entity.existence) continue;
    const existence = times[scene.timesOf(end)].map(windowOf);
    if (existence.some((other) => other.ls <= window.es && other.el >= window.ll)) continue;
    ways = ways.flatMap((way) => existence.map((other) => [...way, other])).filter((way) => isOpen([window, ...way]));
  }
  return ways;
}

const first = (windows, key) => Math.max(...windows.map((window) => window[key]));
const last = (windows, key) => Math.min(...windows.map((window) => window[key]));

/** Whether some moment may be in all of some windows. */
const isOpen = (windows) => first(windows, "es") <= last(windows, "ll");

/** Whether some moment is in all windows of a contact whatever the dates are: each has begun when any other ends. */
const isSure = (windows) =>
  windows.every((one) => windows.every((other) => one === other || one.ls <= other.el));

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
    const stretches = each === null ? [] : times[each].map(windowOf);
    for (const span of times[scene.timesOfStatement(number)]) {
      const key = [to, span.es, span.ls, span.ee, span.le, span.isMoment, isOwn ? number : ""].join(" ");
      if (!shared.has(key)) shared.set(key, windowOf(span));
      const window = shared.get(key);
      if (window.es > window.ll) continue;
      for (const gates of gatesOf(window, statement, scene)) {
        const contact = { from, to, statement: number, isOneWay: role === "link-to", window, gates };
        if (answer === yes && isSure([window, ...gates])) certain.push(contact);
        if (stretches.length === 0) possible.push(contact);
        // Of a date that is one of several days nothing is known of those between.
        for (const stretch of stretches.filter((stretch) => isOpen([stretch, ...gates]))) {
          possible.push({ ...contact, window: stretch });
        }
      }
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
  for (const { from, to, statement, isOneWay, window, gates } of contacts) {
    const all = [window, ...gates];
    const [start, end] = isCertain ? [first(all, "ls"), last(all, "el")] : [first(all, "es"), last(all, "ll")];
    add(from, to, start, end, statement);
    if (!isOneWay) add(to, from, start, end, statement);
    if (!isCertain || window.ls <= window.el || users.get(window) < 2 || isActor(to)) continue;
    // Those who take part share the dates: even where it may end before it is sure to have begun, all meet in it.
    if (!inner.has(window)) {
      inner.set(window, ways.length);
      ways.push([]);
      add(inner.get(window), to, window.ls, Infinity, -1);
    }
    const [gateStart, gateEnd] = [first([{ ls: -Infinity }, ...gates], "ls"), last([{ el: Infinity }, ...gates], "el")];
    add(from, inner.get(window), gateStart, Math.min(window.el, gateEnd), statement);
    if (!isOneWay && window.ls <= gateEnd) add(inner.get(window), from, Math.max(window.ls, gateStart), Infinity, statement);
  }
  return ways;
}
