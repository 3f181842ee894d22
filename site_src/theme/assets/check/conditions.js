/**
 * What a published condition comes to for the facts of one request: true, false, or null for
 * unknown.
 *
 * A comparison with a missing fact is unknown, so nothing is assumed about a fact that is not
 * there. "all" is false as soon as one part is false, true when every part is true, and unknown
 * otherwise; "any" the other way round; "not" leaves unknown as it is. "given" is never unknown,
 * but where a missing fact may still come.
 *
 * A fact has its sort: "text", "number" or "day". A day is a whole number, as in dates.js.
 *
 * @typedef {import("./dates.js").Calendar} Calendar
 * @typedef {import("./dates.js").Period} Period
 * @typedef {(string | number)[]} Path
 * @typedef {{sort: string, value: string | number, path: Path | null}} Fact
 * @typedef {Map<string, Fact>} Facts
 * @typedef {{day: string} | {fact: string, plus?: Period, then?: Period}} Dated
 * @typedef {boolean | Object<string, any>} Condition
 */

import { addPeriod, parseDay } from "./dates.js";

const SIZES = {
  at_least: (value, number) => value >= number,
  more_than: (value, number) => value > number,
  at_most: (value, number) => value <= number,
  less_than: (value, number) => value < number,
};

/**
 * @param {Condition} condition
 * @param {Facts} facts
 * @param {Calendar} calendar
 * @param {(fact: string) => boolean} mayCome whether a fact that is missing may still be stated
 * @returns {boolean | null}
 * @throws {CalendarError} where working days cannot be counted
 */
export function evaluate(condition, facts, calendar, mayCome = neverComes) {
  if (typeof condition === "boolean") return condition;
  const of = (part) => evaluate(part, facts, calendar, mayCome);
  if ("all" in condition) return everyOne(condition.all, of);
  if ("any" in condition) return opposite(everyOne(condition.any, (part) => opposite(of(part))));
  if ("not" in condition) return opposite(of(condition.not));
  if ("given" in condition) return isGiven(condition.given, facts, mayCome);
  if ("date" in condition) {
    const first = momentOf(condition.date, facts, calendar);
    const second = momentOf(condition.not_after, facts, calendar);
    return first === null || second === null ? null : first <= second;
  }
  const { fact: name, ...compared } = condition;
  const [[comparison, against]] = Object.entries(compared);
  if (comparison === "is") {
    const value = valueOf(name, "text", facts);
    return value === null ? null : against.includes(value);
  }
  if (!Object.hasOwn(SIZES, comparison)) throw new TypeError(`not a comparison: ${comparison}`);
  const value = valueOf(name, "number", facts);
  return value === null ? null : SIZES[comparison](value, against);
}

/**
 * The day a moment names, or null where its date is missing.
 * @param {Dated} when
 * @param {Facts} facts
 * @param {Calendar} calendar
 * @returns {number | null}
 * @throws {CalendarError} where working days cannot be counted, or the calendar comes to its end
 */
export function momentOf(when, facts, calendar) {
  if ("day" in when) return parseDay(when.day);
  let day = valueOf(when.fact, "day", facts);
  if (day === null) return null;
  for (const period of [when.plus, when.then]) {
    if (period) day = addPeriod(day, period, calendar);
  }
  return day;
}

/**
 * The missing facts that leave the condition unknown; none where it is true or false.
 * @param {Condition} condition
 * @param {Facts} facts
 * @param {Calendar} calendar
 * @returns {string[]}
 */
export function decidingFacts(condition, facts, calendar) {
  if (evaluate(condition, facts, calendar) !== null) return [];
  if ("not" in condition) return decidingFacts(condition.not, facts, calendar);
  const parts = condition.all ?? condition.any;
  if (parts) return parts.flatMap((part) => decidingFacts(part, facts, calendar));
  if (!("date" in condition)) return [condition.fact];
  const named = [condition.date.fact, condition.not_after.fact];
  return [...new Set(named)].filter((fact) => fact !== undefined && !facts.has(fact));
}

/**
 * @param {Condition[]} parts
 * @param {(part: Condition) => boolean | null} truthOf
 */
function everyOne(parts, truthOf) {
  let answer = true;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth === false) return false;
    if (truth === null) answer = null;
  }
  return answer;
}

const neverComes = () => false;

function isGiven(fact, facts, mayCome) {
  if (facts.has(fact)) return true;
  return mayCome(fact) ? null : false;
}

/** @param {boolean | null} truth */
const opposite = (truth) => (truth === null ? null : !truth);

/**
 * @param {string} name
 * @param {string} sort
 * @param {Facts} facts
 */
function valueOf(name, sort, facts) {
  const fact = facts.get(name);
  if (fact === undefined) return null;
  if (fact.sort !== sort) throw new TypeError(`${name} is not a ${sort}`);
  return fact.value;
}
