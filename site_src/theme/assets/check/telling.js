/**
 * What a request is told: which of the findings made are told, and which of them together.
 *
 * A missing answer is asked for once. A rule that requires the answer asks for it before one that
 * only rests on it; where two require it, both are told only if the outcome, or who acts, is not
 * the same. Findings of one failure of a rule are told as one.
 *
 * @typedef {Object<string, any>} Rule
 * @typedef {Object<string, any>} Finding
 * @typedef {{name: string, rule: Rule, part: any, finding: Finding, instead: string[]}} Member a
 *   finding that a rule can make; it is not told where any of "instead" is made
 * @typedef {{rule: Rule, finding: Finding, members: Member[]}} Told what is told as one
 */

/**
 * What these rules, which all look at one thing, can tell, in the order of the rules.
 * @param {Rule[]} rules
 * @returns {Told[]}
 */
export function tellingOf(rules) {
  const members = rules.flatMap((rule) =>
    findingsOf(rule).map(([name, part, finding]) => ({ name, rule, part, finding, instead: [] })),
  );
  /** @type {Map<string, Told>} */
  const joined = new Map();
  for (const member of members) {
    const { rule, finding } = member;
    const key = keyOf(member);
    if (!joined.has(key)) joined.set(key, { rule, finding, members: [] });
    joined.get(key).members.push({ ...member, instead: toldInstead(member, members) });
  }
  return [...joined.values()];
}

/**
 * What is told where the findings of these names are made, with those findings only.
 * @param {Told[]} telling
 * @param {Set<string>} made
 * @returns {Told[]}
 */
export function toldOf(telling, made) {
  return telling.flatMap(({ members: all }) => {
    const members = all.filter(
      (each) => made.has(each.name) && !each.instead.some((name) => made.has(name)),
    );
    return members.length ? [{ rule: members[0].rule, finding: members[0].finding, members }] : [];
  });
}

/**
 * The ids of the rules whose findings these are, told or not.
 * @param {Told[]} telling
 * @param {Set<string>} made
 */
export function rulesOf(telling, made) {
  const theirs = telling.filter((told) => told.members.some((each) => made.has(each.name)));
  return theirs.map((told) => told.rule.id);
}

/**
 * Each finding a rule can make: its name, its part (null for what is asked) and itself.
 * @param {Rule} rule
 * @returns {[string, any, Finding][]}
 */
export function findingsOf(rule) {
  const found = rule.parts.flatMap((part) =>
    part.findings.map((finding, index) => [findingName(rule, part, index, finding), part, finding]),
  );
  const asked = Object.entries(rule.asks).map(([fact, finding]) => [
    askName(rule, fact),
    null,
    finding,
  ]);
  return [...found, ...asked];
}

/** The name of a finding of a part. */
export function findingName(rule, part, index, finding) {
  return `${rule.id}/${part.id}/${index}-${finding.failure}`;
}

/** The name of what a rule asks, where a missing answer leaves it open. */
export function askName(rule, fact) {
  return `${rule.id}/ask/${fact}`;
}

/** What findings have in common that are told as one. Those that name dates are told alone. */
function keyOf({ rule, part, finding }) {
  const namesDates = Object.keys(finding.values ?? {}).length > 0;
  const alone = namesDates || part === null ? (finding.at ?? "") : "";
  return JSON.stringify([rule.id, finding.failure, finding.outcome, alone]);
}

/** The findings that are told instead of this one where they are made. */
function toldInstead(member, members) {
  const answer = member.finding.answers;
  if (!answer) return [];
  const asking = members.filter((each) => each.finding.answers === answer);
  const required = asking.filter((each) => each.part !== null);
  let before;
  if (member.part === null) {
    const others = asking.filter((each) => each.part === null);
    before = [...required, ...others.slice(0, others.indexOf(member))];
  } else {
    const same = required.filter((each) => wayOf(each) === wayOf(member));
    before = same.slice(0, same.indexOf(member));
  }
  return before.map((each) => each.name);
}

/** @param {Member} member */
function wayOf({ finding }) {
  return JSON.stringify([finding.outcome, finding.who ?? []]);
}
