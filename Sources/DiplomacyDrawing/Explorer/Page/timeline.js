// The timeline: agreements in force as bars, solid where certain and faded where possible; acts as marks, events as ticks,
// and the offices of persons.

import { graph, times } from "./graph.js";
import { no, maybe, yes, dateBounds, startOf, civil, dayNumber, dayOf, extent, daySeconds } from "./time.js";
import { now, state } from "./state.js";
import { t, name, fullName, word, spanWords, dateWords, yearWords, inLanguage } from "./language.js";
import { draw, at, textWidth, shortened, clean } from "./dom.js";
import { isSecret, isAssertedFully, isUnsure, statusWords } from "./status.js";
import { beginning } from "./chart.js";

const [rowHeight, laneHeight, headHeight] = [22, 15, 22];
/** How wide all of time is drawn: as wide as there is room when it is built. */
let [width, perDay] = [0, 0];
const [left, right] = [startOf(extent.first), startOf(extent.last + 1)];

/** Where a moment stands; open ends stand at the edge. */
const xOf = (moment) => ((Math.min(right, Math.max(left, moment)) - left) / daySeconds) * perDay;

/** A span: solid where it certainly was, and faded between the bounds of its beginning and of its end. */
function bar(span, y, height, group = "") {
  const [from, to] = [xOf(span.es), xOf(span.le)];
  const rect = (kind, x, end) => draw("rect", { class: `${kind} ${group}`, x, y: y - height / 2, width: Math.max(1.5, end - x), height });
  const isSure = span.ls < span.ee;
  const parts = isSure ? [] : [rect("possible", from, to)];
  if (isSure && span.es < span.ls) parts.push(rect("possible", from, xOf(span.ls)));
  if (isSure && span.ee < span.le) parts.push(rect("possible", xOf(span.ee), to));
  if (isSure) parts.push(rect("certain", xOf(span.ls), xOf(span.ee)));
  if (span.es === -Infinity) parts.push(draw("path", { class: "open", d: `M${from + 7} ${y - 5}L${from + 1} ${y}L${from + 7} ${y + 5}` }));
  if (span.le === Infinity) parts.push(draw("path", { class: "open", d: `M${to - 7} ${y - 5}L${to - 1} ${y}L${to - 7} ${y + 5}` }));
  return parts;
}

/** With all readings together, the thin bars of each where they differ. */
function readingBars(entity, y) {
  if (state.choice !== 0 || !Array.isArray(entity.times)) return [];
  return graph.readings.flatMap((reading, index) => times[entity.times[index + 1]].map((span) =>
    draw("g", {}, draw("title", {}, `${clean(inLanguage(reading.title))}: ${spanWords(span)}`),
      bar(span, y + 7 + index * 4, 2.5, `reading${index % 4}`))));
}

function actMarks(entity, scene, y) {
  return (entity.acts ?? []).filter(({ when, how }) => when !== undefined && scene.sees(how ?? {})).map((act) => {
    const { from, to } = dateBounds(act.when);
    const x = (xOf(from) + xOf(to)) / 2;
    const isVague = to - from > daySeconds * 2;
    return draw("g", { class: `act ${isVague ? "vague" : ""}` },
      draw("title", {}, `${word(act.kind)}: ${dateWords(act.when)}${act.by ? ` (${act.by.map(name).join(", ")})` : ""}`),
      isVague ? draw("line", { x1: xOf(from), y1: y, x2: xOf(to), y2: y }) : null,
      draw("path", { d: `M${x} ${y - 5}L${x + 3.4} ${y}L${x} ${y + 5}L${x - 3.4} ${y}Z` }));
  });
}

function barItem(number, spans, y, sideWidth, label, words, answer, extras) {
  const element = draw("g", { class: "item bar" }, draw("title", {}, `${words}: ${spans.map(spanWords).join("; ")}`),
    draw("rect", { class: "hit", x: 0, y: y - rowHeight / 2, width, height: rowHeight }),
    spans.map((span) => bar(span, y, 9)), extras);
  const key = draw("text", { class: "rowhead", x: sideWidth - 8, y: y + 4, "text-anchor": "end" }, draw("title", {}, words), label);
  const starts = spans.map(({ es }) => xOf(es));
  return {
    element, key, numbers: [number], kind: graph.entities[number].is, x: starts.length ? Math.min(...starts) : 0, y, sort: "bar", answer,
    label: () => `${words}; ${spans.map(spanWords).join("; ") || t("never")}`,
  };
}

