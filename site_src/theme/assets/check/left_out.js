// Questions that make no difference after what is answered: they are left out, as long as nobody
// has answered them or wants to see them all.

import { countOf } from "./elements.js";
import { fieldOf } from "./facts.js";
import { isAnswered, questionAt, readAnswers } from "./form.js";
import { itemsOf, questionsIn } from "./form_items.js";
import { makingNoDifference } from "./mattering.js";
import { faults } from "./validate.js";

/**
 * Leaves out the questions that make no difference, and the parts of the form that hold no other.
 *
 * A question stays that has an answer, or the focus; it says that it makes no difference. It is to
 * be called when the questions that are asked only in some case have been shown and hidden.
 * @param {HTMLElement} form
 * @param {object} known  what the page knows: `rules`, `schema`, and `page`
 * @param {string} asOf  the day the answer is for
 * @param {boolean} showsAll  whether they are shown all the same
 * @returns {number}  how many questions without an answer make no difference
 */
export function leaveOut(form, known, asOf, showsAll) {
  const { rules, schema, page } = known;
  const request = soundAnswers(schema, rules.kinds[page.kind].fields, {
    kind: page.kind,
    ...readAnswers(form).data,
  });
  const paths = makingNoDifference(rules, page.kind, request, asOf);
  const needless = new Map(paths.map((path) => [questionAt(form, path), path]));
  let count = 0;
  for (const question of questionsOfForm(form)) {
    // Another question has not the answer for this one.
    if ("onlyField" in question.dataset && question.hidden) continue;
    const open = needless.has(question) && !isAnswered(question);
    question.hidden = open && !showsAll && !question.contains(document.activeElement);
    sayNoDifference(question, wordsFor(request, needless.get(question), open));
    if (open) count += 1;
  }
  for (const part of form.querySelectorAll(".check__part")) {
    const own = questionsIn(part);
    if (own.length) part.hidden = own.every((question) => question.hidden);
  }
  return count;
}

/** What a question says of itself: nothing where it matters, or where its answer must be mended. */
function wordsFor(request, path, open) {
  if (!path) return "";
  if (open) return "An answer makes no difference here.";
  const answer = path.reduce((data, step) => data?.[step], request);
  return answer === undefined ? "" : "Your answer makes no difference here. It stays in the request.";
}

/** The answers without those that cannot be right: what they come to is not known yet. */
function soundAnswers(schema, fields, data) {
  const sound = structuredClone(data);
  for (const { path, missing } of faults(schema, data)) {
    const [id, index, inner] = path;
    if (fieldOf(fields, id)?.type !== "list") delete sound[id];
    else if (inner !== undefined) delete sound[id]?.[index]?.[inner];
    else if (missing === undefined) delete sound[id];
  }
  return sound;
}

/** The questions on the form, and those of each item of a list. */
function questionsOfForm(form) {
  return questionsIn(form).flatMap((question) => {
    const items = question.dataset.shape === "list" ? itemsOf(question) : [];
    return [question, ...items.flatMap(questionsIn)];
  });
}

function sayNoDifference(question, words) {
  let place = question.querySelector(":scope > .q__needless");
  if (!place && !words) return;
  if (!place) {
    place = document.createElement("p");
    place.className = "q__hint q__needless";
    place.id = `${question.id}-needless`;
    document.getElementById(`${question.id}-error`).before(place);
    describe(question, place.id);
  }
  if (place.textContent !== words) place.textContent = words;
}

/** What a question says is heard with it. */
function describe(question, id) {
  const name = "aria-describedby";
  const described = [question, ...question.children].find((each) => each.hasAttribute(name));
  described.setAttribute(name, `${described.getAttribute(name)} ${id}`);
}

/**
 * Says how many questions are left out, and lets them be seen.
 * @param {HTMLElement} place
 * @param {number} count  how many make no difference and have no answer
 * @param {boolean} showsAll
 */
export function sayHowMany(place, count, showsAll) {
  const [said, button] = place.children;
  const words = showsAll ? wordsOfAll(count) : wordsOfFewer(count);
  if (said.textContent !== words) said.textContent = words;
  const does = showsAll ? "Leave out what makes no difference" : "Show every question";
  if (button.textContent !== does) button.textContent = does;
}

function wordsOfFewer(count) {
  if (!count) return "As you answer, questions that make no difference are left out.";
  const left = `${countOf(count, "question is", "questions are")} left out`;
  return `${left}: after your answers, ${count === 1 ? "it makes" : "they make"} no difference.`;
}

function wordsOfAll(count) {
  if (!count) return "Every question is shown.";
  const some = countOf(count, "of them makes", "of them make");
  return `Every question is shown. After your answers, ${some} no difference.`;
}
