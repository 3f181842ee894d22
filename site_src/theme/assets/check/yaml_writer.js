// A request as YAML, such as people write it, which the command line reads back to the same data.

import { plainValue } from "./plain_values.js";
import { DecimalNumber, asWritten } from "./quoting.js";
import { refusedInValue } from "./raw_text.js";

/** How long a line may become before a text goes on in the next one. */
const WRITTEN_WIDTH = 96;

/** A key that is longer stands on a line of its own, after a '?'. */
const LONGEST_WRITTEN_KEY = 500;

/** What may stand without quotes: a text, and a single word. */
const PLAIN_TEXT = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{P}\p{S} ]*[\p{L}\p{N}\p{M}\p{P}\p{S}])?$/u;
const ENDS_PLAIN_TEXT = /: | #|:$/;
const PLAIN_WORD = /^[\p{L}\p{N}](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}])?$/u;

/** What is written as its code, so that it can be seen: it cannot be, or it looks like a space. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;
const ESCAPED = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** Why data cannot be written as a request; `path` is where in it. */
export const UnwritableError = class extends Error {
  /**
   * @param {string} message
   * @param {(string|number)[]} path
   */
  constructor(message, path) {
    super(message);
    this.path = path;
  }
};

/**
 * The request as YAML text. Keys stand in the order given, `kind` first if the data has none.
 * Throws `UnwritableError` for what no request can hold: an invisible character such as U+000B, in
 * the words of the command line, or what is neither text, number, yes or no, list nor group.
 * @param {string} kind
 * @param {object} data
 * @returns {string}
 */
export function writeRequest(kind, data) {
  const request = Object.hasOwn(data, "kind") ? data : withKind(kind, data);
  return `${groupLines(request, 0, []).join("\n")}\n`;
}

function withKind(kind, data) {
  const request = Object.create(null);
  request.kind = kind;
  for (const key of Object.keys(data)) {
    request[key] = data[key];
  }
  return request;
}

/** The lines of a group of keys that starts in this column; what is undefined is left out. */
function groupLines(group, column, path) {
  const indent = " ".repeat(column);
  return Object.keys(group).filter((key) => group[key] !== undefined).flatMap((key) => {
    const below = [...path, key];
    const written = singleText(key, below);
    const [first, ...rest] = valueLines(group[key], column, written.length + 2, below);
    if (written.length > LONGEST_WRITTEN_KEY) {
      const value = first ? `${indent}: ${first}` : `${indent}:`;
      return [`${indent}? ${written}`, value, ...rest];
    }
    return [first ? `${indent}${written}: ${first}` : `${indent}${written}:`, ...rest];
  });
}

/** The lines of a list that starts in this column. */
function listLines(list, column, path) {
  const indent = " ".repeat(column);
  return list.flatMap((item, index) => {
    const below = [...path, index];
    const inline = bracketed(item, column + 2, below);
    if (inline !== null) {
      return [`${indent}- ${inline}`];
    }
    if (isFilled(item)) {
      const lines = Array.isArray(item)
        ? listLines(item, column + 2, below)
        : groupLines(item, column + 2, below);
      return [`${indent}- ${lines[0].slice(column + 2)}`, ...lines.slice(1)];
    }
    const [first, ...rest] = singleLines(item, column, 2, below);
    return [`${indent}- ${first}`, ...rest];
  });
}

/** What follows a key on its line (empty where the value starts on the next), and further lines. */
function valueLines(value, column, taken, path) {
  const inline = bracketed(value, column + taken, path);
  if (inline !== null) {
    return [inline];
  }
  if (isFilled(value)) {
    const lines = Array.isArray(value)
      ? listLines(value, column + 2, path)
      : groupLines(value, column + 2, path);
    return ["", ...lines];
  }
  return singleLines(value, column, taken, path);
}

function isFilled(value) {
  return value !== null && typeof value === "object" && !(value instanceof DecimalNumber);
}

/**
 * A short list or group of plain texts, the first of them a single word, in brackets on one line;
 * an empty one always. Null for any other.
 */
