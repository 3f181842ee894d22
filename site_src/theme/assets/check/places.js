// Where the parts of a document stand.

/**
 * @typedef {{line: number, column: number, keys: Map<string, {line: number, column: number}>,
 *   parts: Map<string, Marks>|Marks[]}} Marks
 *   Where a value stands (from 1), where its keys stand, and the marks of its parts. A group of
 *   keys stands where its first key stands.
 * @typedef {{number: number, line: number, data: *, places: Marks}} ReadDocument
 *   One document of a file, counted from 1. `line` is where its content starts; `data` is to be
 *   read, never changed, since what an alias repeats is shared.
 * @typedef {{document: number, line: number, column: number, message: string, hint: string}}
 *   ReadFault
 *   Line and column from 1; 0 for a fault of the whole file.
 */

/** How many documents a file may hold, and how many values a document, those within others too. */
export const MOST_DOCUMENTS = 20_000;
const MOST_VALUES = 500_000;

/** How deep a document may be nested, and how many faults of a file are listed. */
export const DEEPEST = 50;
export const MOST_FAULTS = 100;

const NO_PARTS = new Map();

/** What is said of a document that holds so many values, and the mend; null where it may. */
export function tooManyValues(values) {
  if (values <= MOST_VALUES) {
    return null;
  }
  const most = MOST_VALUES.toLocaleString("en-GB");
  return [`This holds more than ${most} values.`, "Split it into several documents."];
}

/** The marks of a single value. */
export function singleMark(line, column) {
  return { line, column, keys: NO_PARTS, parts: NO_PARTS };
}

/** The marks of a list (`isList`) or a group of keys, to be filled. */
export function groupMarks(line, column, isList) {
  return isList
    ? { line, column, keys: NO_PARTS, parts: [] }
    : { line, column, keys: new Map(), parts: new Map() };
}

/** Note where the value of a key stands, or that of the next item of a list. */
export function notePart(marks, step, part) {
  if (Array.isArray(marks.parts)) {
    marks.parts.push(part);
  } else {
    marks.parts.set(step, part);
  }
}

/** Note where a key stands: the place where it stood before, or null. */
export function noteKey(marks, key, line, column) {
  if (marks.keys.size === 0) {
    marks.line = line;
    marks.column = column;
  }
  const before = marks.keys.get(key);
  if (before) {
    return before;
  }
  marks.keys.set(key, { line, column });
  return null;
}

/**
 * Where the value at a path stands, or with `key` its last key. What does not exist stands where
 * the nearest thing above it does; an item of a list has no key, so it stands where it is.
 * @param {ReadDocument} document
 * @param {(string|number)[]} path
 * @param {boolean} [key]
 * @returns {{line: number, column: number}}
 */
export function placeInFile(document, path, key = false) {
  let marks = document.places;
  for (const [depth, step] of path.entries()) {
    if (key && depth === path.length - 1 && typeof step === "string" && marks.keys.has(step)) {
      return marks.keys.get(step);
    }
    const { parts } = marks;
    const below = Array.isArray(parts) ? typeof step === "number" && parts[step] : parts.get(step);
    if (!below) {
      break;
    }
    marks = below;
  }
  return { line: marks.line, column: marks.column };
}
