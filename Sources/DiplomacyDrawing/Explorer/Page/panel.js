// The panel: all that the graph says of what is selected.

import { graph, times } from "./graph.js";
import { no } from "./time.js";
import { now, state, select, choose, onChange } from "./state.js";
import { t, name, fullName, word, spanWords, dateWords, inLanguage } from "./language.js";
import { make, at, button, clean } from "./dom.js";
import { answerClass } from "./seen.js";
import { statusWords } from "./status.js";
import { howWords, howLine, sourceList } from "./sources.js";
import { lifeParts } from "./life.js";

const entityLink = (ref) => (typeof ref !== "number" ? clean(ref)
  : button(name(ref), (event) => select([ref], event.ctrlKey || event.metaKey || event.shiftKey), { class: "link" }));

/** A statement from the side of one of its ends. */
function statementRow(statement, number) {
  const isSubject = statement.from === number;
  const other = isSubject ? statement.to : statement.from;
  const office = statement.office ? inLanguage(statement.office) : "";
  const parts = [
    make("span", { class: "role" }, isSubject ? word(statement.role) : `← ${word(statement.role)}`), " ", entityLink(other),
    office ? `, ${office}` : "", statement.for === undefined ? "" : [", ", t("for"), " ", entityLink(statement.for)],
  ];
  const spans = times[now.scene.timesOfStatement(statement.number, state.day)];
  const isOwn = statement.when !== undefined;
  const answer = now.answers.statements[statement.number];
  return make("li", { class: answerClass[answer] }, parts,
    make("span", { class: "when" }, ` ${isOwn ? dateWords(statement.when) : spans.map(spanWords).join("; ")}`),
    state.day === null ? "" : make("span", { class: "status" }, ` – ${statusWords(answer, state.day)}`), howLine(statement.how));
}

/** Names in all languages, where there are several. */
function nameList({ name: names, short }) {
  const rows = [];
  for (const text of [names, short ?? []]) {
    for (let index = 0; index < text.length; index += 2) rows.push(make("li", { lang: text[index], dir: "auto" }, `${text[index]}: ${text[index + 1]}`));
  }
  return rows.length > 1 ? [make("h4", {}, t("Names")), make("ul", { class: "names" }, rows)] : [];
}

function spanLines(entity) {
  const lines = times[now.scene.timesOf(entity.number, state.day)].map(spanWords);
  if (entity.is === "event") return entity.when === undefined ? [t("at an unknown date")] : [dateWords(entity.when)];
  const isAlways = entity.is !== "agreement" && entity.when === undefined && !entity.existence;
  return isAlways ? [] : lines.length ? lines : [t("never")];
}

function registerParts(entity) {
  if (!entity.registers) return [];
  return [make("p", { class: "registers" }, entity.registers.map(([register, value]) => {
    const isWikidata = register === "wikidata" && /^Q[0-9]+$/.test(value);
    return make("span", {}, `${register}: `, isWikidata
      ? make("a", { href: `https://www.wikidata.org/wiki/${value}`, rel: "noopener noreferrer", target: "_blank" }, value) : value, " ");
  }))];
}

function entityPart(number) {
  const entity = graph.entities[number];
  const answer = now.answers.entities[number];
  const lines = spanLines(entity);
  const title = { agreement: t("In force"), event: t("When"), actor: t("Existed"), territory: t("Existed") }[entity.is];
  const statements = graph.about[number].map((each) => graph.statements[each])
    .filter((statement) => now.scene.all.statements[statement.number] !== no);
  const how = howWords(entity.how);
  const concluded = entity.is === "agreement" ? now.scene.concluded(number) : null;
  const deeds = (entity.deeds ?? []).filter((deed) => now.scene.sees(deed.how ?? {}));
  return make("article", {},
    make("h3", { tabindex: "-1", dir: "auto" }, fullName(number)),
    make("p", { class: "kind" }, `${word(entity.is)}: ${word(entity.kind)} – `,
      make("span", { class: `status ${answerClass[answer]}` }, statusWords(answer, state.day, entity.is))),
    concluded === null ? null : make("p", {}, `${t("Concluded")}: ${dateWords(concluded)}`),
    lines.length ? [make("h4", {}, title), make("ul", {}, lines.map((line) => make("li", {}, line)))] : null,
    (entity.existence ?? []).filter(({ as }) => as).map((part) =>
      make("p", {}, `${word(part.as)}: ${dateWords(part.when)}`, howLine(part.how))),
    how ? make("p", { class: "how" }, how) : null, sourceList(entity.how), lifeParts(entity),
    deeds.length ? [make("h4", {}, t("Deeds")), make("ul", {}, deeds.map((deed) =>
      make("li", {}, `${word(deed.effect)}: ${deed.of}`, howLine(deed.how))))] : null,
    statements.length ? [make("h4", {}, t("Statements")), make("ul", { class: "statements" },
      statements.map((statement) => statementRow(statement, number)))] : null,
    nameList(entity), registerParts(entity),
    entity.is === "actor" ? make("p", { class: "actions" },
      button(t("Journeys from here"), () => choose({ from: number })), " ", button(t("Journeys to here"), () => choose({ to: number }))) : null);
}

const shownLimit = 12;

export function showPanel() {
  const place = at("panel-content");
  if (state.selection.length === 0) {
    place.replaceChildren(make("p", {}, t("Select an actor, an agreement or an event in a picture or by the search.")),
      graph.summary ? make("p", {}, graph.summary) : "",
      graph.authors.length ? make("p", {}, `${t("Authors")}: ${graph.authors.join(", ")}`) : "",
      graph.license ? make("p", {}, `${t("Licence")}: ${graph.license}`) : "");
    return;
  }
  place.replaceChildren(button(t("Clear the selection"), () => {
    choose({ selection: [] });
    at("search").focus();
  }), ...state.selection.slice(0, shownLimit).map(entityPart));
}

export function setUpPanel() {
  let resting = null;
  onChange((changed) => {
    if (["selection", "scene", "language"].some((key) => changed.has(key))) return showPanel();
    // While the slider moves the panel waits.
    if (!changed.has("day") || state.selection.length === 0) return;
    clearTimeout(resting);
    resting = setTimeout(showPanel, 150);
  });
}
