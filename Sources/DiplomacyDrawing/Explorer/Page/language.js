// Words, names and dates in the language of the page.

import { interfaceWords } from "./words.js";
import { vocabulary } from "./vocabulary.js";
import { graph } from "./graph.js";
import { civil, dayOf, readDay, daySeconds } from "./time.js";
import { clean } from "./dom.js";

export const languages = ["en", "fr", "de", "ru", "ja"];
export const languageNames = { en: "English", fr: "français", de: "Deutsch", ru: "русский", ja: "日本語" };

const months = {
  en: "January February March April May June July August September October November December",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  ru: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
};
for (const tag of Object.keys(months)) months[tag] = months[tag].split(" ");

let tag = graph.language;
let place = 0;

/** The language of names: any tag. The words of the page are in one of the five, else in English. */
export function useLanguage(newTag) {
  tag = newTag;
  place = Math.max(0, languages.indexOf(newTag.split("-")[0]));
}

export const language = () => tag;
export const hasWords = (someTag) => languages.includes(someTag.split("-")[0]);
const wordTag = () => languages[place];

/** What the page says, given in English: the key of its words in the other languages. */
export function t(english, values = {}) {
  const words = place === 0 ? english : interfaceWords[english]?.[place - 1] ?? english;
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** A word of the vocabulary of graphs, such as a role or a kind; other words are shown as they are. */
export const word = (key) => vocabulary[key]?.[place] ?? key;

/** The wording of a text in the page's language, else its first one. */
export function inLanguage(text) {
  for (let index = 0; index < text.length; index += 2) if (text[index] === tag) return text[index + 1];
  return text[1];
}

/** The name of an entity, by its number; of one that the page does not have, its id. */
export const fullName = (ref) =>
  typeof ref === "number" ? clean(inLanguage(graph.entities[ref].name)) : clean(ref);
export const name = (ref) =>
  typeof ref === "number" ? clean(inLanguage(graph.entities[ref].short ?? graph.entities[ref].name)) : clean(ref);

/** Several things in a sentence. */
export const listed = (items) => new Intl.ListFormat(wordTag(), { type: "conjunction" }).format(items);

export const number = (value) => new Intl.NumberFormat(wordTag()).format(value);

/** A day in words, as the program has them. */
export function dayWords(day) {
  const { year, month, day: dayOfMonth } = civil(day);
  const isLate = year > 99;
  const digits = String(year > 0 ? year : 1 - year);
  switch (wordTag()) {
    case "fr": {
      const era = isLate ? "" : year > 0 ? " apr. J.-C." : " av. J.-C.";
      return `${dayOfMonth === 1 ? "1er" : dayOfMonth} ${months.fr[month - 1]} ${digits}${era}`;
    }
    case "de": {
      const era = isLate ? "" : year > 0 ? " n. Chr." : " v. Chr.";
      return `${dayOfMonth}. ${months.de[month - 1]} ${digits}${era}`;
    }
    case "ru": {
      const era = isLate ? " г." : year > 0 ? " г. н. э." : " г. до н. э.";
      return `${dayOfMonth} ${months.ru[month - 1]} ${digits}${era}`;
    }
    case "ja": return `${isLate ? "" : year > 0 ? "西暦" : "紀元前"}${digits}年${month}月${dayOfMonth}日`;
    default: return `${dayOfMonth} ${months.en[month - 1]} ${digits}${isLate ? "" : year > 0 ? " CE" : " BCE"}`;
  }
}

/** A date with a number, in words. */
export function dateWords(number) {
  const date = graph.dates[number];
  return typeof date === "string" ? dayWords(readDay(date)) : clean(date[3 + place]);
}

/** A date with a number as it is written in files. */
export const dateText = (number) =>
  typeof graph.dates[number] === "string" ? graph.dates[number] : graph.dates[number][0];

/** The time of day of a moment to the second; nothing for the first or the last second of a day. */
function clock(moment) {
  const rest = moment + graph.offset - dayOf(moment) * daySeconds;
  if (rest === 0 || rest === daySeconds - 1) return "";
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const two = (value) => String(value).padStart(2, "0");
  switch (wordTag()) {
    case "fr": return `, ${hour} h ${two(minute)} min ${two(second)} s`;
    case "de": return `, ${two(hour)}:${two(minute)}:${two(second)} Uhr`;
    case "ja": return `${hour}時${two(minute)}分${two(second)}秒`;
    default: return `, ${two(hour)}:${two(minute)}:${two(second)}`;
  }
}

/** A moment in words: its day, and the time where it is not the first or last second of it. */
export const momentWords = (moment) =>
  Number.isFinite(moment) ? dayWords(dayOf(moment)) + clock(moment) : t("an unknown date");

/** Where a bound lies: a day, or between two, or open. `isEnd`: the bounds are the first seconds after it. */
export function boundWords(first, last, isEnd) {
  const shift = isEnd ? 1 : 0;
  const [from, to] = [first - shift, last - shift];
  if (!Number.isFinite(from) && !Number.isFinite(to)) return from === to ? "" : t("at an unknown date");
  if (!Number.isFinite(from)) return t("{date} or earlier", { date: momentWords(to) });
  if (!Number.isFinite(to)) return t("{date} or later", { date: momentWords(from) });
  const [one, other] = [momentWords(from), momentWords(to)];
  return one === other ? one : t("between {first} and {last}", { first: one, last: other });
}

/** A span in words. */
export function spanWords(span) {
  const start = boundWords(span.es, span.ls, false);
  const end = boundWords(span.ee, span.le, true);
  if (span.isMoment) return boundWords(span.es, span.le - 1, false);
  if (!start && !end) return t("always");
  if (!start) return t("until: {end}", { end });
  if (!end) return t("from: {start}; no end", { start });
  return t("from: {start}; until: {end}", { start, end });
}

const units = { Y: "year", M: "month", W: "week", D: "day" };
const shortUnits = { H: "hour", M: "minute", S: "second" };

/** A period such as `P1Y6M` in words. */
export function periodWords(text) {
  const [days, clockPart = ""] = text.slice(1).split("T");
  const parts = [];
  for (const [part, names] of [[days, units], [clockPart, shortUnits]]) {
    for (const [, count, letter] of part.matchAll(/(\d+)([A-Z])/g)) {
      parts.push(new Intl.NumberFormat(wordTag(), { style: "unit", unit: names[letter], unitDisplay: "long" })
        .format(Number(count)));
    }
  }
  return parts.length ? listed(parts) : text;
}

/** Numbers of days as texts of a date on a scale: years, or months where years are few. */
export const yearWords = (year) => {
  if (year > 99) return String(year);
  const digits = String(year > 0 ? year : 1 - year);
  return year > 0 ? `${digits}` : { en: `${digits} BCE`, fr: `${digits} av. J.-C.`, de: `${digits} v. Chr.`,
    ru: `${digits} до н. э.`, ja: `紀元前${digits}` }[wordTag()];
};
