/** The nearest right word, for the hint of a fault. */

import { quoted, safe } from "./quoting.js";
import { caseFolded, inLetterOrder } from "./words.js";

const LONGEST_WORD = 80;
const LIKENESS = 0.75;
const MOST_LISTED = 20;

/**
 * The known word that a word most likely means, or null where none is near. A word that differs
 * only in capitals, hyphens, underscores or spaces wins over every other.
 * @param {string} word
 * @param {string[]} known
 * @returns {string | null}
 */
export function nearest(word, known) {
  const folded = new Map();
  for (const candidate of known) {
    const key = foldedWord(candidate);
    if (!folded.has(key)) folded.set(key, candidate);
  }
  const wanted = foldedWord(word);
  if (folded.has(wanted)) return folded.get(wanted);
  if (Array.from(word).length > LONGEST_WORD) return null;
  let [best, most] = [null, LIKENESS];
  for (const candidate of folded.keys()) {
    const like = likeness(Array.from(candidate), Array.from(wanted));
    const equal = like === most && (best === null || inLetterOrder(candidate, best) > 0);
    if (like > most || equal) [best, most] = [candidate, like];
  }
  return best === null ? null : folded.get(best);
}

/**
 * The hint for a wrong word: the nearest known one, or the list; empty if none is known.
 * @param {string} word
 * @param {string[]} known
 */
export function didYouMean(word, known) {
  const near = nearest(word, known);
  return near === null ? oneOf(known) : `Did you mean ${quoted(near)}?`;
}

/**
 * "Expected one of: a, b.", cut after twenty words; empty without any word.
 * @param {string[]} words
 */
export function oneOf(words) {
  const known = words.map(safe);
  if (!known.length) return "";
  if (known.length === 1) return `Expected '${known[0]}'.`;
  const rest = known.length - MOST_LISTED;
  const more = rest > 0 ? ` and ${rest} more` : "";
  return `Expected one of: ${known.slice(0, MOST_LISTED).join(", ")}${more}.`;
}

/** @param {string} word */
function foldedWord(word) {
  return caseFolded(word).replace(/[-_ ]/g, "");
}

/**
 * How alike two words are, from 0 to 1: twice the letters they have in common, in blocks that
 * stand in the same order, as a share of all letters.
 * @param {string[]} one
 * @param {string[]} other
 */
function likeness(one, other) {
  const letters = one.length + other.length;
  return letters ? (2 * inCommon(one, other)) / letters : 1;
}

/**
 * The letters of the longest block that two words share, and of those to its left and right.
 * @param {string[]} one
 * @param {string[]} other
 */
function inCommon(one, other) {
  const [start, place, length] = longestBlock(one, other);
  if (!length) return 0;
  const before = inCommon(one.slice(0, start), other.slice(0, place));
  return before + length + inCommon(one.slice(start + length), other.slice(place + length));
}

/**
 * Where the longest block starts in each word, and how long it is. Of equally long ones the first
 * in the one word, and of those the first in the other.
 * @param {string[]} one
 * @param {string[]} other
 */
function longestBlock(one, other) {
  let best = [0, 0, 0];
  let ended = [];
  for (let row = 0; row < one.length; row += 1) {
    const ends = [];
    for (let column = 0; column < other.length; column += 1) {
      if (one[row] !== other[column]) continue;
      const length = (ended[column - 1] ?? 0) + 1;
      ends[column] = length;
      if (length > best[2]) best = [row - length + 1, column - length + 1, length];
    }
    ended = ends;
  }
  return best;
}
