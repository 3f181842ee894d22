// What changes on the form as it is filled in: items that come and go, questions that are asked
// only where another has a certain answer, and answers that are taken back.

let lastItem = 0;

/**
 * The questions straight in a part of the form, not those of a list's items or of a group.
 * @param {ParentNode & Node} part
 * @returns {HTMLElement[]}
 */
export function questionsIn(part) {
  const within = part instanceof HTMLElement ? part.closest(".q, .item") : null;
  return Array.from(part.querySelectorAll(".q[data-field]")).filter(
    (each) => each.parentElement.closest(".q, .item") === within && !each.closest(".paper-item"),
  );
}

/**
 * The items of a list, such as the speakers.
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
export function itemsOf(list) {
  return Array.from(list.querySelector(".items").children);
}

/**
 * Adds an empty item to a list.
 * @param {HTMLElement} list
 * @returns {HTMLElement} the item
 */
export function addItem(list) {
  lastItem += 1;
  const item = list.querySelector("template").content.firstElementChild.cloneNode(true);
  for (const element of [item, ...item.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, value.replaceAll("-NEW", `-${lastItem}`));
    }
  }
  list.querySelector(".items").append(item);
  offerNothing(list);
  return item;
}

/** Numbers the items; that there are none can be said only where there are none. */
function offerNothing(list) {
  const box = list.querySelector(":scope > .option > [data-nothing]");
  if (box) {
    box.checked = box.checked && !itemsOf(list).length;
    box.parentElement.hidden = itemsOf(list).length > 0;
  }
  itemsOf(list).forEach((item, index) => {
    for (const place of item.querySelectorAll(".item__number")) place.textContent = String(index + 1);
  });
}

/** @param {HTMLElement} list */
export function emptyList(list) {
  list.querySelector(".items").replaceChildren();
  offerNothing(list);
}

/** Takes an item away. The focus goes to the one that takes its place, or to the button that adds. */
function removeItem(item) {
  const list = item.closest(".q--list");
  const index = itemsOf(list).indexOf(item);
  item.remove();
  offerNothing(list);
  const next = itemsOf(list)[Math.min(index, itemsOf(list).length - 1)];
  (next ?? list.querySelector(".q__add")).focus();
}

/**
 * Shows each question that is asked only in some case where the case is so, and hides it elsewhere.
 * @param {HTMLElement} form
 * @param {function(HTMLElement): boolean} isAnswered
 */
export function showWhatIsAsked(form, isAnswered) {
  const leftOut = new Map();
  // A question stands behind the one it depends on, so one pass is enough.
  for (const question of form.querySelectorAll("[data-only-field]")) {
    const other = questionsIn(form).find((each) => each.dataset.field === question.dataset.onlyField);
    const chosen = other.hidden ? null : other.querySelector("input:checked");
    question.hidden = chosen?.value !== question.dataset.onlyAnswer;
    if (!leftOut.has(other)) leftOut.set(other, []);
    if (question.hidden && isAnswered(question)) leftOut.get(other).push(question.dataset.label);
  }
  for (const [other, labels] of leftOut) sayWhatIsLeftOut(other, labels);
}

function sayWhatIsLeftOut(question, labels) {
  let place = question.querySelector(":scope > .q__left-out");
  if (!place) {
    place = document.createElement("p");
    place.className = "q__hint q__left-out";
    place.setAttribute("role", "status");
    question.append(place);
  }
  const words = labels.length ? `Not asked now, so left out of the request: ${labels.join("; ")}.` : "";
  if (place.textContent !== words) place.textContent = words;
}

/**
 * Lets the buttons of the form do what they say.
 * @param {HTMLElement} form
 * @param {function(): void} changed  called where one of them has changed an answer
 */
export function bringButtonsToLife(form, changed) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".q__add")) addItem(button.closest(".q--list")).focus();
    else if (button.matches(".item__remove")) removeItem(button.closest(".item"));
    else if (button.matches(".q__clear")) clearChoice(button.closest(".q"));
    else return;
    changed();
  });
  form.addEventListener("change", (event) => {
    if (event.target.type === "checkbox" && event.target.checked) excludeOthers(event.target);
  });
}

function clearChoice(question) {
  const inputs = Array.from(question.querySelectorAll("input"));
  for (const input of inputs) input.checked = false;
  inputs[0].focus();
}

/** "None of these" and any of these exclude each other. */
function excludeOthers(checked) {
  const isNone = "none" in checked.dataset;
  for (const input of checked.closest(".q").querySelectorAll("input")) {
    if (input !== checked && (isNone || "none" in input.dataset)) input.checked = false;
  }
}

/** Offers to take back the answers that can be taken back in no other way. */
export function showClearButtons(form) {
  for (const question of form.querySelectorAll(".q--choice")) {
    const chosen = question.querySelector("input:checked");
    const clear = question.querySelector(".q__clear");
    if (clear) clear.hidden = !chosen || "needed" in question.dataset;
  }
}
