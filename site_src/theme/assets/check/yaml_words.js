// What the YAML parser complains of, in the plain words of the command line.

import { quoted } from "./quoting.js";

const TAB_WORDS = ["A tab is used to indent; use spaces.", ""];

/** @typedef {{above: string[], text: string, rest: string, character: string, before: string,
 *   line: number}} Spot
 *   A line, what stands on it from the spot on and before it, and the line above. */

/**
 * Each kind of trouble: whether it is placed where the construct starts, and its message and hint,
 * or what gives them for the spot.
 */
const TROUBLES = {
  noColon: [true, (spot) => [`Expected ':' after the key ${quoted(spot.rest.trim())}.`, ""]],
  strayColon: [false, strayColonWords],
  strayKey: [false, [
    "This is not YAML as expected: mapping keys are not allowed in this context.", "",
  ]],
  colonInPlain: [false, ["This is not YAML as expected: found unexpected ':'.", ""]],
  badStart: [false, badStartWords],
  badMark: [true, (spot) => [
    `A value cannot start with a bare ${quoted(spot.character)}.`, "Put the value in quotes.",
  ]],
  tab: [false, TAB_WORDS],
  unclosedQuote: [true, ["The quotation that starts here is not closed.", ""]],
  badCode: [false, [
    "A backslash in double quotes starts a code, and this is not one.",
    "Write \\\\ for a backslash, or use single quotes.",
  ]],
  unclosed: [true, unclosedWords],
  strayItem: [false, [
    "A list item cannot start here.", "Start the list on a line of its own, beneath its key.",
  ]],
  notAnItem: [false, [
    "Expected a list item, starting with '- ' in the same column as the items above.", "",
  ]],
  unevenKey: [false, unevenKeyWords],
  tag: [true, ["'!' starts a tag, and tags are not used here.", "Put it in quotes."]],
  directive: [false, ["A line that starts with '%' is not used here.", "Delete the line."]],
  blockHeader: [false, [
    "Expected a new line after '|' or '>'.", "The text starts on the next line.",
  ]],
  afterTheEnd: [false, [
    "This follows a document that is already complete.",
    "Start a new document with '---', or check the lines above.",
  ]],
};

/**
 * What to say of a trouble, and where.
 * @param {{kind: string, start: YamlMark, at: YamlMark}} trouble
 * @param {string[]} characters the whole text
 * @param {number} firstLine the line, from 1, at which the part being read begins
 */
export function inPlainWords(trouble, characters, firstLine) {
  const [atStart, words] = TROUBLES[trouble.kind];
  const mark = atStart ? trouble.start : trouble.at;
  const spot = spotAt(mark, characters, firstLine);
  const [message, hint] = typeof words === "function" ? words(spot) : words;
  return {
    line: firstLine + mark.line,
    column: mark.column + 1,
    stopped: firstLine + trouble.at.line,
    message,
    hint,
    beforeTheStart: spotAt(trouble.at, characters, firstLine).text.startsWith("%"),
  };
}

function spotAt(mark, characters, firstLine) {
  const start = mark.index - mark.column;
  const text = lineFrom(characters, start);
  let above = [];
  if (mark.line > 0) {
    const end = characters[start - 1] === "\n" ? start - 1 : start;
    above = lineFrom(characters, characters.lastIndexOf("\n", end - 1) + 1);
  }
  return {
    above,
    text: text.join(""),
    before: text.slice(0, mark.column).join(""),
    rest: text.slice(mark.column).join(""),
    character: text[mark.column] ?? "",
    line: firstLine + mark.line,
  };
}

function lineFrom(characters, start) {
  const end = characters.indexOf("\n", start);
  return characters.slice(start, end < 0 ? characters.length : end);
}

function strayColonWords(spot) {
  const key = spot.before.trim();
  if (key.includes(": ")) {
    return [
      "A second ':' stands on this line, where none is expected.",
      "Put the text after the key in quotes.",
    ];
  }
  return [
    `${quoted(key)} cannot be a key here.`,
    "Check that the line above has ':' after its key, and that both start in one column.",
  ];
}

function badStartWords(spot) {
  if (spot.character === "\t") {
    return TAB_WORDS;
  }
  if (!spot.rest.trim() || spot.rest.startsWith("---")) {
    return ["A value, or a closing bracket, is missing before this.", ""];
  }
  return [`A value cannot start with ${quoted(spot.character)}.`, "Put the value in quotes."];
}

function unclosedWords(spot) {
  const closing = spot.character === "{" ? "}" : "]";
  return [
    `The ${quoted(spot.character)} that starts here is not closed, or a comma is missing.`,
    `Expected ',' between the parts and ${quoted(closing)} after the last.`,
  ];
}

function unevenKeyWords(spot) {
  if (spot.before.trim()) {
    return [
      `${quoted(spot.rest.trim())} cannot follow here.`,
      "If it belongs to the value, put the whole value in quotes.",
    ];
  }
  if (spot.character === ":") {
    return ["A key is missing before the ':'.", ""];
  }
  const line = spot.above.join("").trimEnd() ? ` (line ${spot.line - 1})` : "";
  return [
    "This line does not fit the lines above it.",
    `Keys of one level start in the same column; check the line above too${line}.`,
  ];
}
