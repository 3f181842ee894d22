/**
 * Deciding a request: the tests that hold, made into findings and the worst of their outcomes.
 *
 * It decides as the command line does, by the published rules alone.
 *
 * @typedef {import("./conditions.js").Path} Path
 * @typedef {import("./dates.js").Calendar} Calendar
 * @typedef {import("./facts.js").Stated} Stated
 * @typedef {import("./telling.js").Rule} Rule
 * @typedef {import("./telling.js").Told} Told
 * @typedef {{told: Told, rule: Rule, finding: Object<string, any>, stated: Stated}} Group what is
 *   told as one of a request, or of one item of it
 * @typedef {{rules: any, kind: any, request: any, calendar: Calendar, whole: Stated}} Setting
 */

import { decidingFacts, evaluate, momentOf } from "./conditions.js";
import { CalendarError, calendarOf, isoOf, parseDay } from "./dates.js";
import { IN_FORCE_ON, fieldOf, placeOf, statedBy, statedByItems } from "./facts.js";
import { messageOf } from "./messages.js";
import { remarksOf } from "./remarks.js";
import { askName, findingName, rulesOf, tellingOf, toldOf } from "./telling.js";

/** The outcomes, worst first. */
export const OUTCOMES = ["refused", "referred", "action-needed", "allowed"];

/** A request could not be decided. It is never turned into an outcome. */
export const NoDecisionError = class extends Error {};

/** How the id of a part begins that some of the roles meet, though neither one nor all. */
const AT_LEAST = "at-least-";

/**
 * The decision on a request that its schema has accepted.
 * @param {Object<string, any>} rules the page's rules
 * @param {string} kind
 * @param {Object<string, any>} request
 * @param {string} asOf the day of the check, YYYY-MM-DD
 * @param {string | null} policyAsOf what was in force on that day counts, or else on the day the
 *   request was received
 * @returns {Object<string, any>} one entry of "decisions" in "prevent check --format json", with
 *   "at" (and "key": it is missing there) for the file, the line and the column of what is meant,
 *   and in findings "earliest": the first day that would do, or null
 * @throws {NoDecisionError} where working days cannot be counted
 */
export function decide(rules, kind, request, asOf, policyAsOf = null) {
  const own = rules.kinds[kind];
  const [today, inForce] = [asOf, policyAsOf ?? ""].map(parseDay);
  if (today === null) throw new RangeError(`not a day: ${asOf}`);
  const whole = statedBy(own, request, today, inForce);
  const calendar = calendarOf(rules.bank_holidays ?? []);
  try {
    return decided({ rules, kind: own, request, calendar, whole }, today);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    throw new NoDecisionError(`This request could not be decided. ${error.message}`);
  }
}

/**
 * @param {Setting} setting
 * @param {number} today
 */
function decided(setting, today) {
  const { kind, request, whole } = setting;
  const { groups, applied, made } = gathered(setting);
  const stopping = groups.filter((each) => each.finding.outcome !== "allowed");
  const told = groups.filter((each) => each.finding.outcome === "allowed");
  const findings = stopping.map((each) => joined(each, setting));
  const telling = new Set(groups.map((each) => each.rule.id));
  const own = kind.rules.filter((rule) => sortOf(rule) === "rule").map((rule) => rule.id);
  const settled = own.filter((rule) => !made.has(rule) && !telling.has(rule));
  const afterwards = told.filter((each) => sortOf(each.rule) === "afterwards");
  const notes = told.filter(
    (each) => sortOf(each.rule) !== "afterwards" && !each.finding.conditions?.length,
  );
  return {
    kind: kind.kind,
    reference: request.reference ?? null,
    title: request.title ?? "",
    outcome: OUTCOMES.find((each) => findings.some((found) => found.outcome === each)) ?? "allowed",
    findings,
    passed: settled.filter((rule) => applied.has(rule)),
    not_applicable: settled.filter((rule) => !applied.has(rule)),
    undecided: own.filter((rule) => made.has(rule) && !telling.has(rule)),
    conditions: imposed(told, setting),
    notes: notes.map((each) => joined(each, setting)),
    afterwards: afterwards.map((each) => joined(each, setting)),
    waived: [],
    in_force_on: dayTold(whole, IN_FORCE_ON),
    remarks: remarksOf(kind, whole, today),
  };
}

/** @param {Rule} rule */
const sortOf = (rule) => rule.sort ?? "rule";

/**
 * What is told, in the order of the rules; which rules apply, and which make a finding.
 * @param {Setting} setting
 */
function gathered({ kind, request, calendar, whole }) {
  const [applied, made] = [new Set(), new Set()];
  /** @type {Group[]} */
  const groups = [];
  const lists = new Set(["", ...kind.rules.map((rule) => rule.for_each ?? "")]);
  for (const each of lists) {
    const rules = kind.rules.filter((rule) => (rule.for_each ?? "") === each);
    const telling = tellingOf(rules);
    for (const stated of each ? statedByItems(kind, request, each, whole) : [whole]) {
      const names = new Set(rules.flatMap((rule) => fired(rule, stated.facts, calendar, applied)));
      for (const told of toldOf(telling, names)) {
        groups.push({ told, rule: told.rule, finding: told.finding, stated });
      }
      for (const rule of rulesOf(telling, names)) made.add(rule);
    }
  }
  const order = new Map(kind.rules.map((rule, index) => [rule.id, index]));
  groups.sort((one, other) => order.get(one.rule.id) - order.get(other.rule.id));
  return { groups, applied, made };
}

