/** Words and letters: how several things read in one sentence, and how text is compared. */

/** What counts as a space in a request file. */
export const SPACES =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const SPACES_AROUND = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "gu");
const SPACES_BETWEEN = new RegExp(`[${SPACES}]+`, "gu");

/**
 * "A", "A and B", "A, B and C"; the joint may be "or". Empty for no items.
 * @param {string[]} items
 * @param {string} joint
 */
export function listed(items, joint = "and") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${joint} ${items[items.length - 1]}`;
}

/**
 * A role's title in a sentence: "the Managing Director", but "all staff" as it is.
 * @param {string} title
 */
export function titled(title) {
  return title.slice(0, 4).toLowerCase() === "all " ? title : `the ${title}`;
}

/**
 * The text with its first letter in upper case.
 * @param {string} text
 */
export function sentenceCase(text) {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/**
 * The text without the spaces around it.
 * @param {string} text
 */
export function trimmed(text) {
  return text.replace(SPACES_AROUND, "");
}

/**
 * A person's name for comparison: capitals and spaces make no difference.
 * @param {string} name
 */
export function personOf(name) {
  return caseFolded(trimmed(name).replace(SPACES_BETWEEN, " "));
}

/**
 * The text as it is compared where capitals make no difference: "ß" is "ss".
 * @param {string} text
 */
export function caseFolded(text) {
  return Array.from(text, foldedLetter).join("");
}

/** @param {string} letter */
function foldedLetter(letter) {
  if (letter === "ı") return letter;
  if (letter === "ẞ") return "ss";
  // The small letters of Cherokee came later than its capitals, which stand for both.
  if (/[\u13a0-\u13fd\uab70-\uabbf]/.test(letter)) return letter.toUpperCase();
  return letter.toUpperCase().toLowerCase();
}

/**
 * Which of two texts comes first, letter by letter: negative, 0 or positive.
 * @param {string} one
 * @param {string} other
 */
export function inLetterOrder(one, other) {
  const [ours, theirs] = [Array.from(one), Array.from(other)];
  for (let place = 0; place < Math.min(ours.length, theirs.length); place += 1) {
    const apart = ours[place].codePointAt(0) - theirs[place].codePointAt(0);
    if (apart) return apart;
  }
  return ours.length - theirs.length;
}
