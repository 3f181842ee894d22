/**
 * The words of a finding: its rule's message, filled in for one request.
 *
 * @typedef {import("./facts.js").Stated} Stated
 */

import { dayInWords } from "./dates.js";
import { fieldOf } from "./facts.js";
import { listed, sentenceCase, titled } from "./words.js";

/** Who acts where no role is named. */
export const ASKER = "whoever makes the request";

/**
 * The message with everything it names filled in, beginning with a capital letter.
 * @param {Object<string, any>} rules the page's rules
 * @param {Object<string, any>} kind the rules for requests of its kind
 * @param {Object<string, any>} finding
 * @param {string[]} who the roles that act
 * @param {string[]} items what it is about
 * @param {Object<string, any>} request
 * @param {Stated} stated
 * @param {Map<string, number>} days the days the message may name
 */
export function messageOf(rules, kind, finding, who, items, request, stated, days) {
  const titles = who.length ? who.map((role) => titled(rules.roles[role])) : [ASKER];
  const always = {
    who: listed(titles),
    who_or: listed(titles, "or"),
    items: listed(items),
    subject: stated.subject || String(request.title ?? ""),
    organisation: rules.organisation,
  };
  const words = new Map(Object.entries(always));
  for (const [name, text] of Object.entries(always)) {
    words.set(sentenceCase(name), sentenceCase(text));
  }
  for (const [name, text] of Object.entries(finding.words ?? {})) words.set(name, text);
  for (const [name, day] of days) words.set(name, dayInWords(day));
  const filledIn = finding.say.replace(
    /\{([A-Za-z_]*)\}/g,
    (_, name) => words.get(name) ?? answerShown(name, kind, stated),
  );
  return sentenceCase(filledIn);
}

/**
 * @param {string} name
 * @param {Object<string, any>} kind
 * @param {Stated} stated
 */
function answerShown(name, kind, stated) {
  let field = fieldOf(kind.fields, name);
  if (!field && stated.at.length) {
    const owner = fieldOf(kind.fields, String(stated.at[0]));
    field = fieldOf(owner?.fields ?? [], name);
  }
  const fact = stated.facts.get(name);
  if (!field || !fact) return "(not given)";
  if (fact.sort === "day") return dayInWords(Number(fact.value));
  const text = String(fact.value);
  const option = (field.options ?? []).find((each) => each.id === text);
  return option ? option.label : text;
}
