// A request file that a person brings: read in the browser, checked, and put into the form.

import { element, linkToPage, listOf } from "./elements.js";
import { faults, kindFaults } from "./validate.js";

/**
 * Lets a file be chosen, or dropped anywhere on the page.
 * @param {HTMLInputElement} input
 * @param {function(File): void} bring
 */
export function bringToLife(input, bring) {
  for (const name of ["focus", "pointerenter"]) {
    // A failure is told when a file is brought.
    input.addEventListener(name, () => reader().catch(() => {}), { once: true });
  }
  input.addEventListener("change", () => {
    if (input.files.length) bring(input.files[0]);
    input.value = "";
  });
  const isFile = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");
  for (const name of ["dragenter", "dragover"]) {
    // Otherwise the browser would leave the page to show the file.
    document.addEventListener(name, (event) => isFile(event) && event.preventDefault());
  }
  document.addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer.files.length) bring(event.dataTransfer.files[0]);
  });
}

/**
 * Reads a request file.
 * @param {File} file
 * @param {object} known
 * @returns {Promise<{requests: object[], others: object[], problems: string[]}>}
 *   the sound requests of this page's kind, those of other kinds, and what is wrong in the file
 */
export async function readFile(file, known) {
  const { readRequests, placeInFile } = await reader();
  const read = readRequests(await file.arrayBuffer(), file.name);
  const found = { requests: [], others: [], problems: read.faults.map(faultInWords) };
  for (const each of read.documents) putApart(each, known, found, placeInFile);
  return found;
}

let fetched = null;

/**
 * What reads files. It is as large as all the rest together and few people bring a file, so it is
 * part of the page only once somebody reaches for it.
 * @returns {Promise<{readRequests: Function, placeInFile: Function}>}
 */
export function reader() {
  fetched ??= new Promise((resolve, reject) => {
    document.addEventListener("requests-reader", (event) => resolve(event.detail), { once: true });
    const script = document.createElement("script");
    script.src = document.querySelector("script[data-reader]").dataset.reader;
    script.addEventListener("error", () => reject(new Error("the reader of files could not be loaded")));
    document.head.append(script);
  });
  return fetched;
}

function putApart(each, { rules, schema, page }, found, placeInFile) {
  const wrong = kindFaults(rules.all_kinds, each.data);
  const other = !wrong.length && each.data.kind !== page.kind;
  const all = wrong.length || other ? wrong : faults(schema, each.data);
  found.problems.push(...all.map((fault) => faultInWords({ ...placeInFile(each, fault.path, fault.key), ...fault, document: each.number })));
  if (other) found.others.push(each.data);
  else if (!all.length) found.requests.push(each.data);
}

function faultInWords({ document: number, line, column, message, hint }) {
  const request = number > 1 ? ` (request ${number} of the file)` : "";
  const place = line ? `Line ${line}, column ${column}${request}: ` : "";
  return `${place}${[message, hint].filter(Boolean).join(" ")}`;
}

/**
 * Says what became of a file, and moves the focus there.
 * @param {HTMLElement} place
 * @param {string} name  the file's name
 * @param {{requests: object[], others: object[], problems: string[]}} found
 * @param {object} known
 * @param {function(object): void} fill  puts a request into the form
 */
export function sayWhatWasRead(place, name, found, known, fill) {
  const { requests, others, problems } = found;
  const parts = [];
  if (problems.length) {
    parts.push(element("p", "", element("strong", "", `“${name}” could not be read as it is.`)), listOf("ul", "", problems));
  }
  if (requests.length === 1 && !problems.length) {
    parts.push(element("p", "", `“${name}” was read, and the form now says what it says. The answer follows it.`));
  } else if (requests.length) {
    const buttons = requests.map((each) => takeButton(each, fill));
    parts.push(element("p", "", "Choose the request to check:"), listOf("ul", "bring__choices", buttons));
  }
  for (const each of others) {
    const { title, page } = known.page.checks[each.kind];
    parts.push(element("p", "", `“${String(each.title)}” is not for this page. Take it to: `, linkToPage(title, page)));
  }
  if (!parts.length) parts.push(element("p", "", `“${name}” holds no request.`));
  place.replaceChildren(...parts);
  place.focus();
}

function takeButton(request, fill) {
  const words = [request.reference, request.title].filter(Boolean).join(", ");
  const button = element("button", "button button--quiet", words);
  button.type = "button";
  button.addEventListener("click", () => fill(request));
  return button;
}
