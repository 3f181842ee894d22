/**
 * Days and periods, as the policy counts them.
 *
 * A day is a whole number: the days since 1 January 1970. No time of day and no time zone ever
 * comes into it. Outside, a day is text, YYYY-MM-DD. Calendar months are counted by the
 * corresponding date: a month after 31 January is the last day of February.
 *
 * @typedef {{closed: Set<number>, first: number, last: number}} Calendar
 * @typedef {{days?: number, working_days?: number, weeks?: number, months?: number}} Period
 */

const MONTH_NAMES = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September"],
  ...["October", "November", "December"],
];

/** Working days were to be counted where the bank holidays are not known. */
export const CalendarError = class extends Error {};

/**
 * The day that YYYY-MM-DD names, or null where the text names no day.
 * @param {string} text
 * @returns {number | null}
 */
export function parseDay(text) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  return found ? dayNumber(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

/**
 * The day of a year, month and day of the month, or null where the calendar has no such day.
 * @param {number} year
 * @param {number} month
 * @param {number} day
 * @returns {number | null}
 */
export function dayNumber(year, month, day) {
  const inCalendar = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
  if (!inCalendar || day < 1 || day > daysInMonth(year, month)) return null;
  // Years are counted from March, so that a leap day is the last of its year.
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const ofEra = marchYear - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(ofEra / 4) - Math.floor(ofEra / 100);
  return era * 146097 + ofEra * 365 + leaps + ofYear - 719468;
}

/**
 * The year, month and day of the month of a day.
 * @param {number} day
 * @returns {{year: number, month: number, day: number}}
 */
export function calendarDate(day) {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const passed = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36524) + Math.floor(ofEra / 146096);
  const yearOfEra = Math.floor((ofEra - passed) / 365);
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const ofYear = ofEra - 365 * yearOfEra - leaps;
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

/**
 * How many days a month has.
 * @param {number} year
 * @param {number} month from 1 to 12
 */
export function daysInMonth(year, month) {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * A day as text: YYYY-MM-DD.
 * @param {number} day
 */
export function isoOf(day) {
  const { year, month, day: ofMonth } = calendarDate(day);
  return `${String(year).padStart(4, "0")}-${twoFigures(month)}-${twoFigures(ofMonth)}`;
}

/** @param {number} number */
const twoFigures = (number) => String(number).padStart(2, "0");

/**
 * A day as staff read it: 20 April 2026.
 * @param {number} day
 */
export function dayInWords(day) {
  const { year, month, day: ofMonth } = calendarDate(day);
  return `${ofMonth} ${monthName(month)} ${year}`;
}

/**
 * The name of a month, from 1 to 12.
 * @param {number} month
 */
export function monthName(month) {
  return MONTH_NAMES[month - 1];
}

/**
 * Today, where the reader is: YYYY-MM-DD.
 * @returns {string}
 */
export function todayHere() {
  const now = new Date();
  return isoOf(dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0);
}

/**
 * The calendar of these bank holidays, from the first year they name to the last.
 * @param {string[]} closed
 * @returns {Calendar}
 */
export function calendarOf(closed) {
  const years = closed.map((day) => Number(day.slice(0, 4)));
  const days = closed.map(parseDay).filter((day) => day !== null);
  if (!days.length) return { closed: new Set(), first: 1, last: 0 };
  return { closed: new Set(days), first: Math.min(...years), last: Math.max(...years) };
}

/**
 * The day one period after a day, or before it where the number is negative.
 * @param {number} start
 * @param {Period} period
 * @param {Calendar} calendar
 * @returns {number}
 * @throws {CalendarError} where working days cannot be counted, or the calendar comes to its end
 */
export function addPeriod(start, period, calendar) {
  const [[unit, number]] = Object.entries(period);
  if (unit === "working_days") return addWorkingDays(start, number, calendar);
  if (unit === "months") return addMonths(start, number);
  if (unit !== "days" && unit !== "weeks") throw new TypeError(`not a unit: ${unit}`);
  return inside(start + number * (unit === "weeks" ? 7 : 1));
}

/**
 * @param {number} start
 * @param {number} number
 */
function addMonths(start, number) {
  const from = calendarDate(start);
  const months = from.year * 12 + from.month - 1 + number;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const moved = dayNumber(year, month, Math.min(from.day, daysInMonth(year, month)));
  if (moved === null) throw beyond();
  return moved;
}

/**
 * The day after the start is the first that counts, whether or not the start is worked.
 * @param {number} start
 * @param {number} number
 * @param {Calendar} calendar
 */
function addWorkingDays(start, number, calendar) {
  const step = number > 0 ? 1 : -1;
  let day = start;
  let left = Math.abs(number);
  while (left > 0) {
    day = inside(day + step);
    if (isWorked(day, calendar)) left -= 1;
  }
  return day;
}

/**
 * @param {number} day
 * @param {Calendar} calendar
 */
function isWorked(day, calendar) {
  const { year } = calendarDate(day);
  if (year < calendar.first || year > calendar.last) {
    const known = calendar.last
      ? `Bank holidays are known from ${calendar.first} to ${calendar.last} only`
      : "No bank holidays are known";
    const far = `so working days cannot be counted as far as ${dayInWords(day)}.`;
    throw new CalendarError(`${known}, ${far}`);
  }
  // 1 January 1970 was a Thursday; from 0 for Monday, 5 and 6 are Saturday and Sunday.
  return (((day + 3) % 7) + 7) % 7 < 5 && !calendar.closed.has(day);
}

/** @param {number} day */
function inside(day) {
  const { year } = calendarDate(day);
  if (year < 1 || year > 9999) throw beyond();
  return day;
}

const beyond = () => new CalendarError("A day that it asks about lies beyond the year 9999.");
