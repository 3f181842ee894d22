/**
 * A request's answers as facts, each with where in the request it is stated.
 *
 * @typedef {import("./conditions.js").Fact} Fact
 * @typedef {import("./conditions.js").Facts} Facts
 * @typedef {import("./conditions.js").Path} Path
 * @typedef {{facts: Facts, at: Path, subject: string | null}} Stated the facts of a request, or of
 *   one item of it, which stands at a path and has a name
 * @typedef {Object<string, any>} Field
 * @typedef {Object<string, any>} KindRules
 */

import { parseDay } from "./dates.js";
import { personOf } from "./words.js";

/** The day of the check. */
export const TODAY = "today";

/** The day whose version of the policy counts: when the request was received, else today. */
export const IN_FORCE_ON = "in_force_on";

/** The field that says when a request was received. */
export const RECEIVED_ON = "received_on";

const YES_ANSWERS = ["yes", "Yes", "YES", true];

/** What states the facts of an answer, by the type of its field. */
const STATING = {
  text: stateText,
  choice: stateText,
  "yes-no": stateYesNo,
  several: stateSeveral,
  date: stateDay,
  number: stateNumber,
  list: stateCount,
  approvals: stateApprovals,
  advice: stateAdvice,
  completion: stateCompletion,
};

/**
 * The facts of the request as a whole, and of the day of the check.
 *
 * What was in force on policyAsOf counts: if left out, on the day the request was received. Where
 * that is not said it is not known; where such requests cannot say it, the day of the check counts.
 * @param {KindRules} kind
 * @param {Object<string, any>} request
 * @param {number} asOf
 * @param {number | null} policyAsOf
 * @returns {Stated}
 */
export function statedBy(kind, request, asOf, policyAsOf) {
  /** @type {Facts} */
  const facts = new Map();
  stateFact(facts, "kind", "text", kind.kind, ["kind"]);
  stateAll(kind.fields, request, [], facts);
  stateFact(facts, TODAY, "day", asOf, null);
  let inForceOn = policyAsOf ?? facts.get(RECEIVED_ON)?.value ?? null;
  if (inForceOn === null && !fieldOf(kind.fields, RECEIVED_ON)) inForceOn = asOf;
  if (inForceOn !== null) stateFact(facts, IN_FORCE_ON, "day", inForceOn, null);
  return { facts, at: [], subject: null };
}

/**
 * The facts of each item of a list, with those of the whole request.
 * @param {KindRules} kind
 * @param {Object<string, any>} request
 * @param {string} each
 * @param {Stated} whole
 * @returns {Stated[]}
 */
export function statedByItems(kind, request, each, whole) {
  const owner = fieldOf(kind.fields, each);
  return (answerTo(request, each) ?? []).map((entry, index) => {
    const facts = new Map(whole.facts);
    stateAll(owner.fields, entry, [each, index], facts);
    return { facts, at: [each, index], subject: String(entry[owner.named_by]) };
  });
}

/**
 * Where a fact is stated; for a missing one, the key it belongs under.
 * @param {Stated} stated
 * @param {string} fact
 * @returns {{at: Path, key: boolean}}
 */
export function placeOf(stated, fact) {
  const path = stated.facts.get(fact)?.path;
  if (path) return { at: path, key: false };
  const [name] = fact.split(".");
  return { at: name ? [...stated.at, name] : stated.at, key: true };
}

/**
 * The field with this id, or undefined.
 * @param {Field[]} fields
 * @param {string} id
 * @returns {Field | undefined}
 */
export function fieldOf(fields, id) {
  return fields.find((field) => field.id === id);
}

/**
 * @param {Object<string, any>} answers
 * @param {string} id
 */
function answerTo(answers, id) {
  return Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
}

/**
 * @param {Field[]} fields
 * @param {Object<string, any>} answers
 * @param {Path} at
 * @param {Facts} facts
 */
function stateAll(fields, answers, at, facts) {
  for (const field of fields) {
    const answer = answerTo(answers, field.id);
    if (answer !== null) STATING[field.type](facts, field, answer, [...at, field.id]);
    else if (field.type === "list") stateFact(facts, field.id, "number", 0, null);
  }
}

