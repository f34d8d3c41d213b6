// Every view as a table, of the same things and numbers as the picture; it can be downloaded as CSV.

import { graph, times } from "./graph.js";
import { no, maybe, yes } from "./time.js";
import { answerClass } from "./seen.js";
import { now, state, select } from "./state.js";
import { t, fullName, word, listed, spanWords, dateWords, dateText, dayWords, number, inLanguage } from "./language.js";
import { make, at, button } from "./dom.js";
import { tiesLayout } from "./ties.js";
import { chartLayout, ownActs } from "./chart.js";
import { timelineRows } from "./timeline.js";
import { isSecret, statusWords } from "./status.js";

const codes = { [no]: "no", [maybe]: "possible", [yes]: "certain" };

/** A cell: what is shown, what stands in CSV, and the entity that it names. */
const entityCell = (number) => ({ text: fullName(number), value: inLanguage(graph.entities[number].name), entity: number });
const answerCell = (answer, kind = "agreement") => ({ text: statusWords(answer, state.day, kind), value: codes[answer], answer });
const textCell = (text, value = text) => ({ text, value });
const secretCell = (agreement) =>
  textCell(graph.entities[agreement].how.secret ? (isSecret(agreement, state.day) ? t("secret") : t("disclosed")) : "");

function tiesTable(scene, answers) {
  const { pairs, hubs, large } = tiesLayout(scene);
  const two = pairs.flatMap(({ one, other, agreements }) => agreements.map((agreement) => ({ agreement, parties: [one, other] })));
  const rows = [...two, ...hubs, ...large].map(({ agreement, parties }) => [
    entityCell(agreement), textCell(listed(parties.map(fullName)), parties.map((party) => inLanguage(graph.entities[party].name)).join("; ")),
    textCell(number(parties.length), String(parties.length)), answerCell(answers.entities[agreement]), secretCell(agreement),
  ]);
  return { heads: [t("Agreement"), t("Parties"), t("Number of parties"), t("On the date"), t("Secret")], rows };
}

function chartTable(scene, answers) {
  const { columns } = chartLayout(scene);
  const rows = columns.flatMap((agreement) => scene.members.get(agreement).map(({ actor, role, statements }) => {
    const { acceded, left } = ownActs(scene, agreement, actor);
    const concluded = scene.concluded(agreement);
    const own = [acceded ? word("accession") : "", left ? t("denounced it or withdrew") : ""].filter(Boolean).join(", ");
    return [
      entityCell(agreement), concluded === null ? textCell("") : textCell(dateWords(concluded), dateText(concluded)),
      entityCell(actor), textCell(word(role), role), textCell(own),
      answerCell(statements.reduce((best, each) => Math.max(best, answers.statements[each]), no), "actor"),
    ];
  }));
  return { heads: [t("Agreement"), t("Concluded"), t("Actor"), t("Role"), t("Own acts"), t("On the date")], rows };
}

function timelineTable(scene, answers) {
  const { agreements, offices } = timelineRows(scene);
  const spans = (list) => textCell(list.map(spanWords).join("; ") || t("never"));
  const events = graph.entities.filter(({ number, is }) => is === "event" && scene.all.entities[number] !== no);
  const rows = [
    ...agreements.map((agreement) => [
      entityCell(agreement), textCell(word(graph.entities[agreement].kind), graph.entities[agreement].kind),
      spans(times[scene.timesOf(agreement)]), answerCell(answers.entities[agreement]),
    ]),
    ...events.map((event) => [
      entityCell(event.number), textCell(word(event.kind), event.kind),
      event.when === undefined ? textCell(t("at an unknown date"), "") : textCell(dateWords(event.when), dateText(event.when)),
      answerCell(answers.entities[event.number], "event"),
    ]),
    ...offices.map((office) => [
      entityCell(office.from), textCell(office.office ? inLanguage(office.office) : word(office.role)),
      spans(times[scene.timesOfStatement(office.number)]), answerCell(answers.statements[office.number], "actor"),
    ]),
  ];
  return { heads: [t("Name"), t("Kind"), t("When"), t("On the date")], rows };
}

const makers = { ties: tiesTable, chart: chartTable, timeline: timelineTable };

/** The table of the chosen view. */
export const tableOf = (view) => makers[view](now.scene, now.answers);

function shownCell(cell, isHead) {
  const content = cell.entity === undefined ? cell.text
    : button(cell.text, (event) => select([cell.entity], event.ctrlKey || event.metaKey || event.shiftKey),
      { class: "link", "aria-pressed": String(state.selection.includes(cell.entity)), "data-entity": cell.entity, tabindex: "-1" });
  const kind = cell.answer === undefined ? undefined : answerClass[cell.answer];
  return isHead ? make("th", { scope: "row" }, content) : make("td", { class: kind }, content);
}

/** A table is one stop of the Tab key: arrow keys go from name to name. */
export function setUpTable() {
  const links = (row) => [...row.querySelectorAll("button.link")];
  const go = (link) => {
    for (const other of at("table").querySelectorAll("button[tabindex='0']")) other.tabIndex = -1;
    link.tabIndex = 0;
    link.focus();
  };
  at("table").addEventListener("keydown", (event) => {
    const row = event.target.closest?.("tbody tr");
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const column = links(row).indexOf(event.target);
    const rows = [...row.parentNode.rows];
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15, Home: -Infinity, End: Infinity }[event.key];
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = Math.min(rows.length - 1, Math.max(0, rows.indexOf(row) + (step ?? 0)));
    const there = links(rows[index]);
    const link = step ? there[Math.min(Math.max(0, column), there.length - 1)] : across ? links(row)[column + across] : null;
    if (step || across) event.preventDefault();
    if (link) go(link);
  });
}

const rowLimit = 3000;

/** Shows the table of the chosen view in the place of the picture. */
export function showTable(caption) {
  const { heads, rows } = tableOf(state.view);
  const body = rows.slice(0, rowLimit).map((row) =>
    make("tr", { class: row.some(({ entity }) => state.selection.includes(entity)) ? "selected" : undefined },
      row.map((cell, index) => shownCell(cell, index === 0))));
  const more = rows.length > rowLimit
    ? t("The first {n} of {all} rows; the CSV file has all.", { n: number(rowLimit), all: number(rows.length) }) : "";
  const focused = at("table").contains(document.activeElement) ? document.activeElement.dataset.entity : undefined;
  at("table").replaceChildren(make("table", {},
    make("caption", {}, `${caption} ${more}`),
    make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, body)));
  // Rows are made anew when something is selected: the focus stays where it was.
  const again = focused === undefined ? null : at("table").querySelector(`button[data-entity="${focused}"]`);
  const stop = again ?? at("table").querySelector("button.link");
  if (stop) stop.tabIndex = 0;
  again?.focus({ preventScroll: true });
}

/** The date and the standpoint of what is shown, for captions. */
export function standpointWords() {
  const parts = [state.day === null ? t("at all times together") : t("on {date}", { date: dayWords(state.day) })];
  if (graph.readings.length) {
    parts.push(state.choice === 0 ? t("all readings together")
      : t("reading: {title}", { title: inLanguage(graph.readings[state.choice - 1].title) }));
  }
  if (state.known !== null) parts.push(t("as known to {actor}", { actor: fullName(state.known) }));
  if (state.senses.size < graph.senses.length) parts.push(t("only: {senses}", { senses: listed([...state.senses].map(word)) }));
  return parts.join("; ");
}