/** Events as ticks, with labels where they do not collide: in the first lane that has room. */
function eventItems(scene) {
  const events = graph.entities.filter(({ number, is, when }) =>
    is === "event" && when !== undefined && scene.all.entities[number] !== no);
  const known = events.map((event) => ({ event, ...dateBounds(event.when) }))
    .filter(({ from, to }) => Number.isFinite(from) || Number.isFinite(to))
    .sort((one, other) => one.from - other.from || one.event.number - other.event.number);
  const ends = [];
  const items = known.map(({ event, from, to }) => {
    const x = xOf((Math.max(from, left) + Math.min(to, right)) / 2);
    const label = shortened(name(event.number), 30);
    const size = textWidth(label, 11) + 10;
    const isVague = to - from > daySeconds * 2;
    // At the right edge a label stands before its tick.
    const isBefore = x + size > width + 45;
    const start = Math.min(isBefore ? x - size : x, isVague ? xOf(from) : x);
    const end = Math.max(isBefore ? x : x + size, isVague ? xOf(to) : x);
    let lane = ends.findIndex((other) => other < start - 4);
    if (lane < 0 && ends.length < 9) lane = ends.push(-Infinity) - 1;
    if (lane >= 0) ends[lane] = end;
    return { event, x, label, lane, from, to, isVague, isBefore };
  });
  const band = headHeight + ends.length * laneHeight + 14;
  return {
    band,
    items: items.map(({ event, x, label, lane, from, to, isVague, isBefore }) => {
      const y = lane < 0 ? band - 4 : headHeight + 14 + lane * laneHeight;
      const element = draw("g", { class: `item event ${isVague ? "vague" : ""} ${event.how.sense ? "imagined" : ""}` },
        draw("title", {}, `${fullName(event.number)}: ${dateWords(event.when)}`),
        isVague ? draw("rect", { class: "possible", x: xOf(from), y: y - 5, width: Math.max(2, xOf(to) - xOf(from)), height: 6 }) : null,
        draw("line", { class: "tick", x1: x, y1: y - 9, x2: x, y2: y + 3 }),
        lane < 0 ? null : draw("text", { class: "label", x: isBefore ? x - 4 : x + 4, y: y + 1, "text-anchor": isBefore ? "end" : "start" }, label + (isUnsure(event.how) ? " ?" : "")));
      return {
        element, numbers: [event.number], x, y, sort: "event", answer: (answers) => answers.entities[event.number],
        label: () => `${fullName(event.number)}, ${word(event.kind)}, ${dateWords(event.when)}`,
      };
    }),
  };
}

/** Years along the scale, as many as have room. */
function scale(bottom) {
  const [first, last] = [civil(extent.first).year, civil(extent.last).year];
  const step = [1, 2, 5].flatMap((each) => [each, each * 10, each * 100, each * 1e3, each * 1e4, each * 1e5, each * 1e6])
    .sort((one, other) => one - other).find((each) => (last - first) / each <= 24) ?? 1e7;
  const [lines, words] = [[], []];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
    const x = xOf(startOf(dayNumber(year, 1, 1)));
    lines.push(draw("line", { class: "scale", x1: x, y1: headHeight, x2: x, y2: bottom }));
    words.push(draw("text", { class: "year", x: x + 2, y: headHeight - 6 }, yearWords(year)));
  }
  return { lines, words };
}

/** The agreements in order of their beginning, and who held offices when. */
export function timelineRows(scene) {
  const agreements = scene.agreements.map(({ number }) => number).map((number) => ({ number, begins: beginning(scene, number) }))
    .sort((one, other) => (one.begins === other.begins ? one.number - other.number : one.begins < other.begins ? -1 : 1));
  const offices = graph.statements.filter(({ number, role, when, how }) =>
    role === "represents" && when !== undefined && scene.all.statements[number] !== no && scene.counts(how));
  return { agreements: agreements.map(({ number }) => number), offices };
}

export function buildTimeline() {
  const { scene } = now;
  const { agreements, offices } = timelineRows(scene);
  const officeName = (office) => `${name(office.from)}, ${office.office ? clean(inLanguage(office.office)) : word(office.role)}`;
  const labels = [...agreements.map((number) => shortened(name(number), 36)), ...offices.map((office) => shortened(officeName(office), 36))];
  const sideWidth = Math.ceil(labels.reduce((most, label) => Math.max(most, textWidth(label, 12)), 60) + 18);
  const room = at("picture").clientWidth || 1300;
  width = Math.max(640, Math.min(2400, room - sideWidth - 60));
  perDay = width / (extent.last - extent.first + 1);
  const events = eventItems(scene);
  let y = events.band + 16;
  const bars = agreements.map((number, index) => {
    const entity = graph.entities[number];
    const extra = readingBars(entity, y);
    const item = barItem(number, times[scene.timesOf(number)], y, sideWidth, labels[index] + (isUnsure(entity.how) ? " ?" : ""),
      fullName(number), (answers) => answers.entities[number], [extra, actMarks(entity, scene, y)]);
    y += rowHeight + (extra.length ? graph.readings.length * 4 : 0);
    return item;
  });
  const officeTop = y;
  if (offices.length) y += 26;
  const officeBars = offices.map((office, index) => {
    const item = barItem(office.from, times[scene.timesOfStatement(office.number)], y, sideWidth, labels[agreements.length + index],
      officeName(office), (answers) => answers.statements[office.number], []);
    item.element.classList.add("office");
    y += rowHeight;
    return item;
  });
  const bottom = y;
  const line = draw("line", { class: "today", y1: headHeight, y2: bottom });
  const years = scale(bottom);
  const items = [...events.items, ...bars, ...officeBars];
  return {
    items, sideWidth, headHeight, head: draw("g", {}, years.words),
    side: draw("g", {}, draw("text", { class: "strong", x: sideWidth - 8, y: headHeight + 16, "text-anchor": "end" }, t("Events")),
      offices.length ? draw("text", { class: "strong", x: sideWidth - 8, y: officeTop + 10, "text-anchor": "end" }, t("Offices")) : null,
      [...bars, ...officeBars].map(({ key }) => key)),
    content: draw("g", {}, years.lines, items.map(({ element }) => element), line),
    shownX: (day) => xOf(startOf(day)),
    box: { x: 0, y: 0, width: width + 50, height: bottom + 8 },
    describe: (item, answers) => statusWords(item.answer(answers), state.day, item.kind),
    update(answers) {
      for (const { element, numbers: [number] } of bars) {
        element.classList.toggle("secret", isSecret(number, state.day));
        element.classList.toggle("imagined", !isAssertedFully(number));
      }
      line.setAttribute("visibility", answers.day === null ? "hidden" : "visible");
      if (answers.day === null) return;
      const x = xOf(startOf(answers.day));
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
    },
    counts: (answers) => [maybe, yes].map((answer) =>
      agreements.filter((number) => answers.entities[number] === answer).length),
  };
}
