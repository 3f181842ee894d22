// The answer in words: the decision that was taken, or what must be answered before there is one.

import { dayInWords, parseDay } from "./dates.js";
import { countOf, element, linkToPage, listOf, pairsOf } from "./elements.js";
import { asked, questionAt } from "./form.js";
import { linkTo } from "./form_errors.js";
import { ASKER } from "./messages.js";
import { listed, sentenceCase, titled } from "./words.js";

/**
 * @typedef {object} State  what the form comes to
 * @property {string} asOf  the day the answer is for
 * @property {Object<string, *>} data  the request
 * @property {HTMLElement[]} missing
 * @property {{question: HTMLElement, message: string}[]} troubles
 * @property {object|null} decision  null where something is missing or wrong
 * @property {string} undecided  why there is no decision although nothing is missing
 */

/**
 * The answer in one line, for people who hear it.
 * @param {object} page  what the page knows: `rules`, and `page` with the words
 * @param {State} state
 */
export function inOneLine({ page }, state) {
  const { decision, troubles, missing } = state;
  if (troubles.length) return `No answer yet: ${countOf(troubles.length, "answer", "answers")} to put right`;
  if (missing.length) return `No answer yet: ${countOf(missing.length, "question", "questions")} to answer first`;
  if (!decision) return "No answer: see below";
  const words = page.outcomes[decision.outcome];
  const toDo = decision.findings.filter((each) => each.outcome === "action-needed").length;
  const things = countOf(toDo, "thing", "things");
  if (decision.outcome === "action-needed") return `${words}: ${things} to do`;
  if (decision.outcome === "referred" && toDo) return `${words}, and ${things} to do`;
  if (decision.outcome === "allowed" && decision.conditions.length) {
    return `${words}, on ${countOf(decision.conditions.length, "condition", "conditions")}`;
  }
  return words;
}

/**
 * Shows the whole answer.
 * @param {HTMLElement} place
 * @param {HTMLElement} form
 * @param {object} known
 * @param {State} state
 */
export function showAnswer(place, form, known, state) {
  const parts = state.decision ? decidedParts(form, known, state) : notDecided(state);
  place.replaceChildren(...parts);
}

function notDecided({ troubles, missing, undecided }) {
  if (undecided) return [element("p", "", undecided)];
  if (troubles.length) {
    const links = troubles.map(({ question, message }) => linkTo(question, `${asked(question)} ${message}`));
    return [element("p", "", "Put these right first:"), listOf("ul", "answer__first", links)];
  }
  const links = missing.map((question) => linkTo(question, asked(question)));
  return [element("p", "", "Answer these first:"), listOf("ul", "answer__first", links)];
}

function decidedParts(form, known, state) {
  const { rules, page } = known;
  const { decision, asOf } = state;
  const quoted = new Set();
  const parts = [
    element("p", `answer__outcome answer__outcome--${decision.outcome}`, page.outcomes[decision.outcome]),
    element("p", "", `${page.means[decision.outcome]} This is the answer for ${dayAsSaid(asOf)}.`),
  ];
  const findings = decision.findings.map((each) => shownFinding(form, known, state, each, quoted));
  if (findings.length) parts.push(element("ol", "answer__findings", ...findings));
  for (const note of decision.notes) {
    parts.push(element("div", "answer__note", element("p", "", note.message), ...grounds(known, note, quoted)));
  }
  if (decision.conditions.length) parts.push(heading("On these conditions"), conditionList(known, decision, quoted));
  if (decision.outcome === "allowed" && decision.afterwards.length) {
    parts.push(heading("Afterwards"), afterwardsList(known, decision, quoted));
  }
  if (decision.remarks.length) parts.push(heading("Look again"), remarkList(form, decision));
  parts.push(...inOrder(rules, decision));
  return parts;
}

function heading(words) {
  return element("h3", "", words);
}

