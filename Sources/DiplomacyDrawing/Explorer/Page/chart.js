// The incidence chart: a row for each actor, a column for each agreement in order of its date, a mark for each role.

import { graph, times } from "./graph.js";
import { no, maybe, yes, dateBounds, dayOf, civil } from "./time.js";
import { answerClass } from "./seen.js";
import { now, state } from "./state.js";
import { t, name, fullName, word, number, dateWords, yearWords } from "./language.js";
import { draw, textWidth, shortened } from "./dom.js";
import { isSecret, isAssertedFully, isUnsure, statusWords } from "./status.js";

const [rowHeight, columnWidth, footHeight] = [19, 17, 34];
let headHeight = 170;

/** When an agreement began: concluded, else in force from; unknown dates come last. */
export function beginning(scene, agreement) {
  const concluded = scene.concluded(agreement);
  if (concluded !== null) return dateBounds(concluded).from;
  const starts = times[scene.timesOf(agreement)].map(({ es }) => es);
  return starts.length ? Math.min(...starts) : Infinity;
}

/** The agreements in order of their dates, and the actors in an order that keeps lines short. */
export function chartLayout(scene) {
  const columns = scene.agreements.map((entity) => entity.number).filter((agreement) => scene.members.has(agreement));
  const begins = new Map(columns.map((agreement) => [agreement, beginning(scene, agreement)]));
  columns.sort((one, other) => {
    const [a, b] = [begins.get(one), begins.get(other)];
    return a === b ? one - other : a < b ? -1 : 1;
  });
  const actors = [...new Set(columns.flatMap((agreement) => scene.members.get(agreement).map(({ actor }) => actor)))];
  return { columns, begins, rows: rowOrder(actors.sort((a, b) => a - b), columns, scene) };
}

/** Rows by the middle of their neighbours in agreements of up to seven, again and again; persons stand below the rest. */
function rowOrder(actors, columns, scene) {
  const place = new Map(actors.map((actor, index) => [actor, index]));
  const groups = columns.map((agreement) => [...new Set(scene.members.get(agreement).map(({ actor }) => actor))])
    .filter((group) => group.length > 1 && group.length <= 7);
  const isPerson = (actor) => (graph.entities[actor].kind === "person" ? 1 : 0);
  let order = [...actors];
  for (let round = 0; round < 40; round += 1) {
    const sums = new Map(actors.map((actor) => [actor, [place.get(actor), 1]]));
    for (const group of groups) {
      const middle = group.reduce((sum, actor) => sum + place.get(actor), 0) / group.length;
      for (const actor of group) {
        const sum = sums.get(actor);
        sum[0] += middle * 2;
        sum[1] += 2;
      }
    }
    order.sort((one, other) => sums.get(one)[0] / sums.get(one)[1] - sums.get(other)[0] / sums.get(other)[1] || one - other);
    order.forEach((actor, index) => place.set(actor, index));
  }
  return order.sort((one, other) => isPerson(one) - isPerson(other) || place.get(one) - place.get(other));
}

/** What an actor did on its own: acceded later, or withdrew. */
export function ownActs(scene, agreement, actor) {
  const acts = (graph.entities[agreement].acts ?? []).filter(({ by, how }) => by?.includes(actor) && scene.counts(how ?? {}));
  return {
    acceded: acts.some(({ kind }) => kind === "accession"),
    left: acts.some(({ kind }) => kind === "withdrawal" || kind === "denunciation"),
  };
}

/** The mark of a role, around a middle. */
export function roleMark(role, { acceded = false, left = false } = {}) {
  const shapes = {
    party: () => draw("circle", { r: 4.6 }),
    guarantor: () => draw("rect", { x: -4.4, y: -4.4, width: 8.8, height: 8.8 }),
    signatory: () => draw("path", { d: "M0-4.6 4.4 3.6H-4.4Z", class: "small" }),
    negotiator: () => draw("path", { d: "M0 4.6 4.4-3.6H-4.4Z", class: "hollow" }),
    depositary: () => draw("path", { d: "M-4.5 0H4.5M0-4.5V4.5", class: "cross" }),
    beneficiary: () => draw("circle", { r: 4.2, class: "hollow" }),
  };
  const shape = role === "party" && acceded ? draw("path", { d: "M0-5.6 5.6 0 0 5.6-5.6 0Z" }) : (shapes[role] ?? shapes.party)();
  return [shape, left ? draw("path", { d: "M-7-7 7 7M-7 7 7-7", class: "cross" }) : null];
}

/** How far marks of the same actor in several roles stand apart. */
const shiftOf = (members, member) => {
  const own = members.filter(({ actor }) => actor === member.actor);
  return (own.indexOf(member) - (own.length - 1) / 2) * 6;
};