function bracketed(value, taken, path) {
  if (!isFilled(value)) {
    return null;
  }
  const isList = Array.isArray(value);
  const keys = Object.keys(value).filter((key) => isList || value[key] !== undefined);
  const parts = [];
  for (const key of keys) {
    const part = value[key];
    const fits = parts.length ? isPhrase(part) : isWord(part);
    if (isFilled(part) || !fits || !(isList || isWord(key))) {
      return null;
    }
    const written = single(part, [...path, isList ? Number(key) : key]);
    parts.push(isList ? written : `${key}: ${written}`);
  }
  const inside = parts.join(", ");
  if (inside && taken + inside.length + 2 > WRITTEN_WIDTH) {
    return null;
  }
  return isList ? `[${inside}]` : `{${inside}}`;
}

/** Whether this can stand in brackets without quotes. */
function isPhrase(value) {
  return isWord(value) ||
    (isPlain(value) && !/[,[\]{}:]/.test(value) && plainValue(value) === value);
}

/** Whether this is anything but text, or a single word that needs no quotes. */
function isWord(value) {
  return typeof value !== "string" || (PLAIN_WORD.test(value) && plainValue(value) === value);
}

/** A single value: what stands on the line of its key, and the lines of a longer text. */
function singleLines(value, column, taken, path) {
  if (typeof value === "string") {
    const indent = " ".repeat(column + 2);
    if (isParagraphs(value)) {
      const ended = value.endsWith("\n");
      const lines = (ended ? value.slice(0, -1) : value).split("\n");
      return [ended ? "|" : "|-", ...lines.map((line) => line && indent + line)];
    }
    if (column + taken + value.length > WRITTEN_WIDTH && isProse(value)) {
      return [">-", ...wrapped(value, WRITTEN_WIDTH - indent.length).map((line) => indent + line)];
    }
  }
  return [single(value, path)];
}

/** Whether a text of several lines can stand as it is, with nothing in it that is not seen. */
function isParagraphs(text) {
  return text.includes("\n") && /^[^\s]/.test(text) && !/[^\S\n](?:\n|$)|\n\n$/.test(text) &&
    !UNSEEN.test(text.replaceAll("\n", ""));
}

/** Whether a text is words with one space between each two, so that it can be broken at any. */
function isProse(text) {
  return !/^ | $| {2}/.test(text) && text.includes(" ") && !UNSEEN.test(text);
}

function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function single(value, path) {
  if (value === null || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value === "string") {
    return singleText(value, path, plainValue(value) !== value);
  }
  const written = writtenNumber(value);
  if (written === null) {
    throw new UnwritableError("This is not a value that a request can hold.", path);
  }
  return written;
}

/** A number, so that it is read back as the same number; null for what is not one. */
function writtenNumber(value) {
  if (typeof value === "bigint") {
    const written = String(value);
    return written.replace("-", "").length <= 18 ? written : null;
  }
  if (value instanceof DecimalNumber) {
    return asWritten(value);
  }
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return null;
  }
  const isTooBig = Number.isInteger(value) && !Number.isSafeInteger(value);
  return isTooBig ? value.toExponential() : String(value);
}

function isPlain(text) {
  return PLAIN_TEXT.test(text) && !ENDS_PLAIN_TEXT.test(text) && !UNSEEN.test(text);
}

/** A text on one line, in quotes where it needs them. */
function singleText(text, path, inQuotes = false) {
  const refused = refusedInValue(text);
  if (refused) {
    const message = `This text holds an invisible character (${refused}). Leave it out.`;
    throw new UnwritableError(message, path);
  }
  if (!inQuotes && isPlain(text)) {
    return text;
  }
  if (!UNSEEN.test(text)) {
    const isDoubled = text.includes("'") && !/["\\]/.test(text);
    return isDoubled ? `"${text}"` : `'${text.replaceAll("'", "''")}'`;
  }
  return `"${Array.from(text, escapedCharacter).join("")}"`;
}

function escapedCharacter(character) {
  if (Object.hasOwn(ESCAPED, character)) {
    return ESCAPED[character];
  }
  if (!UNSEEN.test(character)) {
    return character;
  }
  const code = character.codePointAt(0).toString(16);
  return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
}
