// The switches: view, table, reading, knowledge, senses, language, theme; and the words of the page around them.

import { graph, choices, hasSecrets } from "./graph.js";
import { no } from "./time.js";
import { state, now, views, choose, onChange } from "./state.js";
import { t, word, fullName, inLanguage, useLanguage, hasWords, languages, languageNames } from "./language.js";
import { make, at, clean } from "./dom.js";
import { viewNames } from "./picture.js";

const option = (value, text, isChosen) => make("option", { value, selected: isChosen }, text);

/** All texts of the page that stand in its skeleton, under the keys that it gives. */
function showWords() {
  document.documentElement.lang = hasWords(state.language) ? state.language : "en";
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", t(element.dataset.label));
  const title = clean(inLanguage(graph.title));
  at("title").textContent = title;
  document.title = title;
}

function showViews() {
  for (const view of views) {
    const tab = at(`view-${view}`);
    tab.textContent = viewNames()[view];
    const isShown = view === state.view;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
  }
  at("view").setAttribute("aria-labelledby", `view-${state.view}`);
  at("as-table").checked = state.isTable;
}

function showSwitches() {
  at("reading").replaceChildren(...choices.map((choice, index) =>
    option(index, index === 0 ? t("All readings together") : inLanguage(choice.title), index === state.choice)));
  at("reading").closest(".switch").hidden = graph.readings.length === 0;
  const note = state.choice > 0 ? choices[state.choice].note ?? "" : "";
  at("reading-note").textContent = clean(note);
  const actors = graph.entities.filter(({ is }) => is === "actor");
  at("known").replaceChildren(option("", t("Everything"), state.known === null),
    ...actors.map(({ number }) => option(number, fullName(number), number === state.known)));
  at("known").closest(".switch").hidden = !hasSecrets;
  const others = graph.senses.filter((sense) => sense !== "actual" && hasSense(sense));
  at("senses").replaceChildren(make("legend", {}, t("Besides what was so")), ...others.map((sense) => {
    const box = make("input", { type: "checkbox", value: sense, checked: state.senses.has(sense) });
    box.addEventListener("change", () => {
      const senses = new Set(state.senses);
      if (box.checked) senses.add(sense);
      else senses.delete(sense);
      choose({ senses: new Set(graph.senses.filter((each) => senses.has(each))) });
    });
    return make("label", {}, box, " ", word(sense));
  }));
  at("senses").hidden = others.length === 0;
}

const hasSense = (sense) => [...graph.entities, ...graph.statements].some(({ how }) => how.sense === sense);

function showActors() {
  const actors = graph.entities.filter(({ number, is }) => is === "actor" && now.scene.all.entities[number] !== no)
    .sort((one, other) => fullName(one.number).localeCompare(fullName(other.number), state.language));
  for (const end of ["from", "to"]) {
    at(`journey-${end}`).replaceChildren(option("", t("Choose an actor"), state[end] === null),
      ...actors.map(({ number }) => option(number, fullName(number), number === state[end])));
  }
  at("journey-after").checked = state.isAfter;
}

function showLanguages() {
  const tags = hasWords(graph.language) ? languages : [...languages, graph.language];
  const chosen = tags.includes(state.language) ? state.language : state.language.split("-")[0];
  at("language").replaceChildren(...tags.map((tag) => option(tag, languageNames[tag] ?? `${tag} (names; words in English)`, tag === chosen)));
  at("theme").value = state.theme;
}

function showTheme() {
  document.documentElement.dataset.theme = state.theme === "auto"
    ? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light") : state.theme;
}

/** Tabs as screen readers know them: arrow keys go from one to the next and show it. */
function setUpTabs() {
  const list = at("views");
  list.addEventListener("click", ({ target }) => {
    if (target.dataset.view) choose({ view: target.dataset.view });
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = event.key === "Home" ? 0 : event.key === "End" ? views.length - 1
      : step ? (views.indexOf(state.view) + step + views.length) % views.length : -1;
    if (index < 0) return;
    choose({ view: views[index] });
    at(`view-${views[index]}`).focus();
    event.preventDefault();
  });
}

export function setUpControls() {
  setUpTabs();
  const set = (id, read) => at(id).addEventListener("change", ({ target }) => choose(read(target)));
  set("as-table", ({ checked }) => ({ isTable: checked }));
  set("reading", ({ value }) => ({ choice: Number(value) }));
  set("known", ({ value }) => ({ known: value === "" ? null : Number(value) }));
  set("language", ({ value }) => ({ language: value }));
  set("theme", ({ value }) => ({ theme: value }));
  // An anchor of its own would take the place of the state in the address.
  at("skip").addEventListener("click", (event) => {
    event.preventDefault();
    at("view").focus();
  });
  at("help-open").addEventListener("click", () => at("help").showModal());
  at("help-close").addEventListener("click", () => at("help").close());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  onChange((changed) => {
    const isFirst = !at("title").textContent;
    if (isFirst || changed.has("theme")) showTheme();
    if (isFirst || changed.has("language")) {
      useLanguage(state.language);
      showWords();
      showLanguages();
    }
    if (isFirst || changed.has("language") || changed.has("scene")) {
      showSwitches();
      showActors();
    } else if (["from", "to", "isAfter"].some((key) => changed.has(key))) {
      showActors();
    }
    if (isFirst || ["language", "view", "isTable"].some((key) => changed.has(key))) showViews();
    if (changed.has("theme")) at("theme").value = state.theme;
  });
}
