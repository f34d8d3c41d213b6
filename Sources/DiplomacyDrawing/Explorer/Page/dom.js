// Making elements, and saying things to screen readers. All text goes in as text, never as markup.

const svgSpace = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === "") continue;
    element.append(child.nodeType ? child : document.createTextNode(clean(String(child))));
  }
  return element;
}

/** An element of HTML; strings among the children become text. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of SVG. */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(svgSpace, tag), attributes, children);
}

/** The element with an id. */
export const at = (id) => document.getElementById(id);

/** A button that does something. */
export function button(label, action, attributes = {}) {
  const element = make("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", action);
  return element;
}

const steering = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])(?=\p{Cf})[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/** A text as it may be shown: breaks are spaces, and what steers or cannot be seen is written out, as `\u{202E}`. */
export function clean(text) {
  return text.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, " ")
    .replace(steering, (sign) => `\\u{${sign.codePointAt(0).toString(16).toUpperCase()}}`);
}

/** The beginning of a text that is too long for its place. */
export function shortened(text, length) {
  const letters = [...clean(text)];
  return letters.length <= length ? letters.join("") : letters.slice(0, length - 1).join("").trimEnd() + "…";
}

let waiting;
let lastSaid = "";

/** Tells screen readers something, once what comes in quick succession has come to rest. */
export function announce(text) {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    // The same words twice are heard twice only if the text changes.
    lastSaid = text === lastSaid ? `${text}\u00a0` : text;
    at("announcements").textContent = clean(lastSaid);
  }, 250);
}

const measuring = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** How wide a text is, in pixels of a font size. */
export function textWidth(text, size = 12, weight = "normal") {
  const key = `${weight}${size}${text}`;
  if (!widths.has(key)) {
    measuring.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(key, measuring.measureText(text).width);
  }
  return widths.get(key);
}
