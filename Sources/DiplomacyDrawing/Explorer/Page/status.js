// What holds of a thing on a day, in words and as classes.

import { graph } from "./graph.js";
import { no, maybe, yes, dateBounds, startOf } from "./time.js";
import { t } from "./language.js";

/** Whether something is a secret that was not disclosed on a day; on no day, whether it ever was one. */
export function isSecret(number, day) {
  const { secret } = graph.entities[number].how;
  if (!secret) return false;
  return day === null || secret.open === undefined || dateBounds(secret.open).from > startOf(day);
}

/** Whether something is asserted as a fact: not as a plan, promise, belief or hypothesis. */
export const isAssertedFully = (number) => graph.entities[number].how.sense === undefined;

/** Whether the author was not sure. */
export const isUnsure = (how) => how.sure === "low" || how.sure === "medium";

/** An answer in words. */
export function statusWords(answer, day, kind) {
  if (day === null) return answer === yes ? t("at some time") : answer === maybe ? t("perhaps known") : t("not seen");
  if (kind === "agreement") return { [yes]: t("certainly in force"), [maybe]: t("possibly in force"), [no]: t("not in force") }[answer];
  return { [yes]: t("certainly there"), [maybe]: t("possibly there"), [no]: t("not there") }[answer];
}
