// Days and spans as numbers. Moments are seconds since 1970-01-01 in UTC; a day begins at the graph's own offset.

import { graph, times } from "./graph.js";

export const daySeconds = 86400;
export const [no, maybe, yes] = [0, 1, 2];

/** The day that holds a moment, counted from 1970-01-01. */
export const dayOf = (moment) => Math.floor((moment + graph.offset) / daySeconds);

/** The first second of a day. */
export const startOf = (day) => day * daySeconds - graph.offset;

/** The day of the proleptic Gregorian calendar with a number (Hinnant 2013). */
export function civil(day) {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524)
    - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

export function dayNumber(year, month, day) {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export const daysInMonth = (year, month) =>
  month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);

/** The same day some months later, or the last of that month. */
export function addMonths(day, count) {
  const { year, month, day: dayOfMonth } = civil(day);
  const total = year * 12 + month - 1 + count;
  const [newYear, newMonth] = [Math.floor(total / 12), total - Math.floor(total / 12) * 12 + 1];
  return dayNumber(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** A day as it is written in files: `1941-04-13`. */
export function dayText(day) {
  const { year, month, day: dayOfMonth } = civil(day);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The first day of a year, month or day as it is written; null where the text is none. */
export function readDay(text) {
  const match = /^\s*(-?\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

/** Whether a span covers a day: `yes`, `no` or `maybe`, as `Span.covers(_:)` of the program has it. */
export function spanCovers(span, day) {
  const first = startOf(day);
  const last = first + daySeconds - 1;
  if (span.isMoment && first <= span.es && span.le <= last + 1) return yes;
  if (span.ls <= first && (last < span.ee || span.ee === Infinity)) return yes;
  return span.es <= last && (first < span.le || span.le === Infinity) ? maybe : no;
}

/** Whether any of the spans with a number covers a day. */
export function covers(number, day) {
  let answer = no;
  for (const span of times[number]) answer = Math.max(answer, spanCovers(span, day));
  return answer;
}

/** The bounds of a date with a number: its first second, and the first second after it. */
export function dateBounds(number) {
  const date = graph.dates[number];
  if (typeof date !== "string") return { from: date[1] ?? -Infinity, to: date[2] ?? Infinity };
  const day = readDay(date);
  return { from: startOf(day), to: startOf(day + 1) };
}

function timeline() {
  let [first, last, lastEnd] = [Infinity, -Infinity, -Infinity];
  for (const entity of graph.entities) {
    if (entity.is !== "agreement" && entity.is !== "event") continue;
    const numbers = Array.isArray(entity.times) ? entity.times : [entity.times];
    for (const span of numbers.flatMap((number) => times[number])) {
      for (const moment of [span.es, span.ls, span.ee, span.le]) {
        if (Number.isFinite(moment)) first = Math.min(first, dayOf(moment));
      }
      for (const moment of [span.es, span.ls]) if (Number.isFinite(moment)) last = Math.max(last, dayOf(moment));
      for (const moment of [span.ee, span.le]) if (Number.isFinite(moment)) lastEnd = Math.max(lastEnd, dayOf(moment));
    }
    for (const act of entity.acts ?? []) {
      if (act.when === undefined) continue;
      const { from, to } = dateBounds(act.when);
      if (Number.isFinite(from)) first = Math.min(first, dayOf(from));
      if (Number.isFinite(to)) last = Math.max(last, dayOf(to));
    }
  }
  if (first > Math.max(last, lastEnd)) return { first: dayNumber(1900, 1, 1), last: dayNumber(2000, 1, 1) };
  // Ends may lie far off, where a treaty runs for a century: a quarter more than all that happened has to do.
  if (!Number.isFinite(last)) last = first;
  last = Math.max(last, Math.min(lastEnd, last + Math.max(366, (last - first) / 4)));
  last = Math.round(last);
  const margin = Math.max(30, Math.round((last - first) / 50));
  return { first: first - margin, last: last + margin };
}

/** The first and the last day of the slider and of the pictures: those of agreements and events, and a little more. */
export const extent = timeline();
