/** What to say of a text that should be a date, and the date it most likely means. */

import { dayNumber, daysInMonth, isoOf, monthName } from "./dates.js";
import { quoted } from "./quoting.js";
import { trimmed } from "./words.js";

const LONGEST_DATE = 40;
const YEAR_FIRST = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[T ][^\n]*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const DAY_IN_WORDS =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?[ \t-\r]+(?:of[ \t-\r]+)?)?([A-Za-z]{3,9})[ \t-\r]+(\d{4})$/;
const MONTH_FIRST = /^([A-Za-z]{3,9})[ \t-\r]+(\d{1,2})(?:st|nd|rd|th)?,?[ \t-\r]+(\d{4})$/;

/**
 * The message and the hint for a text that is no date.
 * @param {string} text
 * @returns {[string, string]}
 */
export function aboutDate(text) {
  const whole = /^(\d{4})-(\d{2})-\d{2}$/.exec(text);
  if (whole) {
    const why = whyNot(Number(whole[1]), Number(whole[2]));
    return [`${quoted(text)} is not a date in the calendar.`, why];
  }
  const meant = [...new Set(meanings(text))].sort();
  let hint = "Write it as in 2026-04-20.";
  if (meant.length === 1) hint = `Did you mean ${meant[0]}?`;
  else if (meant.length) hint = `Write ${meant.join(" or ")}, whichever is meant.`;
  return [`${quoted(text)} is not written YYYY-MM-DD.`, hint];
}

/**
 * @param {number} year
 * @param {number} month
 */
function whyNot(year, month) {
  if (month < 1 || month > 12) return "The months go from 01 to 12.";
  if (!year) return "";
  return `${monthName(month)} ${year} has ${daysInMonth(year, month)} days.`;
}

/**
 * Every day the text may name.
 * @param {string} text
 * @returns {string[]}
 */
function meanings(text) {
  const stripped = trimmed(text);
  if (Array.from(stripped).length > LONGEST_DATE) return [];
  const days = possibleDates(stripped).map((date) => dayNumber(...date));
  return days.filter((day) => day !== null).map(isoOf);
}

/**
 * The years, months and days it may name, in the calendar or not.
 * @param {string} text
 * @returns {[number, number, number][]}
 */
function possibleDates(text) {
  /** @type {[number, number, number][]} */
  const found = [];
  const figures = YEAR_FIRST.exec(text);
  if (figures?.[3]) found.push([Number(figures[1]), Number(figures[2]), Number(figures[3])]);
  const last = YEAR_LAST.exec(text)?.slice(1).map(Number);
  if (last) found.push([last[2], last[1], last[0]], [last[2], last[0], last[1]]);
  const words = DAY_IN_WORDS.exec(text);
  if (words?.[1]) found.push([Number(words[3]), monthNamed(words[2]), Number(words[1])]);
  const first = MONTH_FIRST.exec(text);
  if (first) found.push([Number(first[3]), monthNamed(first[1]), Number(first[2])]);
  return found;
}

/**
 * The number of a month by its name, or by the first three letters of it; else 0.
 * @param {string} word
 */
function monthNamed(word) {
  const wanted = word.toLowerCase();
  for (let month = 1; month <= 12; month += 1) {
    const name = monthName(month).toLowerCase();
    if (wanted === name || wanted === name.slice(0, 3)) return month;
  }
  return 0;
}
