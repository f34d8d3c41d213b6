// The slider of time, with play and the numbers of what is certainly and possibly there.

import { state, now, choose, onChange, inExtent } from "./state.js";
import { extent, addMonths, readDay, dayText } from "./time.js";
import { times, graph } from "./graph.js";
import { changeDays, counted } from "./seen.js";
import { t, dayWords, number } from "./language.js";
import { at, announce } from "./dom.js";

let changes = { scene: null, days: [] };
let playing = null;

const agreementNumbers = () => now.scene.agreements.map((agreement) => agreement.number);

/** How many agreements are there on the date. */
export const numbers = () => counted(now.answers, agreementNumbers());

/** The numbers in words. */
export function numberWords() {
  const { certain, possible } = numbers();
  if (state.day === null) return t("Agreements at all times: {n}", { n: number(certain + possible) });
  return t("Agreements certainly in force: {certain}; possibly: {possible}", { certain: number(certain), possible: number(possible) });
}

/** The day some units later. */
function moved(day, count) {
  const unit = at("unit").value;
  return unit === "day" ? day + count : addMonths(day, unit === "month" ? count : count * 12);
}

const start = () => state.day ?? extent.first;
export const goTo = (day) => choose({ day: inExtent(day, null) });

function toChange(direction) {
  if (changes.scene !== now.scene) changes = { scene: now.scene, days: changeDays(now.scene, times) };
  const { days } = changes;
  const from = state.day ?? (direction > 0 ? -Infinity : Infinity);
  const next = direction > 0 ? days.find((day) => day > from) : days.findLast((day) => day < from);
  if (next !== undefined) goTo(next);
}

const isCalm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function stop() {
  if (playing === null) return;
  cancelAnimationFrame(playing.frame);
  clearInterval(playing.steps);
  playing = null;
  showSlider();
}

/** Plays all of time in about half a minute; where motion is to be reduced, unit by unit, one a second. */
function play() {
  if (playing) return stop();
  if (state.day === null || state.day >= extent.last) choose({ day: extent.first });
  playing = {};
  if (isCalm()) {
    playing.steps = setInterval(() => {
      goTo(moved(start(), 1));
      if (state.day >= extent.last) stop();
    }, 1000);
    return showSlider();
  }
  const perSecond = (extent.last - extent.first) / 30;
  let [before, day] = [performance.now(), state.day];
  const step = (moment) => {
    day += ((moment - before) / 1000) * perSecond;
    before = moment;
    goTo(Math.floor(day));
    if (day >= extent.last) stop();
    else if (playing) playing.frame = requestAnimationFrame(step);
  };
  playing.frame = requestAnimationFrame(step);
  showSlider();
}

/** Brings the slider and the words beside it up to date. */
export function showSlider() {
  const slider = at("slider");
  const isAll = state.day === null;
  slider.min = extent.first;
  slider.max = extent.last;
  slider.value = isAll ? extent.first : state.day;
  slider.classList.toggle("off", isAll);
  const words = isAll ? t("all times together") : dayWords(state.day);
  slider.setAttribute("aria-valuetext", `${words}. ${numberWords()}`);
  at("date-words").textContent = words;
  at("numbers").textContent = numberWords();
  at("all-times").checked = isAll;
  if (document.activeElement !== at("date")) at("date").value = isAll ? "" : dayText(state.day);
  const label = playing ? t("Pause") : t("Play");
  if (at("play").textContent !== label) at("play").textContent = label;
  at("play").setAttribute("aria-pressed", String(playing !== null));
}

const keys = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 12, PageDown: -12 };

export function setUpSlider() {
  const slider = at("slider");
  slider.addEventListener("input", () => {
    stop();
    goTo(Number(slider.value));
  });
  slider.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in keys) goTo(moved(start(), keys[event.key]));
    else if (event.key === "Home") goTo(extent.first);
    else if (event.key === "End") goTo(extent.last);
    else return;
    stop();
    event.preventDefault();
  });
  at("play").addEventListener("click", play);
  at("earlier").addEventListener("click", () => toChange(-1));
  at("later").addEventListener("click", () => toChange(1));
  at("all-times").addEventListener("change", ({ target }) => {
    stop();
    choose({ day: target.checked ? null : extent.first });
  });
  at("date").addEventListener("change", ({ target }) => {
    const day = readDay(target.value);
    const isWrong = target.value.trim() !== "" && day === null;
    target.setAttribute("aria-invalid", String(isWrong));
    at("date-help").textContent = isWrong
      ? t("'{text}' is no date: write a year, month or day, such as 1939, 1939-08 or 1939-08-23.", { text: target.value }) : "";
    if (isWrong) return announce(at("date-help").textContent);
    stop();
    choose({ day });
    showSlider();
  });
  onChange((changed) => {
    if (!["day", "scene", "language"].some((key) => changed.has(key))) return;
    showSlider();
    if (changed.has("day")) announce(`${at("date-words").textContent}. ${at("numbers").textContent}`);
  });
}

export const isEmptyGraph = graph.entities.length === 0;
