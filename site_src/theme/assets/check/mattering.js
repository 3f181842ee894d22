/**
 * Which questions of a request can matter no more, by the published rules and what is answered.
 *
 * An answer that is not there may still come: whatever rests on it is unknown, and "given" too. A
 * question matters while some rule that is not ruled out by the other answers looks at its answer,
 * or says it. So whatever is answered to one that does not matter, now or later, changes nothing
 * that is decided or told. Where it is in doubt, the question matters.
 *
 * @typedef {import("./conditions.js").Facts} Facts
 * @typedef {import("./conditions.js").Path} Path
 * @typedef {import("./dates.js").Calendar} Calendar
 * @typedef {import("./facts.js").Field} Field
 * @typedef {import("./facts.js").KindRules} KindRules
 * @typedef {import("./looked_at.js").World} World
 * @typedef {{kind: KindRules, calendar: Calendar, today: number | null, looks: Set<string>,
 *   always: Set<string>}} Known
 */

import { evaluate } from "./conditions.js";
import { CalendarError, calendarOf, parseDay } from "./dates.js";
import { IN_FORCE_ON, RECEIVED_ON, TODAY, fieldOf, statedBy, statedByItems } from "./facts.js";
import { factsReadBy } from "./looked_at.js";

/**
 * The questions whose answers, given or not, make no difference to the decision.
 *
 * All of them together make none, whatever is answered to them. Of a list that makes none its
 * items' questions are not named. Which remarks there are ("has not come yet") is not looked at.
 * @param {Object<string, any>} rules the page's rules
 * @param {string} kind
 * @param {Object<string, any>} request valid answers, which need not be all that are needed
 * @param {string} asOf the day of the check, YYYY-MM-DD; anything else where it is not known
 * @returns {Path[]} such as ["outline"] or ["speakers", 0, "values"]
 */
export function makingNoDifference(rules, kind, request, asOf) {
  const known = knownOf(rules, rules.kinds[kind], asOf);
  let left = request;
  /** @type {Path[]} */
  const found = [];
  const look = (path) => {
    const ids = withDependents(known.kind, path);
    const without = withoutAnswers(left, path, ids);
    if (matters(known, without, path, ids)) return;
    found.push(path);
    // What makes no difference decides nothing about the others: two answers, of which either
    // would do without the other, are not both said to make none.
    left = without;
  };
  inTurn(known.kind.fields.map((field) => [field.id]), request).forEach(look);
  inTurn(questionsOfItems(known.kind, left), request).forEach(look);
  return found;
}

/** The last answers first: it is the later question that an earlier answer makes needless. */
function inTurn(paths, request) {
  const isAnswered = ([id, index, inner]) =>
    inner === undefined ? hasAnswer(request, id) : hasAnswer(request[id][index], inner);
  const answered = paths.filter(isAnswered).reverse();
  return [...answered, ...paths.filter((path) => !answered.includes(path))];
}

/**
 * @param {Object<string, any>} rules
 * @param {KindRules} kind
 * @param {string} asOf
 * @returns {Known}
 */
function knownOf(rules, kind, asOf) {
  const calendar = calendarOf(rules.bank_holidays ?? []);
  const known = { kind, calendar, today: parseDay(asOf), looks: new Set(), always: new Set() };
  for (const list of listsOf(kind)) {
    const world = { truth: () => null, own: idsOf(kind, list) };
    for (const id of questionsReadBy(kind, list, [world])) known.looks.add(id);
  }
  for (const field of kind.fields) {
    const inner = (field.fields ?? []).filter((each) => each.required || each.id === field.named_by);
    for (const each of inner) known.always.add(innerId(field.id, each.id));
    // Conditions on which somebody agreed are told with any decision.
    if (field.type === "approvals" && field.also_says?.includes("conditions")) {
      known.always.add(field.id);
    }
  }
  for (const id of [...kind.required, "title", kind.happens_on]) known.always.add(id);
  return known;
}

/**
 * Whether the answer to a question can matter to what is decided.
 * @param {Known} known
 * @param {Object<string, any>} request without that answer
 * @param {Path} path
 * @param {string[]} ids the question, and those that depend on it
 */
function matters(known, request, [id, index, inner], ids) {
  const { kind, looks, always } = known;
  // What no rule looks at is asked for people's sake, such as a reference or notes.
  if (ids.some((each) => always.has(each) || !looks.has(each))) return true;
  const lists = inner === undefined ? listsOf(kind) : [id];
  for (const list of lists) {
    const worlds = worldsOf(known, request, list, ids);
    const own = inner === undefined ? worlds : [worlds[index]];
    const read = questionsReadBy(kind, list, own);
    if (ids.some((each) => read.has(each))) return true;
  }
  return false;
}

