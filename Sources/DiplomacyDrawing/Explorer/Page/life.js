// The life of an agreement in words: acts, terms, obligations, and why it was in force.

import { graph, under } from "./graph.js";
import { now, state } from "./state.js";
import { t, name, fullName, word, listed, dateWords, boundWords, periodWords, number, inLanguage } from "./language.js";
import { make } from "./dom.js";
import { howLine } from "./sources.js";

const names = (refs) => listed(refs.map(name));

function actWords(act) {
  const parts = [act.when === undefined ? t("at an unknown date") : dateWords(act.when)];
  if (act.by) parts.push(names(act.by));
  if (act.between) parts.push(t("between {actors} alone", { actors: names(act.between) }));
  if (act.place !== undefined) parts.push(name(act.place));
  if (act.until !== undefined) parts.push(t("until: {end}", { end: dateWords(act.until) }));
  if (act.period) parts.push(periodWords(act.period));
  return `${word(act.kind)}: ${parts.join(", ")}`;
}

const causes = {
  stated: () => t("the graph states it"),
  act: () => "",
  signature: () => t("the signature, taken for the entry into force"),
  lastRatification: () => t("the last ratification"),
  notRatified: () => t("not every party has ratified"),
  notBound: () => t("it did not ratify, and is not bound"),
  void: () => t("void from the beginning"),
  provisional: () => t("applied before its entry into force"),
  termOver: () => t("its term was over and nothing renewed it"),
  notice: () => t("notice was given in time for the end of the term"),
  lateNotice: () => t("notice came too late for the term that ran, which was renewed"),
  afterNotice: () => t("the period of notice was over"),
  denunciation: () => t("a denunciation that took effect at once"),
  superseded: ({ other }) => t("superseded by {other}", { other: name(other) }),
  breach: () => t("a breach, which ended it"),
  tooFewParties: () => t("fewer than two parties were left"),
  existence: () => t("the actor came into existence or ceased to exist"),
  never: () => t("nothing ends it"),
  undecided: () => t("its acts may have come in too many orders to decide"),
};

/** A beginning or an end: when, and what it follows from. */
function turnWords(turn, entity, isEnd) {
  const when = boundWords(turn.from ?? -Infinity, turn.to ?? Infinity, isEnd);
  const act = turn.act === undefined ? "" : actWords(entity.acts[turn.act]);
  const parts = [causes[turn.cause]?.(turn) ?? turn.cause, act];
  if (turn.renewals) parts.push(t("after {n} renewals", { n: number(turn.renewals) }));
  if (turn.with !== undefined) parts.push(t("it ends with {other}", { other: name(turn.with) }));
  if (turn.clause) parts.push(turn.clause);
  const reading = graph.readings.find(({ id }) => id === turn.reading);
  if (reading) parts.push(t("reading: {title}", { title: inLanguage(reading.title) }));
  const because = parts.filter(Boolean).join("; ");
  if (turn.cause === "never" || turn.from === null && turn.to === null) return because;
  return because ? `${when}: ${because}` : when;
}

function termWords(terms) {
  const parts = [];
  const add = (words, value) => parts.push(`${words}: ${value}`);
  if (terms.duration) add(t("duration"), periodWords(terms.duration));
  if (terms.until !== undefined) add(t("last day of the first term"), dateWords(terms.until));
  if (terms.notice) add(t("notice"), periodWords(terms.notice));
  if (terms.renewal) add(t("renewal"), terms.renewal === "indefinite" ? t("until notice is given") : periodWords(terms.renewal));
  if (terms.entry) add(t("enters into force by"), word(terms.entry));
  if (terms.ratification) add(t("ratification"), word(terms.ratification));
  if (terms.ratifications) add(t("ratifications needed"), number(terms.ratifications));
  if (terms.termStart) add(t("the term counts from"), word(terms.termStart));
  if (terms.denunciation) add(t("a denunciation takes effect"), word(terms.denunciation));
  if (terms.denunciationEnds) add(t("a denunciation ends"), word(terms.denunciationEnds));
  if (terms.breach) add(t("a breach"), word(`breach ${terms.breach}`));
  if (terms.endsWith !== undefined) add(t("ends with"), fullName(terms.endsWith));
  if (terms.clause) parts.push(terms.clause);
  return parts.join("; ");
}

function reservationWords(reservation) {
  const parts = [name(reservation.by)];
  if (reservation.clause) parts.push(reservation.clause);
  if (reservation.when !== undefined) parts.push(dateWords(reservation.when));
  if (reservation.withdrawn !== undefined) parts.push(t("withdrawn: {date}", { date: dateWords(reservation.withdrawn) }));
  if (reservation.objections) parts.push(t("objections: {actors}", { actors: names(reservation.objections) }));
  return parts.join("; ");
}

function dutyWords(duty) {
  const parts = [t("{who} to {whom}", {
    who: duty.by ? names(duty.by) : t("all parties"), whom: duty.to ? names(duty.to) : t("the other parties"),
  })];
  if (duty.about) parts.push(t("about: {things}", { things: names(duty.about) }));
  if (duty.against) parts.push(t("against: {things}", { things: names(duty.against) }));
  if (duty.condition) parts.push(t("if: {condition}", { condition: duty.condition }));
  if (duty.event !== undefined) parts.push(t("upon: {event}", { event: name(duty.event) }));
  if (duty.unless) parts.push(t("unless: {condition}", { condition: duty.unless }));
  if (duty.exception !== undefined) parts.push(t("but not upon: {event}", { event: name(duty.exception) }));
  if (Array.isArray(duty.due)) {
    parts.push(t("within {period} of {event}", { period: periodWords(duty.due[0]), event: name(duty.due[1]) }));
  } else if (duty.due !== undefined) {
    parts.push(t("by: {date}", { date: dateWords(duty.due) }));
  }
  if (duty.clause) parts.push(duty.clause);
  return `${word(duty.kind)}: ${parts.join("; ")}`;
}

const section = (title, items) =>
  (items.length ? [make("h4", {}, title), make("ul", {}, items.map((item) => make("li", {}, item)))] : []);
const seen = (things) => (things ?? []).filter(({ how }) => now.scene.sees(how ?? {}));

/** The parts of the panel that only an agreement has. */
export function lifeParts(entity) {
  const why = under(entity.why, state.choice);
  return [
    ...(why ? section(t("Why it began"), why.begins.map((turn) => turnWords(turn, entity, false))) : []),
    ...(why ? section(t("Why it ended"), why.ends.map((turn) => turnWords(turn, entity, true))) : []),
    ...section(t("Acts"), seen(entity.acts).map((act) => [actWords(act), howLine(act.how)])),
    ...section(t("Terms"), seen(entity.terms).map((terms) => [termWords(terms), howLine(terms.how)])),
    ...section(t("Reservations"), seen(entity.reservations).map((one) => [reservationWords(one), howLine(one.how)])),
    ...section(t("Obligations"), seen(entity.duties).map((duty) => [dutyWords(duty), howLine(duty.how)])),
  ];
}
