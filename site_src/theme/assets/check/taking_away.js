// What a person takes away: the request file, copied or downloaded, or an issue with it.

import { inOneLine } from "./answer.js";

// Browsers and servers cut longer addresses off.
const LONGEST_ADDRESS = 6000;

/**
 * The name of a request file: event-ev-2026-014.yaml, or by its title where it has no reference.
 * @param {string} kind
 * @param {Object<string, *>} data
 */
export function fileName(kind, data) {
  const named = String(data.reference ?? data.title ?? "").toLowerCase();
  const slug = named.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${slug.startsWith(`${kind}-`) ? slug : [kind, slug].filter(Boolean).join("-")}.yaml`;
}

/**
 * Hands a file over as a download.
 * @param {string} name
 * @param {string} text
 */
export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Copies text. A page opened from a disk may not; then the text is put where it can be copied.
 * @param {string} text
 * @param {HTMLElement} place
 * @returns {Promise<string>} what to tell the person
 */
export async function copy(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    place.replaceChildren();
    return "Copied.";
  } catch {
    const field = document.createElement("textarea");
    field.readOnly = true;
    field.rows = 10;
    field.value = text;
    field.setAttribute("aria-label", "The request file");
    place.replaceChildren(field);
    field.focus();
    field.select();
    return "This browser does not let the page copy. The request file is selected: copy it yourself.";
  }
}

/**
 * The address that opens an issue with the request in it.
 * @param {object} known
 * @param {import("./answer.js").State} state
 * @param {string} text  the request file
 */
export function issueAddress(known, state, text) {
  const { rules, page } = known;
  const title = `${page.noun}: ${state.data.title}`;
  const answer = `${inOneLine(known, state)} (as of ${state.asOf}).`;
  const found = [answer, `Version of the policy: ${rules.digest}`];
  const whole = addressOf(page.issues, title, [...found, fenced(text)]);
  if (whole.length <= LONGEST_ADDRESS) return whole;
  const instead = "Put the request file here: it is too long for an address.";
  return addressOf(page.issues, title, [...found, instead]);
}

function addressOf(issues, title, paragraphs) {
  const query = new URLSearchParams({ title, body: paragraphs.join("\n\n") });
  return `${issues}/new?${query}`;
}

/** A block of text that nothing in the text can end. */
function fenced(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}yaml\n${text}${fence}`;
}