function shownFinding(form, known, state, finding, quoted) {
  const question = questionAt(form, finding.at);
  const facts = [["Who", whoActs(known.rules, finding)]];
  if (finding.by) facts.push(["By when", byWhen(finding, state.asOf)]);
  if (finding.earliest) facts.push(["Earliest day that would do", dayAsSaid(finding.earliest)]);
  const parts = [element("p", "answer__message", finding.message), pairsOf("answer__facts", facts)];
  if (finding.ask_again) {
    parts.push(element("p", "", "It must be asked for again; notice then counts from the new day."));
  }
  if (finding.layer) parts.push(element("p", "", `A rule of ${known.rules.layers[finding.layer]}.`));
  parts.push(...grounds(known, finding, quoted));
  if (question) parts.push(element("p", "answer__where", linkTo(question, `Go to: ${asked(question)}`)));
  return element("li", `answer__finding answer__finding--${finding.outcome}`, ...parts);
}

/** A day, such as 2026-04-20, as staff say it: 20 April 2026. */
export function dayAsSaid(iso) {
  return dayInWords(parseDay(iso));
}

/** Who acts: "The Managing Director or the Quality Director". */
export function whoActs(rules, { who, any_of: anyOf }) {
  const titles = who.map((role) => titled(rules.roles[role]));
  return sentenceCase(listed(titles, anyOf ? "or" : "and") || ASKER);
}

/** By when: "20 April 2026", and whether that day has passed. */
export function byWhen({ by }, asOf) {
  return `${dayAsSaid(by)}${by < asOf ? ", which has passed" : ""}`;
}

/** The policy's words that it rests on: in full the first time, then by their number. */
function grounds({ rules, page }, { clause, statements }, quoted) {
  const fresh = statements.filter((each) => !quoted.has(each));
  for (const each of fresh) quoted.add(each);
  const source = element("small", "", "The policy’s words: ");
  source.append(linkToPage(`Clause ${clause}, ${rules.clauses[clause]}`, page.clauses[clause]));
  source.append(" (");
  statements.forEach((each, index) => {
    source.append(...(index ? [", "] : []), linkToPage(each, page.statements[each]));
  });
  source.append(")");
  if (!fresh.length) return [element("p", "answer__as-above", source, ", quoted above.")];
  const words = fresh.map((each) => element("p", "", element("span", "policy-words", rules.statements[each])));
  return [element("blockquote", "policy-quote", ...words, source)];
}

function conditionList(known, decision, quoted) {
  const items = decision.conditions.map((each) => {
    const about = each.subject ? `${each.subject}: ` : "";
    const parts = [element("p", "answer__message", about + each.message)];
    const facts = [["Who", whoActs(known.rules, each)]];
    if (each.by) facts.push(["By when", dayAsSaid(each.by)]);
    if (each.approver) facts.push(["From", `The approval of ${titled(known.rules.roles[each.approver])}`]);
    else if (each.reason) facts.push(["Because", each.reason]);
    return element("li", "", ...parts, pairsOf("answer__facts", facts), ...grounds(known, each, quoted));
  });
  return element("ul", "answer__conditions", ...items);
}

function afterwardsList(known, decision, quoted) {
  const items = decision.afterwards.map((each) => {
    const facts = [["Who", whoActs(known.rules, each)]];
    if (each.by) facts.push(["By when", dayAsSaid(each.by)]);
    const message = element("p", "answer__message", each.message);
    return element("li", "", message, pairsOf("answer__facts", facts), ...grounds(known, each, quoted));
  });
  return element("ul", "answer__conditions", ...items);
}

function remarkList(form, decision) {
  const items = decision.remarks.map((each) => {
    const question = questionAt(form, each.at);
    return question ? linkTo(question, each.message) : each.message;
  });
  return listOf("ul", "answer__remarks", items);
}

/** What is already in order, and what waits for an answer. */
function inOrder(rules, { kind, passed, undecided, findings, conditions, notes }) {
  const titles = new Map(rules.kinds[kind].rules.map((rule) => [rule.id, rule.title]));
  const parts = [];
  if (passed.length) {
    parts.push(heading("Already in order"), listOf("ul", "answer__passed", passed.map((each) => titles.get(each))));
  } else if (!findings.length && !conditions.length && !notes.length) {
    parts.push(element("p", "", "The policy asks for nothing here."));
  }
  if (undecided.length) {
    const waiting = undecided.map((each) => titles.get(each));
    parts.push(heading("Waiting for an answer above"), listOf("ul", "", waiting));
  }
  return parts;
}
