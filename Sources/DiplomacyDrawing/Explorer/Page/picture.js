// The shown picture: builds a view, keeps it up to date, and makes it usable by mouse, touch and keyboard.

import { answerClass } from "./seen.js";
import { state, now, select, onChange, choose } from "./state.js";
import { t, name } from "./language.js";
import { draw, at, announce } from "./dom.js";
import { buildTies } from "./ties.js";
import { buildChart } from "./chart.js";
import { buildTimeline } from "./timeline.js";
import { legend } from "./legend.js";
import { journeyMarks } from "./journeys.js";

const builders = { ties: buildTies, chart: buildChart, timeline: buildTimeline };
export const viewNames = () => ({ ties: t("Ties"), chart: t("Incidence chart"), timeline: t("Timeline") });

/** Views that were built, each for the scene and the language that it was built for. */
const built = new Map();
/** What is shown: a view with its items. */
export const picture = { view: null };
let zoom = 1;

function viewOf(key) {
  const known = built.get(key);
  if (known && known.scene === now.scene && known.language === state.language && known.isAll === (state.choice === 0)) return known;
  const view = builders[key]();
  Object.assign(view, { key, scene: now.scene, language: state.language, isAll: state.choice === 0, zoom: known?.zoom ?? null, current: 0 });
  view.frames = framesOf(view);
  view.items.forEach((item, index) => {
    item.element.setAttribute("role", "option");
    item.element.setAttribute("tabindex", "-1");
    item.element.dataset.index = index;
    item.key?.setAttribute("data-index", index);
    item.shown = null;
  });
  built.set(key, view);
  return view;
}

/** The parts of a picture: what stays at the left and above, if anything, and what moves under it. */
function framesOf({ box, side, sideWidth = 0, head, headHeight = 0, content }) {
  const frame = (name, part, x, y, width, height, left, top) => {
    // Screen readers go through the things in the list; what only repeats their names is not there for them.
    const isRead = name === "main" || part?.querySelector(".item");
    const svg = draw("svg", { class: name, viewBox: `${x} ${y} ${width} ${height}`, role: "presentation", "aria-hidden": isRead ? null : "true" }, part);
    Object.assign(svg.dataset, { width, height, left, top });
    return svg;
  };
  const rest = box.height - headHeight;
  const main = frame("main", content, box.x, box.y + headHeight, box.width, rest, sideWidth, headHeight);
  if (!side) return [main];
  return [
    frame("corner", null, 0, box.y, sideWidth, headHeight, 0, 0),
    frame("head", head, box.x, box.y, box.width, headHeight, sideWidth, 0),
    frame("side", side, 0, box.y + headHeight, sideWidth, rest, 0, headHeight), main,
  ];
}

function resize(view) {
  for (const svg of view.frames) {
    svg.setAttribute("width", svg.dataset.width * zoom);
    svg.setAttribute("height", svg.dataset.height * zoom);
  }
}

/** As large as the place allows: the ties as a whole, the charts as they are. */
function fit(view) {
  const place = at("picture");
  if (view.key !== "ties") return Math.min(1, Math.max(0.75, (place.clientWidth - 4) / (view.box.width + view.sideWidth)));
  return Math.max(0.35, Math.min(1.6, (place.clientWidth - 4) / view.box.width, (place.clientHeight - 4) / view.box.height));
}

export function zoomBy(factor) {
  const place = at("picture");
  const [x, y] = [(place.scrollLeft + place.clientWidth / 2) / zoom, (place.scrollTop + place.clientHeight / 2) / zoom];
  zoom = factor === 0 ? fit(picture.view) : Math.min(6, Math.max(0.2, zoom * factor));
  picture.view.zoom = zoom;
  resize(picture.view);
  place.scrollLeft = x * zoom - place.clientWidth / 2;
  place.scrollTop = y * zoom - place.clientHeight / 2;
}