/**
 * @param {Facts} facts
 * @param {string} name
 * @param {string} sort
 * @param {string | number} value
 * @param {Path | null} path
 */
function stateFact(facts, name, sort, value, path) {
  // A list that is left out does not take away where one was stated before.
  facts.set(name, { sort, value, path: path ?? facts.get(name)?.path ?? null });
}

function stateText(facts, field, answer, at) {
  stateFact(facts, field.id, "text", String(answer), at);
}

function stateYesNo(facts, field, answer, at) {
  stateFact(facts, field.id, "text", YES_ANSWERS.includes(answer) ? "yes" : "no", at);
}

/** How many of the options are so, and of each whether it is. */
function stateSeveral(facts, field, answer, at) {
  stateFact(facts, field.id, "number", answer.length, at);
  for (const option of field.options ?? []) {
    const said = answer.includes(option.id) ? "yes" : "no";
    stateFact(facts, `${field.id}.${option.id}`, "text", said, at);
  }
}

function stateDay(facts, field, answer, at) {
  putDay(facts, field.id, answer, at);
}

function stateNumber(facts, field, answer, at) {
  stateFact(facts, field.id, "number", Number(answer), at);
}

function stateCount(facts, field, answer, at) {
  stateFact(facts, field.id, "number", answer.length, at);
}

/** Of each role its decision that stands, the days, who signed last, and on which conditions. */
function stateApprovals(facts, field, answer, at) {
  for (const [role, first, last] of standing(answer)) {
    const name = `${field.id}.${role}`;
    const { decision } = answer[first];
    stateFact(facts, `${name}.decision`, "text", decision, [...at, first, "decision"]);
    putDays(facts, name, answer, at, first, last);
    // Who signed, and on which conditions, is what was said last.
    const entry = answer[last];
    const where = [...at, last];
    if (Object.hasOwn(entry, "by")) {
      stateFact(facts, `${name}.by`, "text", personOf(String(entry.by)), [...where, "by"]);
    }
    const conditions = decision === "granted" ? (entry.conditions ?? []) : [];
    conditions.forEach((condition, number) => {
      const path = [...where, "conditions", number];
      stateFact(facts, `${name}.condition.${condition}`, "text", "yes", path);
    });
  }
}

function stateAdvice(facts, field, answer, at) {
  for (const [role, first, last] of standing(answer)) {
    putDays(facts, `${field.id}.${role}`, answer, at, first, last);
  }
}

function stateCompletion(facts, field, answer, at) {
  putDay(facts, `${field.id}.completed`, answer.completed, [...at, "completed"]);
}

/**
 * Each role's standing entry: of its latest run of equal decisions, the earliest and the last.
 *
 * So permission given again after the day stays prior permission, and a decision taken back and
 * given anew counts from the new day. Of two decisions of one day the one that declines stands.
 * @param {{role: string, date: string, decision?: string}[]} entries
 * @returns {[string, number, number][]}
 */
function standing(entries) {
  const declines = (index) => Number(entries[index].decision === "declined");
  const order = [...entries.keys()].sort((one, other) => {
    const [ours, theirs] = [entries[one].date, entries[other].date];
    if (ours !== theirs) return ours < theirs ? -1 : 1;
    return declines(one) - declines(other);
  });
  /** @type {Map<string, [number, number]>} */
  const found = new Map();
  for (const index of order) {
    const { role, date, decision } = entries[index];
    const [first, last] = found.get(role) ?? [index, index];
    if (entries[first].decision !== decision) found.set(role, [index, index]);
    else found.set(role, entries[last].date === date ? [first, last] : [first, index]);
  }
  return [...found].map(([role, [first, last]]) => [role, first, last]);
}

function putDays(facts, name, answer, at, first, last) {
  putDay(facts, `${name}.date`, answer[first].date, [...at, first, "date"]);
  putDay(facts, `${name}.latest`, answer[last].date, [...at, last, "date"]);
}

function putDay(facts, name, text, path) {
  stateFact(facts, name, "day", parseDay(text), path);
}