function columnItem(agreement, x, rowOf, scene) {
  const members = scene.members.get(agreement);
  const ys = members.map(({ actor }) => rowOf.get(actor));
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const date = scene.concluded(agreement);
  const label = shortened(name(agreement), 30);
  const marks = members.map((member) => ({
    member,
    element: draw("g", {
      class: "mark", transform: `translate(${x + shiftOf(members, member)} ${rowOf.get(member.actor)})`,
    }, draw("title", {}, `${fullName(member.actor)}: ${word(member.role)}`),
    roleMark(member.role, ownActs(scene, agreement, member.actor))),
  }));
  const line = { x1: x, y1: top, x2: x, y2: bottom };
  const element = draw("g", { class: "item column" }, draw("title", {}, fullName(agreement)),
    draw("rect", { class: "hit", x: x - columnWidth / 2, y: headHeight, width: columnWidth, height: bottom + 6 - headHeight }),
    draw("line", { class: "guide", x1: x, y1: headHeight, x2: x, y2: top }),
    draw("line", { class: "line", ...line }), draw("line", { class: "core", ...line }),
    marks.map((mark) => mark.element));
  const key = draw("g", { class: "key" }, draw("title", {}, fullName(agreement)),
    draw("text", { transform: `translate(${x + 4} ${headHeight - 8}) rotate(-62)` },
      label + (isUnsure(graph.entities[agreement].how) ? " ?" : "")));
  return {
    element, key, marks, numbers: [agreement], x, y: headHeight, sort: "column",
    label: () => `${fullName(agreement)}, ${word(graph.entities[agreement].kind)}${date === null ? "" : `, ${dateWords(date)}`}; `
      + t("{n} take part", { n: number(new Set(members.map(({ actor }) => actor)).size) }),
    answer: (answers) => answers.entities[agreement],
  };
}

function rowItem(actor, y, width) {
  const label = shortened(name(actor), 26);
  return {
    element: draw("g", { class: "item row" }, draw("title", {}, fullName(actor)),
      draw("rect", { class: "hit", x: 0, y: y - rowHeight / 2, width, height: rowHeight }),
      draw("text", { x: width - 8, y: y + 4, "text-anchor": "end" }, label)),
    numbers: [actor], x: 0, y, sort: "row",
    label: () => `${fullName(actor)}, ${word(graph.entities[actor].kind)}`,
    answer: (answers) => answers.entities[actor],
  };
}

function years(columns, begins, xOf, bottom) {
  let [lastYear, lastEnd] = [null, -Infinity];
  return columns.map((agreement) => {
    const start = begins.get(agreement);
    const year = Number.isFinite(start) ? civil(dayOf(start)).year : null;
    if (year === lastYear) return null;
    lastYear = year;
    const [x, words] = [xOf.get(agreement), year === null ? "?" : yearWords(year)];
    const hasRoom = x > lastEnd;
    if (hasRoom) lastEnd = x + textWidth(words, 11) + 6;
    return [draw("line", { class: "scale", x1: x - columnWidth / 2, y1: headHeight, x2: x - columnWidth / 2, y2: bottom + 6 }),
      hasRoom ? draw("text", { class: "year", x: x - columnWidth / 2 + 1, y: bottom + 20 }, words) : null];
  });
}

export function buildChart() {
  const { scene } = now;
  const { columns, begins, rows } = chartLayout(scene);
  const sideWidth = Math.ceil(rows.reduce((most, actor) => Math.max(most, textWidth(shortened(name(actor), 26))), 40) + 16);
  headHeight = 22 + columns.reduce((most, agreement) => Math.max(most, textWidth(`${shortened(name(agreement), 30)} ?`)), 40) * 0.89;
  const rowOf = new Map(rows.map((actor, index) => [actor, headHeight + (index + 0.5) * rowHeight]));
  const xOf = new Map(columns.map((agreement, index) => [agreement, (index + 0.8) * columnWidth]));
  const bottom = headHeight + rows.length * rowHeight;
  const width = columns.length * columnWidth + 110;
  const columnItems = columns.map((agreement) => columnItem(agreement, xOf.get(agreement), rowOf, scene));
  const rowItems = rows.map((actor) => rowItem(actor, rowOf.get(actor), sideWidth));
  const lines = rows.map((actor) =>
    draw("line", { class: "rule", x1: 0, y1: rowOf.get(actor), x2: width - 100, y2: rowOf.get(actor) }));
  return {
    items: [...columnItems, ...rowItems], sideWidth, headHeight,
    head: draw("g", {}, columnItems.map(({ key }) => key)),
    side: draw("g", {}, rowItems.map(({ element }) => element)),
    content: draw("g", {}, lines, years(columns, begins, xOf, bottom), columnItems.map(({ element }) => element)),
    box: { x: 0, y: 0, width, height: bottom + footHeight },
    describe: (item, answers) => statusWords(item.answer(answers), state.day, item.sort === "row" ? "actor" : "agreement"),
    update(answers) {
      for (const { element, marks, numbers: [agreement] } of columnItems) {
        element.classList.toggle("secret", isSecret(agreement, state.day));
        element.classList.toggle("imagined", !isAssertedFully(agreement));
        for (const mark of marks) {
          const answer = mark.member.statements.reduce((best, each) => Math.max(best, answers.statements[each]), no);
          if (mark.answer !== answer) mark.element.setAttribute("class", `mark ${answerClass[answer]}`);
          mark.answer = answer;
        }
      }
    },
    counts: (answers) => [maybe, yes].map((answer) =>
      columns.filter((agreement) => answers.entities[agreement] === answer).length),
  };
}