/** Shows the chosen view. */
export function showPicture(changed) {
  const view = viewOf(state.view);
  const isOther = picture.view !== view;
  picture.view = view;
  if (isOther) {
    const place = at("picture-frames");
    place.setAttribute("aria-label", t("{view}: arrow keys move, Enter selects", { view: viewNames()[view.key] }));
    place.replaceChildren(...view.frames);
    place.classList.toggle("framed", view.frames.length > 1);
    // On paper the parts share the width as they do on the screen.
    place.style.setProperty("--columns", `${view.sideWidth ?? 0}fr ${view.box.width}fr`);
    at("beside").replaceChildren(...(view.beside ? [view.beside] : []));
    zoom = view.zoom ??= fit(view);
    resize(view);
    at("legend").replaceChildren(legend(view.key, Math.min(900, at("view").clientWidth || 900)));
  }
  view.current = Math.min(view.current, Math.max(0, view.items.length - 1));
  update(isOther);
  const isAway = view.items[view.current]?.element.classList.contains("away");
  rove(isAway ? Math.max(0, view.items.findIndex(({ element }) => !element.classList.contains("away"))) : view.current, false);
  if (isOther || changed.has("selection")) showSelected();
  if (isOther && view.shownX && state.day !== null && state.selection.length === 0) {
    // Where all of time has no room, the date comes into sight.
    const place = at("picture");
    const x = (view.shownX(state.day) + view.sideWidth) * zoom;
    if (x > place.clientWidth - 40) place.scrollLeft = x - place.clientWidth / 2;
  }
}

/** Brings what was selected elsewhere into the part of the picture that can be seen. */
function showSelected() {
  const index = picture.view.items.findIndex(({ isSelected, element }) => isSelected && !element.classList.contains("away"));
  if (index < 0 || at("picture").contains(document.activeElement)) return;
  const place = at("picture");
  const [outer, inner] = [place.getBoundingClientRect(), (picture.view.items[index].key ?? picture.view.items[index].element).getBoundingClientRect()];
  const [x, y] = [picture.view.items[index].x, picture.view.items[index].y].map((value, axis) =>
    (value - [picture.view.box.x, picture.view.box.y][axis]) * zoom);
  const [side, head] = [(picture.view.sideWidth ?? 0) * zoom, (picture.view.headHeight ?? 0) * zoom];
  const isSeen = x + side > place.scrollLeft + side && x + side < place.scrollLeft + outer.width
    && y > place.scrollTop + head && y < place.scrollTop + outer.height - inner.height / 4;
  if (isSeen) return;
  place.scrollLeft = x + side - (outer.width + side) / 2;
  place.scrollTop = y - (outer.height + head) / 2;
  rove(index, false);
}

/** Brings classes and names up to date: only those that have changed. */
function update(isOther) {
  const { answers } = now;
  const selected = new Set(state.selection);
  const journey = journeyMarks();
  for (const item of picture.view.items) {
    const answer = item.answer(answers);
    const isSelected = item.numbers.some((number) => selected.has(number));
    const isOnJourney = item.numbers.some((number) => journey.has(number));
    if (item.shown === answer && item.isSelected === isSelected && item.isOnJourney === isOnJourney && item.day === (state.day === null)) continue;
    const { classList } = item.element;
    if (item.shown !== answer) {
      classList.remove(...answerClass);
      classList.add(answerClass[answer]);
    }
    classList.toggle("selected", isSelected);
    item.key?.classList.toggle("selected", isSelected);
    classList.toggle("journey-mark", isOnJourney);
    Object.assign(item, { shown: answer, isSelected, isOnJourney, day: state.day === null });
    item.element.setAttribute("aria-selected", String(isSelected));
    item.element.setAttribute("aria-label", `${item.label()}; ${picture.view.describe(item, answers)}`);
  }
  picture.view.update(answers);
  if (isOther) picture.view.settle?.(answers);
}

