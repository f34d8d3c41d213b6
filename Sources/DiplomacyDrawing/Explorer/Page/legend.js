// What the signs of each picture mean.

import { t, word } from "./language.js";
import { draw, textWidth } from "./dom.js";
import { roleMark } from "./chart.js";
import { graph } from "./graph.js";

const line = (kind) => () => draw("g", { class: `item edge ${kind}` },
  draw("line", { class: "line", x1: 0, y1: 0, x2: 26, y2: 0 }), draw("line", { class: "core", x1: 0, y1: 0, x2: 26, y2: 0 }));
const node = (kind, rounding) => () => draw("g", { class: `item node ${kind}` },
  draw("rect", { class: "box", x: 1, y: -7, width: 24, height: 14, rx: rounding }));
const mark = (role, own) => () => draw("g", { class: "mark yes", transform: "translate(13 0)" }, roleMark(role, own));
const bar = (parts) => () => draw("g", { class: "item bar" }, parts.map(([kind, x, width]) =>
  draw("rect", { class: kind, x, y: -4.5, width, height: 9 })));

function lines() {
  const entries = [
    [line("yes"), t("certain on the date")], [line("maybe"), t("possible on the date, as dates are uncertain")],
    [line("yes imagined"), t("planned, promised, believed or hypothetical")],
  ];
  if (graph.entities.some(({ how }) => how.secret)) entries.push([line("yes secret"), t("secret, and not yet disclosed")]);
  return entries;
}

const unsure = () => [() => draw("text", { x: 13, y: 4, "text-anchor": "middle" }, "?"), t("the author was not sure")];

const entriesOf = {
  ties: () => [
    [node("state yes", 5), word("state")], [node("other yes", 0), t("organization or bloc")],
    [() => draw("g", { class: "item edge yes thick" }, draw("line", { class: "line", x1: 0, y1: 0, x2: 26, y2: 0 })),
      t("several agreements of one pair")],
    [() => draw("g", { class: "item edge hub yes" }, draw("rect", { class: "box", x: 7, y: -6, width: 12, height: 12, transform: "rotate(45 13 0)" })),
      t("agreement of three to seven parties")], ...lines(),
  ],
  chart: () => [
    ...["party", "guarantor", "signatory", "negotiator", "depositary", "beneficiary"]
      .filter((role) => graph.statements.some((statement) => statement.role === role)).map((role) => [mark(role), word(role)]),
    [mark("party", { acceded: true }), t("party that acceded later")],
    [mark("party", { left: true }), t("denounced it or withdrew")],
    [() => draw("g", { class: "mark no", transform: "translate(13 0)" }, roleMark("party")), t("not on the date")],
    ...lines(), unsure(),
  ],
  timeline: () => [
    [bar([["certain", 0, 26]]), t("certainly in force")], [bar([["possible", 0, 26]]), t("possibly in force: it began or ended here")],
    [() => draw("g", { class: "act" }, draw("path", { d: "M13-5 16.4 0 13 5 9.6 0Z" })), t("act: signature, ratification, denunciation, …")],
    [() => draw("g", { class: "item event yes" }, draw("line", { class: "tick", x1: 13, y1: -6, x2: 13, y2: 6 })), t("event")],
    ...(graph.statements.some(({ role, when }) => role === "represents" && when !== undefined)
      ? [[() => draw("g", { class: "item bar office" }, draw("rect", { class: "certain", x: 0, y: -4.5, width: 26, height: 9 })), t("office of a person")]] : []),
    ...(graph.entities.some(({ how }) => how.secret)
      ? [[() => draw("g", { class: "item bar secret" }, draw("rect", { class: "certain", x: 1, y: -4, width: 24, height: 8 })), t("secret, and not yet disclosed")]] : []),
    ...(graph.readings.length > 1 ? [[bar([["certain reading0", 0, 26]]), t("thin bars: one reading each, where they differ")]] : []),
    unsure(),
  ],
};

/** A legend, in lines of a width. */
export function legend(view, width) {
  const parts = [];
  let [x, y] = [4, 14];
  for (const [sample, words] of entriesOf[view]()) {
    const size = 34 + textWidth(words, 11) + 18;
    if (x + size > width && x > 4) [x, y] = [4, y + 20];
    parts.push(draw("g", { transform: `translate(${x} ${y})` }, sample(), draw("text", { class: "label", x: 34, y: 4 }, words)));
    x += size;
  }
  return draw("svg", { class: "legend", width, height: y + 12, viewBox: `0 0 ${width} ${y + 12}`, role: "img",
    "aria-label": entriesOf[view]().map(([, words]) => words).join("; ") }, parts);
}
