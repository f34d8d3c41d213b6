// The ties diagram: agreements of two are edges between their parties, those of three to seven are small hubs, and larger ones
// are named beside the picture.

import { graph } from "./graph.js";
import { no, maybe, yes } from "./time.js";
import { answerClass } from "./seen.js";
import { now, state, select } from "./state.js";
import { t, name, fullName, word, number, listed } from "./language.js";
import { make, draw, at, button, textWidth, shortened } from "./dom.js";
import { TakenPlaces } from "./labels.js";
import { isSecret, isAssertedFully, statusWords } from "./status.js";

const largestHub = 7;
const margin = 40;

/** Who is drawn, and where: actors that are party to something, and agreements of three to seven parties. */
export function tiesLayout(scene) {
  const [pairs, hubs, large, actors] = [new Map(), [], [], new Set()];
  for (const { number: agreement } of scene.agreements) {
    const parties = scene.parties(agreement);
    if (parties.length > largestHub) {
      large.push({ agreement, parties });
      continue;
    }
    if (parties.length < 2) continue;
    for (const party of parties) actors.add(party);
    if (parties.length > 2) {
      hubs.push({ agreement, parties });
      continue;
    }
    const [one, other] = parties.toSorted((a, b) => a - b);
    const key = `${one} ${other}`;
    if (!pairs.has(key)) pairs.set(key, { one, other, agreements: [] });
    pairs.get(key).agreements.push(agreement);
  }
  for (const { parties } of large) for (const party of parties) actors.add(party);
  const places = new Map();
  for (const actor of actors) if (graph.entities[actor].at) places.set(actor, [...graph.entities[actor].at]);
  const lowest = [...places.values()].reduce((low, [, y]) => Math.max(low, y), 0);
  const widest = [...places.values()].reduce((most, [x]) => Math.max(most, x), 700);
  let [x, y] = [0, lowest + (places.size ? 70 : 0)];
  for (const actor of [...actors].filter((each) => !places.has(each)).sort((a, b) => a - b)) {
    places.set(actor, [x, y]);
    x += 130;
    if (x > widest) [x, y] = [0, y + 56];
  }
  for (const { agreement, parties } of hubs) {
    const known = graph.entities[agreement].at;
    const middle = (axis) => parties.reduce((sum, party) => sum + places.get(party)[axis], 0) / parties.length;
    places.set(agreement, known ? [...known] : [middle(0), middle(1)]);
  }
  return { pairs: [...pairs.values()], hubs, large, actors: [...actors].sort((a, b) => a - b), places };
}

function nodeItem(actor, [x, y]) {
  const entity = graph.entities[actor];
  const label = shortened(name(actor), 28);
  const width = textWidth(label, 12, "600") + 16;
  const rounding = entity.kind === "person" ? 12 : entity.kind === "organization" || entity.kind === "bloc" ? 0 : 5;
  const element = draw("g", { class: `item node ${entity.kind === "state" ? "state" : "other"}` },
    draw("title", {}, fullName(actor)),
    draw("rect", { class: "box", x: x - width / 2, y: y - 12, width, height: 24, rx: rounding }),
    draw("text", { x, y: y + 4, "text-anchor": "middle", class: "strong" }, label));
  return {
    element, numbers: [actor], x, y, sort: "node",
    box: { x: x - width / 2 - 2, y: y - 14, width: width + 4, height: 28 },
    label: () => `${fullName(actor)}, ${word(entity.kind)}`,
    answer: (answers) => answers.entities[actor],
  };
}

function edgeItem({ one, other, agreements }, places) {
  const [[x1, y1], [x2, y2]] = [places.get(one), places.get(other)];
  const line = { x1, y1, x2, y2 };
  const text = draw("text", { class: "label", "text-anchor": "middle" });
  const element = draw("g", { class: "item edge" },
    draw("title", {}, agreements.map(fullName).join(" · ")),
    draw("line", { class: "hit", ...line }), draw("line", { class: "line", ...line }),
    draw("line", { class: "core", ...line }), text);
  return {
    element, text, numbers: agreements, x: (x1 + x2) / 2, y: (y1 + y2) / 2, sort: "edge", line,
    label: () => t("{from} and {to}: {agreements}", {
      from: name(one), to: name(other), agreements: listed(agreements.map(fullName)),
    }),
    answer: (answers) => agreements.reduce((best, each) => Math.max(best, answers.entities[each]), no),
    ends: [one, other],
  };
}

function hubItem({ agreement, parties }, places) {
  const [x, y] = places.get(agreement);
  const text = draw("text", { class: "label", "text-anchor": "middle" });
  const lines = parties.flatMap((party) => {
    const line = { x1: x, y1: y, x2: places.get(party)[0], y2: places.get(party)[1] };
    return [draw("line", { class: "line", ...line }), draw("line", { class: "core", ...line })];
  });
  const element = draw("g", { class: "item edge hub" }, draw("title", {}, fullName(agreement)), lines,
    draw("rect", { class: "box", x: x - 6, y: y - 6, width: 12, height: 12, transform: `rotate(45 ${x} ${y})` }), text);
  return {
    element, text, numbers: [agreement], x, y, sort: "hub", box: { x: x - 10, y: y - 10, width: 20, height: 20 },
    label: () => t("{agreement}: {parties}", { agreement: fullName(agreement), parties: listed(parties.map(name)) }),
    answer: (answers) => answers.entities[agreement], ends: parties,
  };
}

