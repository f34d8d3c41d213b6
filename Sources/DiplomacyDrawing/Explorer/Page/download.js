// Downloads: the shown picture as SVG that needs nothing else, and the shown table as CSV by RFC 4180.

import { graph } from "./graph.js";
import { state } from "./state.js";
import { inLanguage, t } from "./language.js";
import { draw, clean, at } from "./dom.js";
import { picture, viewNames } from "./picture.js";
import { legend } from "./legend.js";
import { tableOf, standpointWords } from "./tables.js";

const field = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text);

/** The shown table: exact names and dates, records that end with CR LF. */
export function csvText() {
  const { heads, rows } = tableOf(state.view);
  return [heads, ...rows.map((row) => row.map(({ value }) => value))]
    .map((record) => `${record.map((value) => field(String(value))).join(",")}\r\n`).join("");
}

const looks = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap",
  "opacity", "transform", "font-size", "font-weight", "text-anchor", "paint-order", "visibility"];

/** Copies an element with its looks as attributes; what is not shown is left out. */
function copied(element) {
  const style = getComputedStyle(element);
  if (style.display === "none") return null;
  const copy = document.createElementNS(element.namespaceURI, element.localName);
  for (const { name, value } of element.attributes) {
    if (!/^(class|style|role|tabindex|data-|aria-|fill|stroke|opacity)/.test(name)) copy.setAttribute(name, value);
  }
  for (const look of looks) {
    const value = style.getPropertyValue(look);
    if (value && !["normal", "auto"].includes(value) && !(look === "transform" && value === "none")) copy.setAttribute(look, value);
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.data);
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const inner = child.localName === "title" ? child.cloneNode(true) : copied(child);
      if (inner) copy.append(inner);
    }
  }
  return copy;
}

/** The shown picture with its title, what it shows and its legend. */
export function svgText() {
  const { frames, box } = picture.view;
  const width = Math.max((picture.view.sideWidth ?? 0) + box.width, 640);
  const ground = getComputedStyle(document.body).backgroundColor;
  const ink = getComputedStyle(document.body).color;
  const title = clean(inLanguage(graph.title));
  const signs = legend(state.view, width - 20);
  // It has looks only where it is shown.
  at("legend").append(signs);
  const signsCopy = copied(signs);
  signs.remove();
  const head = 54;
  signsCopy.setAttribute("x", 10);
  signsCopy.setAttribute("y", head + box.height + 8);
  const height = head + box.height + Number(signs.getAttribute("height")) + 36;
  const svg = draw("svg", {
    xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img",
    "font-family": "Noto Sans, Noto Sans CJK JP, DejaVu Sans, sans-serif", "font-size": 12, "aria-labelledby": "title",
  },
  draw("title", { id: "title" }, `${title}: ${viewNames()[state.view]}`),
  draw("desc", {}, standpointWords()),
  draw("rect", { width, height, fill: ground }),
  draw("text", { x: 10, y: 24, fill: ink, "font-size": 17, "font-weight": 600 }, title),
  draw("text", { x: 10, y: 43, fill: ink, "font-size": 12 }, `${viewNames()[state.view]}, ${standpointWords()}`));
  for (const frame of frames) {
    const copy = copied(frame);
    copy.setAttribute("x", frame.dataset.left);
    copy.setAttribute("y", Number(frame.dataset.top) + head);
    copy.setAttribute("width", frame.dataset.width);
    copy.setAttribute("height", frame.dataset.height);
    svg.append(copy);
  }
  svg.append(signsCopy, draw("text", { x: 10, y: height - 10, fill: ink, "font-size": 10 }, t("Made with Entente.")));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

function save(text, type, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `${state.view}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function setUpDownloads() {
  at("download-svg").addEventListener("click", () => save(svgText(), "image/svg+xml", "svg"));
  at("download-csv").addEventListener("click", () => save(csvText(), "text/csv;charset=utf-8", "csv"));
}
