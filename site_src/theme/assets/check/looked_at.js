/**
 * What a rule looks at in a request of which not everything is known.
 *
 * @typedef {import("./conditions.js").Condition} Condition
 * @typedef {{truth: (condition: Condition) => boolean | null, own: Set<string>}} World what is
 *   known of a request, or of one item of it, with the fields of the item
 */

/**
 * The facts on which it rests whether a rule applies, what it finds, and what it says.
 * @param {Object<string, any>} rule
 * @param {World} world
 * @returns {Set<string>}
 */
export function factsReadBy(rule, world) {
  const applies = { all: [rule.when ?? true, { not: rule.unless ?? false }] };
  const asking = new Set(factsThatDecide(applies, world));
  const read = new Set();
  if (world.truth(applies) === false) return asking;
  if (rule.for_each) read.add(rule.for_each);
  for (const part of rule.parts) {
    for (const fact of factsThatDecide(part.when ?? true, world)) asking.add(fact);
    if (world.truth(part.when ?? true) === false) continue;
    for (const fact of factsThatDecide(part.met ?? false, world)) read.add(fact);
    if (world.truth(part.met ?? false) !== true) addFindings(part.findings, world, read);
  }
  for (const [fact, finding] of Object.entries(rule.asks)) {
    if (asking.has(fact)) addSaid(finding, read);
  }
  return new Set([...asking, ...read]);
}

/** Of the findings of a part the first that holds is made, and no other. */
function addFindings(findings, world, read) {
  for (const finding of findings) {
    const test = finding.test ?? true;
    for (const fact of factsThatDecide(test, world)) read.add(fact);
    const truth = world.truth(test);
    if (truth !== false) addSaid(finding, read);
    if (truth === true) return;
  }
}

/** What a finding is about, and what it tells of the request. */
function addSaid({ at, by, values, say }, read) {
  for (const moment of [by, ...Object.values(values ?? {})]) {
    if (moment?.fact) read.add(moment.fact);
  }
  for (const [, name] of say.matchAll(/\{([A-Za-z_]*)\}/g)) read.add(name);
  if (at) read.add(at);
}

/**
 * The missing facts by which a condition may come to one answer or another.
 * @param {Condition} condition
 * @param {World} world
 * @returns {string[]}
 */
function factsThatDecide(condition, world) {
  if (typeof condition === "boolean") return [];
  // Where days cannot be counted there is no decision, so it also rests on what is looked at first.
  if (world.truth(condition) !== null && !countsDays(condition)) return [];
  if ("not" in condition) return factsThatDecide(condition.not, world);
  const parts = condition.all ?? condition.any;
  if (!parts) return factsNamed(condition);
  const found = [];
  for (const part of parts) {
    found.push(...factsThatDecide(part, world));
    if (world.truth(part) === Object.hasOwn(condition, "any")) break;
  }
  return found;
}

/** @param {Condition} condition */
function countsDays(condition) {
  const parts = condition.all ?? condition.any ?? (condition.not === undefined ? [] : [condition.not]);
  const moments = condition.date ? [condition.date, condition.not_after] : [];
  return parts.some(countsDays) || moments.some((each) => each.plus || each.then);
}

/** @param {Object<string, any>} comparison */
function factsNamed(comparison) {
  const { fact, given, date, not_after: limit } = comparison;
  return [fact, given, date?.fact, limit?.fact].filter((each) => each !== undefined);
}