/**
 * The request as a whole, or each item of a list, as far as it is known.
 * @param {Known} known
 * @param {Object<string, any>} request
 * @param {string} list "" for the request as a whole
 * @param {string[]} open the questions that may be answered in any way
 * @returns {World[]}
 */
function worldsOf(known, request, list, open) {
  const { kind, calendar, today } = known;
  const away = notAsked(kind, request, open);
  const missing = kind.fields.map((field) => field.id).filter((id) => !hasAnswer(request, id));
  const whole = statedBy(kind, request, today ?? 0, null);
  // A list that is left out has no items, but may still have some.
  forget(whole.facts, missing.filter((id) => !away.has(id)));
  if (today === null) forget(whole.facts, [TODAY]);
  if (today === null && !fieldOf(kind.fields, RECEIVED_ON)) forget(whole.facts, [IN_FORCE_ON]);
  const own = idsOf(kind, list);
  const mayCome = (fact) => own.has(ownerOf(fact)) || !away.has(ownerOf(fact));
  const world = (facts) => ({
    own,
    truth: (condition) => truthOf(condition, facts, calendar, mayCome),
  });
  if (!list) return [world(whole.facts)];
  if (!hasAnswer(request, list)) {
    forget(whole.facts, own);
    return away.has(list) ? [] : [world(whole.facts)];
  }
  return statedByItems(kind, request, list, whole).map(({ facts }, index) => {
    forget(facts, [...own].filter((id) => !hasAnswer(request[list][index], id)));
    return world(facts);
  });
}

/** The answer of a condition; unknown too where it cannot be worked out. */
function truthOf(condition, facts, calendar, mayCome) {
  try {
    return evaluate(condition, facts, calendar, mayCome);
  } catch (error) {
    if (!(error instanceof CalendarError)) throw error;
    return null;
  }
}

/**
 * The questions that rules look at which are not ruled out: by their ids, and those of the items
 * of the list by innerId.
 * @param {KindRules} kind
 * @param {string} list
 * @param {World[]} worlds
 * @returns {Set<string>}
 */
function questionsReadBy(kind, list, worlds) {
  const found = new Set();
  for (const rule of kind.rules.filter((each) => (each.for_each ?? "") === list)) {
    for (const world of worlds) {
      for (const fact of factsReadBy(rule, world)) {
        const id = ownerOf(fact);
        if (world.own.has(id)) found.add(innerId(list, id));
        // An item without an answer has that of the request, if both can have one.
        found.add(id === IN_FORCE_ON ? RECEIVED_ON : id);
      }
    }
  }
  return found;
}

/** The questions that cannot be asked, since another has not the answer for them. */
function notAsked(kind, request, open) {
  const away = new Set();
  for (const [id, [other, answer]] of Object.entries(kind.only_when ?? {})) {
    const known = !open.includes(id) && hasAnswer(request, other);
    const stated = known && statedBy(kind, { [other]: request[other] }, 0, null).facts.get(other);
    if (known && stated?.value !== answer) away.add(id);
  }
  return away;
}

/** A question, and those that are asked only where it has a certain answer. */
function withDependents(kind, [id, , inner]) {
  if (inner !== undefined) return [innerId(id, inner)];
  const limits = Object.entries(kind.only_when ?? {});
  const own = limits.filter(([, [other]]) => other === id);
  return [id, ...own.flatMap(([each]) => withDependents(kind, [each]))];
}

/** The request without an answer, and without those that it alone lets be given. */
function withoutAnswers(request, [id, index, inner], ids) {
  const copied = structuredClone(request);
  if (inner !== undefined) delete copied[id][index][inner];
  else for (const each of ids) delete copied[each];
  return copied;
}

function questionsOfItems(kind, request) {
  const lists = kind.fields.filter((field) => field.type === "list" && hasAnswer(request, field.id));
  return lists.flatMap(({ id, fields }) =>
    request[id].flatMap((_, index) => fields.map((inner) => [id, index, inner.id])),
  );
}

/** @param {KindRules} kind */
function listsOf(kind) {
  return [...new Set(["", ...kind.rules.map((rule) => rule.for_each ?? "")])];
}

/** The fields of a list's items. */
function idsOf(kind, list) {
  const owner = list ? fieldOf(kind.fields, list) : null;
  return new Set((owner?.fields ?? []).map((field) => field.id));
}

/** @param {Facts} facts  @param {Iterable<string>} ids */
function forget(facts, ids) {
  const gone = new Set(ids);
  for (const name of [...facts.keys()]) {
    if (gone.has(ownerOf(name))) facts.delete(name);
  }
}

function hasAnswer(answers, id) {
  return Object.hasOwn(answers, id) && answers[id] !== null;
}

/** The field that a fact is of: "approvals" of "approvals.head.decision". */
const ownerOf = (fact) => fact.split(".")[0];

const innerId = (list, id) => `${list}/${id}`;
