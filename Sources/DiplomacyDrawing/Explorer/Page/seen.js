// What is there on a day, certainly or possibly: the program's `GraphView`, on the spans that the program has found.

import { graph, under, choices, standpoint, isParticipation } from "./graph.js";
import { no, maybe, yes, covers, dayOf, startOf, daySeconds } from "./time.js";

/** Whether an actor knew of something, from its grounds; on no day, whether it ever knew but by a disclosure. */
function knows(grounds, day) {
  if (!grounds) return yes;
  let known = no;
  for (const ground of grounds) {
    const answer = ground.kind === 1 ? maybe : yes;
    if (day === null) {
      if (ground.kind !== 2) known = Math.max(known, answer);
      continue;
    }
    const first = startOf(day);
    if (ground.from > first + daySeconds - 1) continue;
    known = Math.max(known, ground.to <= first ? answer : maybe);
  }
  return known;
}

/** The graph from a standpoint: a reading, the knowledge of an actor, the senses that are seen. */
export class Scene {
  constructor({ choice, known, senses }) {
    this.choice = choice;
    this.standpoint = standpoint(choice, known);
    this.senses = senses;
    this.takes = choices[choice].takes && new Set(choices[choice].takes);
    this.counted = new Set(graph.counted);
    this.ownTimes = graph.entities.map((entity) => under(entity.times, choice));
    this.statementTimes = graph.statements.map((statement) => under(statement.times, choice));
    this.all = this.at(null);
    this.takePart();
  }

  /** Whether an assertion is seen. */
  sees(how) {
    if (!this.senses.has(how.sense ?? "actual")) return false;
    return !this.takes || !how.readings || how.readings.some((reading) => this.takes.has(reading));
  }

  /** Whether an assertion is seen, and counts in lives and journeys. */
  counts(how) {
    return this.counted.has(how.sense ?? "actual") && this.sees(how);
  }

  /** The number of an entity's times on a day, by what is known then. */
  timesOf(number, day = null) {
    return this.lifeKnown(day)?.entities.get(number) ?? this.ownTimes[number];
  }

  timesOfStatement(number, day = null) {
    return this.lifeKnown(day)?.statements.get(number) ?? this.statementTimes[number];
  }

  lifeKnown(day) {
    const lives = this.standpoint?.lives;
    if (!lives?.length) return null;
    if (day === null) return lives.find((life) => life.isUndated);
    return lives.findLast((life) => !life.isUndated && life.day <= day);
  }

  /** The answers for all entities and statements on a day, or at all times together. */
  at(day) {
    const entities = new Uint8Array(graph.entities.length);
    const statements = new Uint8Array(graph.statements.length);
    const life = this.lifeKnown(day);
    for (const { number, how, is, when } of graph.entities) {
      if (!this.sees(how)) continue;
      const known = this.standpoint ? knows(this.standpoint.entities.get(number), day) : yes;
      if (known === no || day === null) {
        entities[number] = known;
      } else if (is !== "event" || when !== undefined || !how.sense) {
        entities[number] = Math.min(known, covers(life?.entities.get(number) ?? this.ownTimes[number], day));
      }
    }
    for (const { number, how, from, to } of graph.statements) {
      const ends = Math.min(entities[from], entities[to]);
      if (ends === no || !this.sees(how)) continue;
      const answer = this.standpoint ? Math.min(ends, knows(this.standpoint.statements.get(number), day)) : ends;
      statements[number] = answer === no || day === null ? answer
        : Math.min(answer, covers(life?.statements.get(number) ?? this.statementTimes[number], day));
    }
    return { day, entities, statements };
  }

  /** Who takes part in each agreement, each once in a role, with the statements that say so. */
  takePart() {
    this.members = new Map();
    for (const { number, from, to, role, how } of graph.statements) {
      if (graph.entities[to].is !== "agreement" || !isParticipation(role)) continue;
      if (this.all.statements[number] === no || !this.counts(how)) continue;
      if (!this.members.has(to)) this.members.set(to, []);
      const members = this.members.get(to);
      const member = members.find((other) => other.actor === from && other.role === role);
      if (member) member.statements.push(number);
      else members.push({ actor: from, role, statements: [number] });
    }
  }

  /** The parties of an agreement, each once. */
  parties(agreement) {
    return (this.members.get(agreement) ?? []).filter(({ role }) => role === "party").map(({ actor }) => actor);
  }

  /** The agreements that are seen at some time, in order. */
  get agreements() {
    return graph.entities.filter(({ number, is }) => is === "agreement" && this.all.entities[number] !== no);
  }

  /** The number of the date on which an agreement was concluded; null where that is not known. */
  concluded(number) {
    const { concluded } = graph.entities[number];
    return concluded === undefined ? null : under(concluded, this.choice);
  }
}

/** How many of some entities are there certainly and possibly. */
export function counted(answers, numbers) {
  const counts = [0, 0, 0];
  for (const number of numbers) counts[answers.entities[number]] += 1;
  return { certain: counts[yes], possible: counts[maybe] };
}

export const answerClass = ["no", "maybe", "yes"];

/** The days on which something that is there changes, for going from one change to the next. */
export function changeDays(scene, times) {
  const days = new Set();
  for (const { number, is } of graph.entities) {
    if (is !== "agreement" && is !== "event" || scene.all.entities[number] === no) continue;
    for (const span of times[scene.ownTimes[number]]) {
      for (const moment of [span.es, span.ls, span.ee, span.le]) {
        if (Number.isFinite(moment)) days.add(dayOf(moment));
      }
    }
  }
  return [...days].sort((one, other) => one - other);
}
