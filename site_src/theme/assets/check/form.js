// The form and what it says: answers into the data of a request, and a request's data into answers.
//
// The form is made when the site is built. Each question is an element of class "q"; data-field is
// its key in the request, data-shape how it is answered. A list's items are elements of class
// "item" in its element of class "items".

import { addItem, emptyList, itemsOf, questionsIn } from "./form_items.js";

/** @typedef {{question: HTMLElement, message: string}} Trouble  an answer that cannot be read */

const MONTHS_BEGIN = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const NO_DAY = "Write the day, the month and the year, such as 20 4 2026.";
const SHORT_YEAR = "Write the year with four digits, such as 2026.";

/**
 * What a part of the form says.
 * @param {HTMLElement} part  the form, an item, or a group
 * @returns {{data: Object<string, *>, missing: HTMLElement[], troubles: Trouble[]}}
 *   the answers by key; the questions no request can be without that have no answer; and the
 *   answers that cannot be read
 */
export function readAnswers(part) {
  const found = { data: {}, missing: [], troubles: [] };
  for (const question of questionsIn(part)) {
    if (question.hidden) continue;
    const answer = readAnswer(question, found);
    if (answer !== undefined) found.data[question.dataset.field] = answer;
    else if ("needed" in question.dataset && !found.troubles.some((each) => each.question === question)) {
      found.missing.push(question);
    }
  }
  return found;
}

/** @param {HTMLElement} question */
export function isAnswered(question) {
  const found = { missing: [], troubles: [] };
  return readAnswer(question, found) !== undefined || found.troubles.length > 0;
}

/** The answer to one question, undefined where there is none. What is wrong goes into `found`. */
function readAnswer(question, found) {
  switch (question.dataset.shape) {
    case "choice":
      return ownInputs(question).find((input) => input.checked)?.value;
    case "several":
      return readSeveral(question);
    case "date":
      return readDate(question, found);
    case "number":
      return readNumber(typedIn(question));
    case "list":
      return readItems(question, found);
    case "group":
      return readGroup(question, found);
    default:
      return typedIn(question) || undefined;
  }
}

function readSeveral(question) {
  const checked = ownInputs(question).filter((input) => input.checked);
  return checked.length ? checked.map((input) => input.value).filter((each) => each) : undefined;
}

function readNumber(text) {
  if (!text) return undefined;
  const digits = text.replace(/[\s,]/g, "");
  return /^\d{1,15}$/.test(digits) ? Number(digits) : text;
}

/** The day as 2026-04-20, whether or not there is such a day: that is for the schema to say. */
export function readDate(question, found) {
  const [day, month, year] = ownInputs(question).map((input) => input.value.trim());
  if (!day && !month && !year) return undefined;
  const named = MONTHS_BEGIN.indexOf(month.slice(0, 3).toLowerCase());
  const number = month.length > 2 && named >= 0 ? String(named + 1) : month;
  const dayAndMonth = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(number);
  if (!dayAndMonth || !/^\d{4}$/.test(year)) {
    const short = dayAndMonth && /^\d{1,3}$/.test(year);
    found.troubles.push({ question, message: short ? SHORT_YEAR : NO_DAY });
    return undefined;
  }
  return `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function readItems(question, found) {
  const items = itemsOf(question).map((item) => readWithin(item, found));
  return items.length || nothingBox(question)?.checked ? items : undefined;
}

/** The box that says that a list has no items, where every request must say which it has. */
function nothingBox(list) {
  return list.querySelector(":scope > .option > [data-nothing]");
}

function readGroup(question, found) {
  const own = readAnswers(question);
  if (!Object.keys(own.data).length && !own.troubles.length) return undefined;
  return readWithin(question, found);
}

function readWithin(part, found) {
  const own = readAnswers(part);
  found.missing.push(...own.missing);
  found.troubles.push(...own.troubles);
  return own.data;
}

/**
 * Empties a part of the form and puts these answers in. Data that the schema has accepted fits.
 * @param {HTMLElement} part
 * @param {Object<string, *>} data
 */
export function fillAnswers(part, data) {
  for (const question of questionsIn(part)) fillAnswer(question, data[question.dataset.field]);
}

function fillAnswer(question, answer) {
  switch (question.dataset.shape) {
    case "choice":
      for (const input of ownInputs(question)) input.checked = input.value === optionOf(answer);
      break;
    case "several":
      for (const input of ownInputs(question)) {
        input.checked = input.value ? (answer ?? []).includes(input.value) : answer?.length === 0;
      }
      break;
    case "date":
      fillDate(question, answer);
      break;
    case "list":
      emptyList(question);
      for (const each of answer ?? []) fillAnswers(addItem(question), each);
      if (nothingBox(question)) nothingBox(question).checked = answer?.length === 0;
      break;
    case "group":
      fillAnswers(question, answer ?? {});
      break;
    default:
      entry(question).value = answer === undefined ? "" : String(answer);
  }
}

/** @param {HTMLElement} question  a question about a day  @param {string} [iso]  such as 2026-04-20 */
export function fillDate(question, iso) {
  const parts = iso ? iso.split("-").reverse() : ["", "", ""];
  ownInputs(question).forEach((input, index) => {
    input.value = parts[index].replace(/^0(?=\d)/, "");
  });
}

/** A choice's answer as its options have it: yes and no may come as true and false. */
function optionOf(answer) {
  if (answer === true || answer === "Yes" || answer === "YES") return "yes";
  return answer === false || answer === "No" || answer === "NO" ? "no" : answer;
}

/**
 * The question that an answer of the request belongs to, as near as there is one.
 * @param {HTMLElement} part
 * @param {(string|number)[]} path  such as ["speakers", 0, "values"]
 * @returns {HTMLElement|null}
 */
export function questionAt(part, path) {
  const question = questionsIn(part).find((each) => each.dataset.field === path[0]);
  if (!question) return null;
  const inner = question.dataset.shape === "list" ? itemsOf(question)[path[1]] : question;
  const rest = path.slice(question.dataset.shape === "list" ? 2 : 1);
  return (inner && rest.length && questionAt(inner, rest)) || question;
}

/** The first thing in a question that can be typed in or pressed. */
export function control(question) {
  const all = Array.from(question.querySelectorAll("input, select, textarea, button"));
  return all.find((each) => !each.closest(".paper-item, [hidden]"));
}

/** A question in one line: "Speaker 2: What is the speaker's name?" */
export function asked(question) {
  const words = question.querySelector(".q__asks").firstChild.textContent.trim();
  const item = question.closest(".item");
  const group = question.parentElement.closest(".q--group");
  if (item) return `${item.querySelector(".item__title").textContent}: ${words}`;
  return group ? `${group.dataset.label}: ${words}` : words;
}

/** What holds the answer, whether or not the question is asked now. */
function entry(question) {
  return question.querySelector("input, select, textarea");
}

function ownInputs(question) {
  return Array.from(question.querySelectorAll("input"));
}

function typedIn(question) {
  return entry(question).value.replace(/\r\n?/g, "\n").trim();
}
