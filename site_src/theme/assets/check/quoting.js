/** Values as messages quote them: short, on one line, and nothing hidden in them. */

const LONGEST_QUOTED = 60;

/**
 * A number that is written with a point or an exponent though its value is whole: 2.0, 1e3. It is
 * not the whole number, and messages show it as it is.
 */
export const DecimalNumber = class {
  /** @param {number} value */
  constructor(value) {
    this.value = value;
  }

  valueOf() {
    return this.value;
  }
};

/**
 * The text, cut to so many characters and made visible.
 * @param {string} text
 */
export function safe(text) {
  const letters = Array.from(text);
  if (letters.length <= LONGEST_QUOTED) return visible(text);
  return visible(`${letters.slice(0, LONGEST_QUOTED - 1).join("")}…`);
}

/**
 * The text on one line, with what cannot be seen in it written as \uXXXX: control characters, those
 * that change the direction of writing, zero-width characters and line separators.
 * @param {string} text
 */
export function visible(text) {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (letter) => {
    const code = letter.codePointAt(0);
    const [mark, figures] = code > 0xffff ? ["U", 8] : ["u", 4];
    return `\\${mark}${code.toString(16).padStart(figures, "0")}`;
  });
}

/**
 * A value in single quotes: 'evnt'.
 * @param {unknown} value
 */
export function quoted(value) {
  return `'${safe(asWritten(value))}'`;
}

/**
 * A single value as YAML and JSON write it: true, null, 12, or the text itself.
 * @param {any} value
 */
export function asWritten(value) {
  if (isDecimal(value)) return decimalWritten(Number(value));
  return String(value);
}

/**
 * Is it a number that is no whole one, as it is written? A whole number too big to be held exactly
 * is a BigInt, so any other number of that size was written with an exponent.
 * @param {unknown} value
 */
export function isDecimal(value) {
  const decimal = typeof value === "number" && !Number.isSafeInteger(value);
  return decimal || value instanceof DecimalNumber;
}

/** @param {number} number */
function decimalWritten(number) {
  const [figures, exponent] = number.toExponential().split("e");
  const power = Number(exponent);
  if (power < -4 || power >= 16) {
    return `${figures}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const plain = Object.is(number, -0) ? "-0" : String(number);
  return plain.includes(".") ? plain : `${plain}.0`;
}