/**
 * The names of the findings that a rule makes, and of what it asks. Where it applies, it is added
 * to those that do.
 */
function fired(rule, facts, calendar, applied) {
  const holds = (condition) => evaluate(condition, facts, calendar) === true;
  const asked = (condition) =>
    decidingFacts(condition, facts, calendar)
      .filter((fact) => Object.hasOwn(rule.asks, fact))
      .map((fact) => askName(rule, fact));
  const { when = true, unless = false } = rule;
  const names = asked({ all: [when, { not: unless }] });
  if (!holds(when) || holds(unless)) return names;
  applied.add(rule.id);
  for (const part of rule.parts) {
    names.push(...asked(part.when ?? true));
    if (!holds(part.when ?? true) || holds(part.met ?? false)) continue;
    // The first finding of a part that holds is made, and no other.
    const index = part.findings.findIndex((finding) => holds(finding.test ?? true));
    if (index >= 0) names.push(findingName(rule, part, index, part.findings[index]));
  }
  return names;
}

/**
 * A finding, with its words.
 * @param {Group} group
 * @param {Setting} setting
 */
function joined({ told, rule, finding, stated }, { rules, kind, request, calendar }) {
  const dayOf = (when) => momentOf(when, stated.facts, calendar);
  const parts = told.members.map((each) => each.part).filter((part) => part !== null);
  const who = [...new Set(told.members.flatMap((each) => each.finding.who ?? []))];
  const days = new Map();
  for (const [name, when] of Object.entries(finding.values ?? {})) {
    const day = dayOf(when);
    if (day !== null) days.set(name, day);
  }
  const items = parts.map((part) => part.item).filter((item) => item);
  const statements = finding.statements?.length ? finding.statements : rule.statements;
  const dates = Object.fromEntries([...days].map(([name, day]) => [name, isoOf(day)]));
  const several = parts.some((part) => part.id.includes(AT_LEAST));
  return {
    rule: rule.id,
    outcome: finding.outcome,
    clause: rule.clause,
    statements,
    message: messageOf(rules, kind, finding, who, items, request, stated, days),
    who,
    any_of: who.length > 1 && told.members.length === 1 && !several,
    by: finding.by ? isoOrNull(dayOf(finding.by)) : null,
    subject: stated.subject,
    ...placeOf(stated, finding.at ?? ""),
    dates,
    words: Object.fromEntries(statements.map((each) => [each, rules.statements[each]])),
    layer: rule.layer || null,
    ask_again: finding.ask_again ?? false,
    waiver: null,
    earliest: dates.earliest ?? null,
  };
}

/**
 * The conditions it is allowed on: those of rules, then those of approvals, each once.
 * @param {Group[]} told
 * @param {Setting} setting
 */
function imposed(told, setting) {
  const found = new Map();
  for (const each of [...byRules(told, setting), ...byApprovers(setting)]) {
    const key = JSON.stringify([each.condition, each.subject]);
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

function byRules(told, setting) {
  return told.flatMap((group) => {
    const found = joined(group, setting);
    const { by, subject, at, key, layer } = found;
    const given = { rule: found.rule, reason: found.message, by, subject, at, key, layer };
    return (group.finding.conditions ?? []).map((id) => conditionOf(id, given, setting));
  });
}

/** The conditions on which approvals that stand were granted. */
function byApprovers(setting) {
  const { kind, whole } = setting;
  const found = [];
  for (const name of whole.facts.keys()) {
    const [, list, role, id] = /^([^.]*)\.(.*?)\.condition\.(.*)$/.exec(name) ?? [];
    if (!list || fieldOf(kind.fields, list)?.type !== "approvals") continue;
    const by = dayTold(whole, kind.happens_on);
    const given = { approver: role, by, subject: null, ...placeOf(whole, name), layer: null };
    found.push(conditionOf(id, given, setting));
  }
  return found;
}

function conditionOf(id, given, { rules }) {
  const noun = rules.conditions[id];
  return {
    condition: id,
    rule: given.rule ?? null,
    approver: given.approver ?? null,
    clause: noun.clause,
    statements: noun.statements,
    message: noun.title,
    reason: given.reason || null,
    who: noun.who,
    by: given.by,
    subject: given.subject,
    at: given.at,
    key: given.key,
    layer: given.layer,
  };
}

/**
 * @param {Stated} stated
 * @param {string} name
 */
function dayTold(stated, name) {
  const fact = stated.facts.get(name);
  return fact?.sort === "day" ? isoOf(Number(fact.value)) : null;
}

/** @param {number | null} day */
const isoOrNull = (day) => (day === null ? null : isoOf(day));