/** Makes one item the one that the Tab key comes to. */
function rove(index, isFocused) {
  const { items } = picture.view;
  items[picture.view.current]?.element.setAttribute("tabindex", "-1");
  picture.view.current = index;
  const item = items[index];
  if (!item) return;
  item.element.setAttribute("tabindex", "0");
  if (!isFocused) return;
  item.element.focus({ preventScroll: true });
  item.element.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest item in a direction; being aside counts double. */
function neighbour(from, [dx, dy]) {
  let [best, least] = [-1, Infinity];
  picture.view.items.forEach((item, index) => {
    if (index === picture.view.current || item.element.classList.contains("away")) return;
    const [x, y] = [item.x - from.x, item.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 0 && !(along === 0 && aside === 0 && index > picture.view.current)) return;
    const distance = along + aside * 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function onKey(event) {
  const item = picture.view?.items[picture.view.current];
  if (!item || event.altKey) return;
  const isMore = event.ctrlKey || event.metaKey || event.shiftKey;
  if (event.key in directions) {
    const index = neighbour(item, directions[event.key]);
    if (index >= 0) rove(index, true);
  } else if (event.key === "Home" || event.key === "End") {
    const there = picture.view.items.map((_, index) => index).filter((index) => !picture.view.items[index].element.classList.contains("away"));
    if (there.length) rove(event.key === "Home" ? there[0] : there[there.length - 1], true);
  } else if (event.key === "PageDown" || event.key === "PageUp") {
    const step = event.key === "PageDown" ? 1 : -1;
    const { length } = picture.view.items;
    let index = picture.view.current;
    do index = (index + step + length) % length; while (picture.view.items[index].element.classList.contains("away") && index !== picture.view.current);
    rove(index, true);
  } else if (event.key === "Enter" || event.key === " ") {
    select(item.numbers, isMore);
  } else if (event.key === "+" || event.key === "=") {
    zoomBy(1.25);
  } else if (event.key === "-") {
    zoomBy(0.8);
  } else {
    return;
  }
  event.preventDefault();
}

/** Dragging the ground moves the picture; a click on an item selects it. */
function onPointer(place) {
  let start = null;
  place.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    start = { x: event.clientX, y: event.clientY, left: place.scrollLeft, top: place.scrollTop, isMoved: false };
  });
  place.addEventListener("pointermove", (event) => {
    if (!start) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    if (!start.isMoved && Math.hypot(dx, dy) < 5) return;
    if (!start.isMoved) place.setPointerCapture(event.pointerId);
    start.isMoved = true;
    place.scrollLeft = start.left - dx;
    place.scrollTop = start.top - dy;
  });
  let isMoved = false;
  const end = () => {
    isMoved = start?.isMoved ?? false;
    start = null;
  };
  place.addEventListener("pointerup", end);
  place.addEventListener("pointercancel", end);
  place.addEventListener("click", (event) => {
    if (isMoved) return;
    const index = event.target.closest?.("[data-index]")?.dataset.index;
    if (index === undefined) return;
    rove(Number(index), false);
    select(picture.view.items[index].numbers, event.ctrlKey || event.metaKey || event.shiftKey);
  });
}

export function setUpPicture() {
  const place = at("picture");
  at("picture-frames").addEventListener("keydown", onKey);
  at("picture-frames").addEventListener("focusin", ({ target }) => {
    const index = Number(target.dataset?.index);
    if (Number.isInteger(index) && index !== picture.view.current) rove(index, false);
  });
  onPointer(place);
  for (const [id, factor] of [["zoom-in", 1.25], ["zoom-out", 0.8], ["zoom-fit", 0]]) {
    at(id).addEventListener("click", () => zoomBy(factor));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || state.selection.length === 0 || at("help").open) return;
    choose({ selection: [] });
  });
  onChange((changed) => {
    if (changed.has("selection")) {
      announce(state.selection.length ? t("Selected: {names}", { names: state.selection.map(name).join(", ") }) : t("Nothing is selected."));
    }
  });
}
