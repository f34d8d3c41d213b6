// The data of the page, read once. Its shape is told in Documentation/Explorer.md.

const data = JSON.parse(document.getElementById("data").textContent);

/** How an assertion is attested where nothing is said of it. */
const plainFact = Object.freeze({});

function bounds([es, ls, ee, le, isMoment]) {
  return {
    es: es ?? -Infinity,
    ls: ls === "?" ? Infinity : ls ?? -Infinity,
    ee: ee === "?" ? -Infinity : ee ?? Infinity,
    le: le ?? Infinity,
    isMoment: isMoment === 1,
  };
}

/** Lists of spans, by number. */
export const times = data.times.map((spans) => spans.map(bounds));

/** What is given for each reading, or once for all: 0 is all readings together, then each in order. */
export const under = (value, choice) => (Array.isArray(value) ? value[choice] : value);

export const graph = {
  ...data,
  entities: data.entities.map((entity, number) => ({ ...entity, number, how: entity.how ?? plainFact })),
  statements: data.statements.map((statement, number) => ({ ...statement, number, how: statement.how ?? plainFact })),
  /** The statements at each entity, by their numbers. */
  about: data.entities.map(() => []),
};
for (const statement of graph.statements) {
  graph.about[statement.from].push(statement.number);
  if (statement.to !== statement.from) graph.about[statement.to].push(statement.number);
}

export const numberOfId = new Map(graph.entities.map((entity) => [entity.id, entity.number]));
export const sourceOfId = new Map(graph.sources.map((source) => [source.id, source]));

/** What can be chosen as a reading: all of them together, or one. */
export const choices = [{ id: "", takes: null }, ...graph.readings];

const participations = new Set(graph.roles.participations);
const attendances = new Set(graph.roles.attendances);
const ties = new Set(graph.roles.ties);
export const isParticipation = (role) => participations.has(role);
export const isContact = (role) => participations.has(role) || attendances.has(role) || ties.has(role);

/** Whether anything at all is secret. */
export const hasSecrets = graph.knowledge !== null;

const standpoints = new Map();

/** What an actor knows under a reading: grounds by entity and by statement, and its own times of lives; null: everything. */
export function standpoint(choice, actor) {
  if (actor === null || !graph.knowledge) return null;
  const knowledge = graph.knowledge;
  const place = knowledge.actors.indexOf(actor);
  if (place < 0) return null;
  const number = knowledge.readings[choice][place];
  if (!standpoints.has(number)) standpoints.set(number, readStandpoint(knowledge, knowledge.standpoints[number]));
  return standpoints.get(number);
}

function readStandpoint(knowledge, given) {
  const grounds = (lists, numbers) => new Map(lists.map((list, place) => [
    numbers[place],
    list.map(([from, to, kind]) => ({ from: from ?? -Infinity, to: to === "?" ? Infinity : to ?? -Infinity, kind })),
  ]));
  return {
    entities: grounds(given.entities, knowledge.entities),
    statements: grounds(given.statements, knowledge.statements),
    lives: (given.lives ?? []).map(({ day, undated, changes }) => ({
      day: day ?? -Infinity,
      isUndated: undated !== undefined,
      entities: new Map((undated ?? changes).entities),
      statements: new Map((undated ?? changes).statements),
    })),
  };
}
