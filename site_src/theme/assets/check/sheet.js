// The summary on one sheet of paper, for those who decide to sign.

import { byWhen, dayAsSaid, whoActs } from "./answer.js";
import { monthName } from "./dates.js";
import { element, listOf, pairsOf } from "./elements.js";
import { readDate } from "./form.js";
import { itemsOf, questionsIn } from "./form_items.js";
import { sentenceCase, titled } from "./words.js";

const CLASS = "prints-sheet";

/**
 * Fills the sheet and prints it, and nothing else of the page.
 * @param {HTMLElement} place
 * @param {HTMLElement} form
 * @param {object} known
 * @param {import("./answer.js").State} state  one with a decision
 */
export function printSheet(place, form, known, state) {
  place.replaceChildren(...sheetParts(form, known, state));
  place.hidden = false;
  document.documentElement.classList.add(CLASS);
  const done = () => {
    document.documentElement.classList.remove(CLASS);
    place.hidden = true;
    window.removeEventListener("afterprint", done);
  };
  window.addEventListener("afterprint", done);
  window.print();
}

function sheetParts(form, known, state) {
  const { rules, page } = known;
  const { decision, asOf } = state;
  const outcome = `${page.outcomes[decision.outcome]}. ${page.means[decision.outcome]}`;
  const parts = [
    element("p", "sheet__from", `${rules.organisation}: ${rules.title}`),
    element("h2", "sheet__title", `${sentenceCase(page.noun)}: ${decision.title}`),
    element("p", "sheet__outcome", element("strong", "", outcome), ` As of ${dayAsSaid(asOf)}.`),
    element("h3", "", "What was said"),
    pairsOf("sheet__answers", answersInWords(form)),
    ...lines("To do or to decide", decision.findings.map((each) => findingLine(rules, each, asOf))),
    ...lines("Notes", decision.notes.map((each) => each.message)),
    ...lines("On these conditions", decision.conditions.map((each) => `${each.message} Who: ${whoActs(rules, each)}.`)),
    ...lines("Look again", decision.remarks.map((each) => each.message)),
    ...lines("Already in order", passedLines(rules, decision)),
    ...policyWords(rules, decision),
    element("h3", "", "Decided by"),
    element("table", "sheet__signatures", signatureHead(), signatures(known, decision)),
  ];
  const dates = `issued ${monthAsSaid(rules.issued)}, next review ${monthAsSaid(rules.next_review)}`;
  const source = `Checked by the rules of ${rules.title}, ${dates}. Version ${rules.digest}.`;
  return [...parts, element("p", "sheet__source", source)];
}

function lines(title, items) {
  return items.length ? [element("h3", "", title), listOf("ol", "sheet__lines", items)] : [];
}

function findingLine(rules, finding, asOf) {
  const by = finding.by ? `; by ${byWhen(finding, asOf)}` : "";
  const source = `clause ${finding.clause}, ${finding.statements.join(", ")}; rule ${finding.rule}`;
  return `${finding.message} Who: ${whoActs(rules, finding)}${by} (${source}).`;
}

/** The words that the findings rest on, each statement once: no decision stands without them. */
function policyWords(rules, { findings, conditions, notes }) {
  const cited = new Map();
  for (const { clause, statements } of [...findings, ...conditions, ...notes]) {
    for (const each of statements) cited.set(each, clause);
  }
  const words = [...cited].map(([each, clause]) => `Clause ${clause}, ${each}: “${rules.statements[each]}”`);
  return words.length ? [element("h3", "", "The policy’s words"), listOf("ul", "sheet__words", words)] : [];
}

/** "February 2022" or "28 February 2022". */
function monthAsSaid(date) {
  return date.length > 7 ? dayAsSaid(date) : `${monthName(Number(date.slice(5)))} ${date.slice(0, 4)}`;
}

function passedLines(rules, { kind, passed }) {
  const every = new Map(rules.kinds[kind].rules.map((rule) => [rule.id, rule]));
  return passed.map((id) => `${every.get(id).title} (clause ${every.get(id).clause}; rule ${id}).`);
}

/**
 * The answers on the form in words, each with the label of its question.
 * @param {HTMLElement} part
 * @returns {[string, string][]}
 */
export function answersInWords(part) {
  return questionsIn(part)
    .filter((question) => !question.hidden)
    .map((question) => [question.dataset.label, answerInWords(question)])
    .filter(([, words]) => words);
}

function answerInWords(question) {
  switch (question.dataset.shape) {
    case "choice":
    case "several":
      return Array.from(question.querySelectorAll("input:checked"), (input) => input.labels[0].textContent).join("; ");
    case "pick": {
      const select = question.querySelector("select");
      return select.value && select.selectedOptions[0].textContent;
    }
    case "date": {
      const day = readDate(question, { troubles: [] });
      return day && dayAsSaid(day);
    }
    case "list":
      return itemsOf(question).map(itemInWords).join(" · ");
    case "group":
      return itemInWords(question);
    default:
      return question.querySelector("input, textarea").value.trim();
  }
}

/** "A. Speaker; Organisation: Example Radio; Values: Yes". */
function itemInWords(part) {
  const said = answersInWords(part);
  return said.map(([label, words], index) => (index ? `${label.toLowerCase()}: ${words}` : words)).join("; ");
}

/**
 * The roles that decide about the request: those asked for a decision, and those whose agreement a
 * rule asks for that applies to it.
 */
export function rolesThatDecide(rules, decision) {
  const { fields, rules: every } = rules.kinds[decision.kind];
  const approvals = new Set(fields.filter((each) => each.type === "approvals").map((each) => each.id));
  const away = new Set(decision.not_applicable);
  const agreeing = every
    .filter((rule) => !away.has(rule.id))
    .flatMap((rule) => rule.parts ?? [])
    .flatMap((part) => part.findings ?? [])
    .filter((finding) => approvals.has(finding.at))
    .flatMap((finding) => finding.who ?? []);
  const deciding = decision.findings.filter((each) => each.outcome === "referred").flatMap((each) => each.who);
  const found = [...new Set([...deciding, ...agreeing])];
  return found.length ? found : [rules.responsibility];
}

function signatureHead() {
  const titles = ["Role", "Name", "Agreed or declined", "Signature", "Date"];
  const cells = titles.map((each) => {
    const cell = element("th", "", each);
    cell.scope = "col";
    return cell;
  });
  return element("thead", "", element("tr", "", ...cells));
}

function signatures({ rules }, decision) {
  const rows = rolesThatDecide(rules, decision).map((role) => {
    const name = element("th", "", sentenceCase(titled(rules.roles[role])));
    name.scope = "row";
    return element("tr", "", name, ...[1, 2, 3, 4].map(() => element("td", "")));
  });
  return element("tbody", "", ...rows);
}
