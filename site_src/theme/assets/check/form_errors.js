// What is wrong with the answers: beside each question, and all together at the top of the page.

import { asked, control } from "./form.js";

/** @typedef {{question: HTMLElement, message: string}} Trouble */

/**
 * Says beside each question what is wrong with its answer, and nothing beside the others.
 * @param {HTMLElement} form
 * @param {Trouble[]} troubles
 */
export function showBeside(form, troubles) {
  const messages = new Map(troubles.map((each) => [each.question, each.message]));
  for (const question of form.querySelectorAll(".q")) {
    const place = errorOf(question);
    if (!place) continue;
    const message = messages.get(question) ?? "";
    if (place.textContent !== message) place.textContent = message;
    place.hidden = !message;
    question.classList.toggle("q--wrong", Boolean(message));
    for (const input of markedInputs(question)) {
      if (message) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }
}

function errorOf(question) {
  return document.getElementById(`${question.id}-error`);
}

/** Radio buttons and boxes to tick cannot be invalid by themselves, and a list has no input. */
function markedInputs(question) {
  const single = ["text", "number", "pick", "date"].includes(question.dataset.shape ?? "date");
  return single ? question.querySelectorAll("input, select, textarea") : [];
}

/**
 * Shows all that is wrong at the top, each leading to its question, and moves the focus there.
 * @param {HTMLElement} place
 * @param {Trouble[]} troubles
 */
export function showAtTop(place, troubles) {
  const heading = document.createElement("h2");
  heading.textContent = "There is a problem";
  const list = document.createElement("ul");
  list.append(...troubles.map(troubleLink));
  place.replaceChildren(heading, list);
  place.hidden = false;
  showFromTheTop(place);
}

/**
 * Moves the focus to a part of the page and shows its beginning: a browser alone may show its end.
 * @param {HTMLElement} place
 */
export function showFromTheTop(place) {
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
}

function troubleLink({ question, message }) {
  const item = document.createElement("li");
  item.append(linkTo(question, `${asked(question)} ${message}`));
  return item;
}

/** @param {HTMLElement} place */
export function clearTop(place) {
  place.replaceChildren();
  place.hidden = true;
}

/**
 * A link that leads to a question and puts the focus where it is answered.
 * @param {HTMLElement} question
 * @param {string} words
 * @returns {HTMLAnchorElement}
 */
export function linkTo(question, words) {
  const link = document.createElement("a");
  link.href = `#${question.id}`;
  link.textContent = words;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    question.scrollIntoView({ block: "start" });
    control(question).focus({ preventScroll: true });
  });
  return link;
}