/** What a label says: the name of an agreement, or how many of a pair there are. */
function labelText(item, answers) {
  const there = item.numbers.filter((each) => answers.entities[each] !== no);
  return there.length === 1 ? shortened(name(there[0]), 34) : t("{n} agreements", { n: number(there.length) });
}

function labelPlaces(item, width) {
  const box = (x, y) => ({ x: x - width / 2 - 2, y: y - 11, width: width + 4, height: 15 });
  if (item.sort === "hub") return [[0, 22], [0, -13], [width / 2 + 14, 4], [-width / 2 - 14, 4]]
    .map(([dx, dy]) => box(item.x + dx, item.y + dy));
  const { x1, y1, x2, y2 } = item.line;
  return [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((share) =>
    [4, -5, 14].map((down) => box(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share + down)));
}

/** Puts labels where there is room: first those of what is selected. */
function placeLabels(items, answers) {
  const taken = new TakenPlaces();
  for (const item of items) if (item.box && item.shown !== no) taken.take(item.box);
  const isChosen = (item) => item.numbers.some((each) => state.selection.includes(each));
  const labelled = items.filter((item) => item.text);
  for (const item of [...labelled.filter(isChosen), ...labelled.filter((each) => !isChosen(each))]) {
    const words = item.shown === no ? "" : labelText(item, answers);
    const place = words ? taken.takeFirst(labelPlaces(item, textWidth(words, 11))) : null;
    item.text.textContent = place ? words : "";
    if (!place) continue;
    item.text.setAttribute("x", place.x + place.width / 2);
    item.text.setAttribute("y", place.y + 11);
  }
}

/** The list of agreements with many parties, beside the picture. */
function largeList(large) {
  const list = make("ul", { class: "large-agreements", "aria-label": t("Agreements of more than {n} parties", { n: largestHub }) });
  const rows = large.map(({ agreement, parties }) => {
    const key = button(t("{agreement}: {n} parties", { agreement: fullName(agreement), n: number(parties.length) }),
      (event) => select([agreement], event.ctrlKey || event.metaKey || event.shiftKey), { "aria-pressed": "false" });
    const words = make("span", { class: "status" });
    list.append(make("li", {}, key, " ", words));
    return { agreement, key, words };
  });
  return { list, rows };
}

export function buildTies() {
  const { scene } = now;
  const plan = tiesLayout(scene);
  const items = [
    ...plan.pairs.map((pair) => edgeItem(pair, plan.places)), ...plan.hubs.map((hub) => hubItem(hub, plan.places)),
    ...plan.actors.map((actor) => nodeItem(actor, plan.places.get(actor))),
  ];
  const places = [...plan.places.values()];
  const least = (axis) => places.reduce((best, place) => Math.min(best, place[axis]), 0) - margin * 2;
  const most = (axis) => places.reduce((best, place) => Math.max(best, place[axis]), 0) + margin * 2;
  const box = { x: least(0), y: least(1) + margin, width: most(0) - least(0), height: most(1) - least(1) - margin };
  const { list, rows } = largeList(plan.large);
  const nodes = new Map(items.filter(({ sort }) => sort === "node").map((item) => [item.numbers[0], item.element]));
  let resting = null;
  return {
    items, box, content: draw("g", {}, items.map(({ element }) => element)), beside: plan.large.length ? list : null,
    describe: (item, answers) => statusWords(item.answer(answers), state.day, item.sort === "node" ? "actor" : "agreement"),
    update(answers) {
      const tied = new Set();
      for (const item of items) {
        if (item.ends && item.answer(answers) !== no) for (const end of item.ends) tied.add(end);
        item.element.classList.toggle("away", item.answer(answers) === no);
        if (item.sort === "node") continue;
        const there = item.numbers.filter((each) => answers.entities[each] !== no);
        item.element.classList.toggle("secret", there.length > 0 && there.every((each) => isSecret(each, state.day)));
        item.element.classList.toggle("imagined", there.length > 0 && !there.some(isAssertedFully));
        const weight = Math.min(7, 1.2 + 1.1 * Math.max(0, there.length - 1));
        if (item.weight !== weight) item.element.style.setProperty("--weight", weight);
        item.weight = weight;
      }
      // Who has no tie that is drawn on the date stands back.
      for (const [actor, element] of nodes) element.classList.toggle("loose", !tied.has(actor));
      for (const { agreement, key, words } of rows) {
        const answer = answers.entities[agreement];
        words.textContent = statusWords(answer, state.day, "agreement");
        words.className = `status ${answerClass[answer]}`;
        key.setAttribute("aria-pressed", String(state.selection.includes(agreement)));
      }
      clearTimeout(resting);
      resting = setTimeout(() => placeLabels(items, answers), 120);
    },
    settle: (answers) => placeLabels(items, answers),
    counts: (answers) => [maybe, yes].map((answer) =>
      plan.pairs.flatMap(({ agreements }) => agreements).concat(plan.hubs.map(({ agreement }) => agreement),
        plan.large.map(({ agreement }) => agreement)).filter((each) => answers.entities[each] === answer).length),
  };
}
