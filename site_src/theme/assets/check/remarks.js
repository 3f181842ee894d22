/**
 * Dates of a request that a person should look at again.
 *
 * The policy's rules decide the outcome; these remarks change nothing. They say what is odd and
 * would otherwise pass in silence: a date that has not come yet, or that comes after the day
 * itself.
 *
 * @typedef {import("./facts.js").Stated} Stated
 */

import { dayInWords } from "./dates.js";
import { IN_FORCE_ON, RECEIVED_ON, TODAY, fieldOf, placeOf } from "./facts.js";

/**
 * A remark for each thing said to be done on a day after the check, or after the day itself.
 * @param {Object<string, any>} kind the rules for requests of its kind
 * @param {Stated} stated
 * @param {number} asOf
 * @returns {{message: string, at: (string | number)[], key: boolean}[]}
 */
export function remarksOf(kind, stated, asOf) {
  const theDay = stated.facts.get(kind.happens_on);
  const found = new Map();
  for (const [name, fact] of stated.facts) {
    if (fact.sort !== "day" || !isOfSomethingDone(name, kind)) continue;
    const late = lateness(Number(fact.value), asOf, theDay);
    if (!late) continue;
    const field = fieldOf(kind.fields, name.split(".")[0]);
    const message = `${field ? field.label : name}: ${dayInWords(Number(fact.value))} ${late}.`;
    const remark = { message, ...placeOf(stated, name) };
    // The first and the last time that a role agreed are mostly one and the same.
    found.set(JSON.stringify(remark), remark);
  }
  return [...found.values()];
}

/** A day that a request plans may well lie ahead; what is given again was given before. */
function isOfSomethingDone(name, kind) {
  if ([kind.happens_on, TODAY, IN_FORCE_ON].includes(name)) return false;
  return name === RECEIVED_ON || (name.includes(".") && !name.endsWith(".latest"));
}

function lateness(day, asOf, theDay) {
  if (day > asOf) return "has not come yet";
  const afterTheDay = theDay?.sort === "day" && day > theDay.value;
  return afterTheDay ? `is after the day itself, ${dayInWords(theDay.value)}` : "";
}
