// What a plain value means: yes or no, nothing, a number, or (mostly) text. As on the command line,
// only what JSON would also read so is anything but text: dates, `no` and `0123` stay text.

import { DecimalNumber } from "./quoting.js";

const PLAIN_WORDS = new Map([
  ["", null], ["~", null], ["null", null], ["Null", null], ["NULL", null],
  ["true", true], ["True", true], ["TRUE", true],
  ["false", false], ["False", false], ["FALSE", false],
]);
const WHOLE_NUMBER = /^[-+]?(?:0|[1-9][0-9]{0,17})$/;
const DECIMAL_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;

/** The value of an unquoted word. Whole numbers of over 18 digits stay text. */
export function plainValue(text) {
  if (PLAIN_WORDS.has(text)) {
    return PLAIN_WORDS.get(text);
  }
  if (WHOLE_NUMBER.test(text)) {
    return wholeNumber(text);
  }
  if (!DECIMAL_NUMBER.test(text) || /^-*[0-9]+$/.test(text)) {
    return text;
  }
  return Number.isFinite(Number(text)) ? decimalNumber(text) : text;
}

/** A whole number of up to 18 digits; a `BigInt` where a number would not hold it exactly. */
export function wholeNumber(text) {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number + 0 : BigInt(text.replace("+", ""));
}

/** A number written with a point or an exponent; marked as such where its value is whole. */
export function decimalNumber(text) {
  const number = Number(text);
  return Number.isInteger(number) ? new DecimalNumber(number) : number;
}
