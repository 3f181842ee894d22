// The check on the page: ties the form, the decision and what is taken away. The only module that
// does anything by being loaded. Nothing is fetched, sent or kept.

import { inOneLine, showAnswer } from "./answer.js";
import { bringToLife, readFile, sayWhatWasRead } from "./bringing.js";
import { parseDay, todayHere } from "./dates.js";
import { NoDecisionError, decide } from "./decide.js";
import { fillAnswers, fillDate, isAnswered, questionAt, readAnswers, readDate } from "./form.js";
import { clearTop, showAtTop, showBeside, showFromTheTop } from "./form_errors.js";
import { bringButtonsToLife, questionsIn, showClearButtons, showWhatIsAsked } from "./form_items.js";
import { leaveOut, sayHowMany } from "./left_out.js";
import { printSheet } from "./sheet.js";
import { copy, download, fileName, issueAddress } from "./taking_away.js";
import { faults } from "./validate.js";
import { UnwritableError, writeRequest } from "./yaml_writer.js";

// Long enough that a word is typed to its end, short enough that nobody waits.
const PAUSE = 250;

function byId(id) {
  return document.getElementById(id);
}

function startCheck(known) {
  const form = byId("check-form");
  const day = byId("as-of");
  let state = null;
  let waiting = 0;
  let showsAll = false;
  // Errors are told beside a question once the person has left it, and everywhere once they ask.
  const left = new Set();

  function showQuestions() {
    showWhatIsAsked(form, isAnswered);
    const asOf = readDate(day, { troubles: [] }) ?? "";
    sayHowMany(byId("check-fewer"), leaveOut(form, known, asOf, showsAll), showsAll);
    showClearButtons(form);
  }

  function look() {
    byId("answer").removeAttribute("aria-busy");
    showQuestions();
    state = stateOf(form, day, known);
    showBeside(form, state.troubles.filter(({ question }) => left.has(question)));
    showAnswer(byId("answer-body"), form, known, state);
    const words = inOneLine(known, state);
    // A live region speaks whenever it is written to: only what is new is written.
    if (byId("check-status").textContent !== words) byId("check-status").textContent = words;
    offerIssue(known, state);
  }

  function lookSoon() {
    // What is asked next must be there before the next key is pressed.
    showQuestions();
    lookLater();
  }

  function lookLater() {
    clearTimeout(waiting);
    // The answer that stands there is that of what was asked before.
    byId("answer").setAttribute("aria-busy", "true");
    waiting = setTimeout(look, PAUSE);
  }

  /** Looks at once; tells all that is wrong or missing. Says whether there is a decision. */
  function ask() {
    clearTimeout(waiting);
    look();
    const unanswered = state.missing.map((question) => ({ question, message: "Answer this." }));
    const troubles = inOrderOfForm(form, [...state.troubles, ...unanswered]);
    for (const { question } of troubles) left.add(question);
    showBeside(form, troubles);
    if (troubles.length) showAtTop(byId("check-errors"), troubles);
    else clearTop(byId("check-errors"));
    return !troubles.length;
  }

  function fill(data) {
    fillAnswers(form, data);
    left.clear();
    clearTop(byId("check-errors"));
    look();
  }

  bringButtonsToLife(form, lookSoon);
  form.addEventListener("input", lookSoon);
  form.addEventListener("change", (event) => {
    // What is typed was looked at before. Nothing moves as the focus leaves it: whatever is being
    // pressed would slip away.
    if (event.target.matches("input[type=text], textarea")) lookLater();
    else lookSoon();
  });
  form.addEventListener("focusout", (event) => {
    const question = event.target.closest(".q");
    if (question && !question.contains(event.relatedTarget)) {
      left.add(question);
      lookLater();
    }
  });
  byId("check-fewer-all").addEventListener("click", () => {
    showsAll = !showsAll;
    showQuestions();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (ask()) showFromTheTop(byId("answer"));
  });
  byId("check-restart").addEventListener("click", () => {
    fill({});
    fillDate(day, todayHere());
    look();
    form.querySelector("input").focus();
  });
  bringAlongToLife(known, { form, ask, fill, now: () => state });
  fillDate(day, todayHere());
  document.documentElement.classList.add("checks", "checks-run");
  look();
}

/** What the form comes to: what is missing, what is wrong, or the decision. */
function stateOf(form, day, known) {
  const { data: answers, missing, troubles } = readAnswers(form);
  const data = { kind: known.page.kind, ...answers };
  const asOf = readDate(day, { troubles });
  const own = faults(known.schema, data).filter((fault) => !("missing" in fault));
  for (const { path, message, hint } of own) {
    const question = questionAt(form, path) ?? questionsIn(form)[0];
    troubles.push({ question, message: [message, hint].filter(Boolean).join(" ") });
  }
  // What no request file can hold, such as an invisible character.
  if (!troubles.length && !missing.length) troubles.push(...unwritable(form, known, data));
  if (!asOf) {
    if (!troubles.some((each) => each.question === day)) missing.push(day);
  } else if (parseDay(asOf) === null) {
    troubles.push({ question: day, message: `There is no such day as ${asOf}.` });
  }
  inOrderOfForm(form, troubles);
  const state = { asOf, data, missing, troubles, decision: null, undecided: "" };
  if (missing.length || troubles.length) return state;
  try {
    state.decision = decide(known.rules, known.page.kind, data, asOf);
  } catch (error) {
    if (!(error instanceof NoDecisionError)) throw error;
    state.undecided = error.message;
  }
  return state;
}

function unwritable(form, known, data) {
  try {
    writeRequest(known.page.kind, data);
    return [];
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error;
    const question = questionAt(form, error.path) ?? questionsIn(form)[0];
    return [{ question, message: error.message }];
  }
}

function inOrderOfForm(form, troubles) {
  const order = Array.from(form.querySelectorAll(".q"));
  return troubles.sort((one, other) => order.indexOf(one.question) - order.indexOf(other.question));
}

function offerIssue(known, state) {
  const offered = Boolean(known.page.issues && state.decision);
  byId("take-issue-part").hidden = !offered;
  if (!offered) return;
  const text = writeRequest(known.page.kind, state.data);
  byId("take-issue").setAttribute("href", issueAddress(known, state, text));
}

/** What is taken away, and what is brought. */
function bringAlongToLife(known, { form, ask, fill, now }) {
  const said = byId("take-said");
  const request = () => writeRequest(known.page.kind, now().data);

  function onPress(id, then) {
    byId(id).addEventListener("click", () => {
      said.textContent = "";
      // A request that cannot be decided is no use to anybody: say first what it still needs.
      if (ask()) then();
    });
  }

  onPress("take-print", () => printSheet(byId("sheet"), form, known, now()));
  onPress("take-copy", async () => {
    said.textContent = await copy(request(), byId("take-copied"));
  });
  onPress("take-download", () => {
    const name = fileName(known.page.kind, now().data);
    download(name, request());
    said.textContent = `Downloaded as ${name}.`;
  });
  bringToLife(byId("bring-file"), async (file) => {
    let found;
    try {
      found = await readFile(file, known);
    } catch {
      const problems = ["The page could not read files. Load it again."];
      found = { requests: [], others: [], problems };
    }
    if (found.requests.length === 1 && !found.problems.length) fill(found.requests[0]);
    sayWhatWasRead(byId("bring-said"), file.name, found, known, fill);
  });
}

startCheck(JSON.parse(byId("check-data").textContent));
