// Where an assertion comes from, in words and with links.

import { graph, sourceOfId } from "./graph.js";
import { t, word, name, fullName, listed, dateWords, inLanguage } from "./language.js";
import { make, clean } from "./dom.js";

/** A source and the place in it. */
function citationParts([id, place]) {
  const source = sourceOfId.get(id);
  if (!source) return [clean(place ? `${id} ${place}` : id)];
  const title = inLanguage(source.title);
  const what = [source.author, title, source.publisher].filter(Boolean).join(", ");
  // Only addresses of the web become links: any other kind could do something.
  const isLink = source.url && /^https?:\/\//i.test(source.url);
  const link = isLink ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, what) : what;
  const date = source.date === undefined ? "" : ` (${dateWords(source.date)})`;
  const inner = source.in ? [", ", t("quoted in"), " ", ...citationParts(source.in)] : [];
  return [link, date, place ? `, ${place}` : "", ...inner];
}

/** The sources of an assertion as a list; nothing where there is none. */
export const sourceList = (how) =>
  (how?.cites ? make("ul", { class: "sources" }, how.cites.map((citation) => make("li", {}, citationParts(citation)))) : null);

/** What else is said of one who knew or of a disclosure, in brackets: how much of it, how surely, and the note. */
function details(given) {
  const parts = [given?.of && t(given.of === "text" ? "of its text" : "of its existence"),
    given?.sure && t("certainty: {sure}", { sure: word(given.sure) }), given?.note].filter(Boolean);
  return parts.length ? ` (${parts.join("; ")})` : "";
}

const knowers = (list, key) => listed(list.map(([who, date, more]) =>
  (date === null ? name(who) : t(key, { actor: name(who), date: dateWords(date) })) + details(more)));

/** How an assertion is attested: sense, certainty, secrecy, readings, note. */
export function howWords(how) {
  const parts = [];
  if (how?.sense) parts.push(how.holder === undefined ? word(how.sense) : t("{sense} by {holder}", { sense: word(how.sense), holder: fullName(how.holder) }));
  if (how?.sure) parts.push(t("certainty: {sure}", { sure: word(how.sure) }));
  if (how?.secret) {
    parts.push(t("secret"));
    if (how.secret.known) parts.push(t("known to {actors}", { actors: knowers(how.secret.known, "{actor} from {date}") }));
    if (how.secret.unknown) parts.push(t("unknown to {actors}", { actors: knowers(how.secret.unknown, "{actor} until {date}") }));
    if (how.secret.opened) {
      parts.push(t("disclosed: {date}", { date: listed(how.secret.opened.map(([date, more]) => dateWords(date) + details(more))) }));
    }
  }
  if (how?.readings) {
    const titles = graph.readings.filter(({ id }) => how.readings.includes(id)).map(({ title }) => inLanguage(title));
    parts.push(t("reading: {title}", { title: listed(titles) }));
  }
  if (how?.note) parts.push(how.note);
  return parts.join("; ");
}

/** The same with its sources, for a line of a list. */
export function howLine(how) {
  const words = howWords(how);
  return [words ? make("span", { class: "how" }, ` (${words})`) : null, sourceList(how)];
}
