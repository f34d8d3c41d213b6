// Search over the names of everything in all languages, accents and letter case apart.

import { graph } from "./graph.js";
import { no } from "./time.js";
import { now, select, onChange } from "./state.js";
import { t, name, fullName, word, number } from "./language.js";
import { make, at, announce, clean } from "./dom.js";

const letters = { ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i", ħ: "h" };

/** A text without accents and letter case: `Traité` is found as `traite`. */
export const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßłøđðþæœıħ]/g, (each) => letters[each]);

const entries = graph.entities.map((entity) => {
  const texts = [...entity.name, ...(entity.short ?? [])].filter((_, index) => index % 2 === 1);
  return { number: entity.number, texts, folded: [...texts, entity.id].map(folded) };
});

/** What is found: names that begin with the words first, then those in which a word does, then the rest. */
export function search(words) {
  const sought = folded(words.trim());
  if (!sought) return [];
  const rank = (text) => (text.startsWith(sought) ? 0 : text.includes(` ${sought}`) ? 1 : text.includes(sought) ? 2 : 3);
  return entries.map((entry) => ({ ...entry, rank: Math.min(...entry.folded.map(rank)) }))
    .filter((entry) => entry.rank < 3 && now.scene.all.entities[entry.number] !== no)
    .sort((one, other) => one.rank - other.rank || one.number - other.number);
}

const shownLimit = 30;
let found = [];
let current = -1;

function close() {
  at("search").setAttribute("aria-expanded", "false");
  at("search").removeAttribute("aria-activedescendant");
  at("search-results").hidden = true;
  current = -1;
}

function mark(index) {
  const options = [...at("search-results").children];
  options[current]?.setAttribute("aria-selected", "false");
  current = index;
  options[index]?.setAttribute("aria-selected", "true");
  options[index]?.scrollIntoView({ block: "nearest" });
  if (options[index]) at("search").setAttribute("aria-activedescendant", options[index].id);
}

function take(entry) {
  if (!entry) return;
  select([entry.number]);
  at("search").value = fullName(entry.number);
  close();
}

function showFound() {
  found = search(at("search").value);
  const list = at("search-results");
  list.replaceChildren(...found.slice(0, shownLimit).map((entry, index) => {
    const shown = name(entry.number);
    const other = entry.texts.map(clean).find((text) => text !== shown && folded(text).includes(folded(at("search").value.trim())));
    const option = make("li", { role: "option", id: `found-${index}`, "aria-selected": "false", dir: "auto" },
      shown, make("small", {}, ` ${word(graph.entities[entry.number].kind)}${other ? ` · ${other}` : ""}`));
    option.addEventListener("mousedown", (event) => event.preventDefault());
    option.addEventListener("click", () => take(entry));
    return option;
  }));
  current = -1;
  const isOpen = found.length > 0;
  list.hidden = !isOpen;
  at("search").setAttribute("aria-expanded", String(isOpen));
  at("search").removeAttribute("aria-activedescendant");
  at("search-count").textContent = at("search").value.trim() ? t("Found: {n}", { n: number(found.length) }) : "";
  if (at("search").value.trim()) announce(t("Found: {n}", { n: number(found.length) }));
}

export function setUpSearch() {
  const input = at("search");
  input.addEventListener("input", showFound);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = Math.min(found.length, shownLimit);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (at("search-results").hidden) showFound();
      else if (count) mark((current + (event.key === "ArrowDown" ? 1 : count - 1) + (current < 0 && event.key === "ArrowUp" ? 1 : 0)) % count);
    } else if (event.key === "Enter") {
      take(found[Math.max(0, current)]);
    } else if (event.key === "Escape" && (input.value || !at("search-results").hidden)) {
      input.value = "";
      at("search-count").textContent = "";
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
  onChange((changed) => {
    if (changed.has("scene") || changed.has("language")) close();
  });
}
