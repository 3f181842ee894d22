/**
 * What a broken rule of a schema means, in plain words: one function for each keyword.
 *
 * @typedef {import("./conditions.js").Path} Path
 * @typedef {Object} Broken a value at a path, and the keyword of its schema that it does not meet
 * @property {string} keyword
 * @property {any} rule what the schema gives the keyword
 * @property {any} value
 * @property {Object<string, any>} schema
 * @property {Path} path
 * @typedef {import("./validate.js").RequestFault} RequestFault
 */

import { didYouMean, oneOf } from "./nearest.js";
import { asWritten, isDecimal, quoted, safe } from "./quoting.js";
import { caseFolded, trimmed } from "./words.js";
import { aboutDate } from "./written_dates.js";

const EXPECTED_TYPES = {
  string: "text",
  integer: "a whole number",
  array: "a list",
  object: "a group of keys",
};

const FAULT_WORDS = {
  additionalProperties: unknownKey,
  required: missingKeys,
  enum: notAnOption,
  const: notAnOption,
  type: notOfType,
  format: notOfForm,
  pattern: notOfPattern,
  minItems: tooFew,
  maxItems: tooMany,
  maxLength: tooMany,
  uniqueItems: repeated,
  minimum: (broken) => beyondLimit(broken, "at least"),
  maximum: (broken) => beyondLimit(broken, "at most"),
  not: doesNotBelong,
};

/**
 * The faults that one broken rule stands for.
 * @param {Broken} broken
 * @returns {RequestFault[]}
 */
export function faultsOf(broken) {
  return FAULT_WORDS[broken.keyword](broken);
}

/**
 * Is it a group of keys, neither a list nor a single value?
 * @param {unknown} value
 */
export function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isDecimal(value);
}

/**
 * Is it a number, whole or not?
 * @param {unknown} value
 */
export function isNumber(value) {
  return typeof value === "number" || typeof value === "bigint" || isDecimal(value);
}

/**
 * The items that repeat one before them: the place of each, and of the first that is like it.
 * @param {unknown[]} items
 * @returns {[number, number][]}
 */
export function repeatedItems(items) {
  const seen = new Map();
  return items.flatMap((item, place) => {
    const key = typedText(item);
    if (!seen.has(key)) seen.set(key, place);
    return seen.get(key) === place ? [] : [[place, seen.get(key)]];
  });
}

/** A value as text that no other value has. */
function typedText(value) {
  if (Array.isArray(value)) return `[${value.map(typedText).join()}]`;
  if (!isGroup(value)) return typeof value === "string" ? JSON.stringify(value) : asWritten(value);
  const parts = Object.entries(value).map(([key, item]) => `${typedText(key)}:${typedText(item)}`);
  return `{${parts.join()}}`;
}

/** A value by its path, to start a sentence with: 'title', Item 2 of 'speakers'. */
function subjectOf(path) {
  const key = path.findLastIndex((step) => typeof step === "string");
  const items = path.slice(key + 1).map((step) => `${Number(step) + 1}`);
  const place = items.reverse().join(" of item ");
  if (key < 0) return place ? `Item ${place}` : "The document";
  return place ? `Item ${place} of ${quoted(path[key])}` : quoted(path[key]);
}

function within(path) {
  const name = subjectOf(path);
  return name[0].toLowerCase() + name.slice(1);
}

const expectedBy = (schema) => schema["x-expected"] ?? "";

const forPath = (path) => (path.length ? ` for ${within(path)}` : "");

function faultAt(broken, message, hint = "", below = []) {
  return { path: [...broken.path, ...below], key: false, message, hint };
}

function unknownKey(broken) {
  const key = String(broken.path[broken.path.length - 1]);
  const free = broken.rule.filter((name) => !Object.hasOwn(broken.value, name));
  const hint = didYouMean(key, free) || "No other key is known here.";
  return [{ ...faultAt(broken, `Unknown key ${quoted(key)}.`, hint), key: true }];
}

function missingKeys(broken) {
  const { path, rule, schema, value } = broken;
  const from = path.length ? ` from ${within(path)}` : "";
  const missing = rule.filter((key) => !Object.hasOwn(value, key));
  return missing.map((key) => {
    const below = schema.properties?.[key] ?? {};
    const hint = expectedBy(below) || oneOf((below.enum ?? []).map(asWritten));
    return { ...faultAt(broken, `${quoted(key)} is missing${from}.`, hint), missing: key };
  });
}

function notAnOption(broken) {
  const { keyword, path, rule, schema, value } = broken;
  const options = (keyword === "enum" ? rule : [rule]).map(asWritten);
  const subject = subjectOf(path);
  const expected = expectedBy(schema);
  if (value === null) {
    return [faultAt(broken, `${subject} has no value.`, expected || oneOf(options))];
  }
  if (Array.isArray(value) || isGroup(value)) {
    const message = `${subject} is ${kindOf(value)}, but one word is expected.`;
    return [faultAt(broken, message, expected || oneOf(options))];
  }
  const written = asWritten(value);
  let hint = didYouMean(written, options);
  if (options.includes(written)) {
    const unquoted = `Write ${safe(written)} without quotes.`;
    hint = typeof value === "string" ? unquoted : `Put it in quotes: "${safe(written)}".`;
  }
  const message = `${quoted(written)} is not accepted${forPath(path)}.`;
  return [faultAt(broken, message, expected || hint)];
}

/** A value of the wrong type in words; why it is not text, where text is expected. */
function kindOf(value, named = "") {
  if (Array.isArray(value)) return "a list";
  if (isGroup(value)) return "a group of keys";
  if (typeof value === "string") return `the text ${quoted(value)}`;
  const written = asWritten(value);
  if (named !== "string") return written;
  if (typeof value === "boolean") return `${written}, and an unquoted ${written} is a yes/no value`;
  return `${written}, an unquoted number`;
}

function notOfType(broken) {
  const { path, rule: named, schema, value } = broken;
  const expected = expectedBy(schema);
  const [subject, wanted] = [subjectOf(path), EXPECTED_TYPES[named]];
  if (value === null) {
    return [faultAt(broken, `${subject} has no value.`, expected || `Expected ${wanted}.`)];
  }
  const message = `${subject} is ${kindOf(value, named)}, but ${wanted} is expected.`;
  return [faultAt(broken, message, expected || mendOfType(value, named))];
}

function mendOfType(value, named) {
  if (named === "string" && isDecimal(value)) return "Put it in quotes.";
  if (named === "string" && (typeof value === "boolean" || isNumber(value))) {
    return `Put it in quotes: "${asWritten(value)}".`;
  }
  if (named === "integer" && typeof value === "string" && /^\p{Nd}+$/u.test(trimmed(value))) {
    return `Write ${safe(trimmed(value))} without quotes.`;
  }
  return named === "array" ? "Start each item on a line of its own with '- '." : "";
}

function notOfForm(broken) {
  const [message, near] = aboutDate(broken.value);
  return [faultAt(broken, message, near || expectedBy(broken.schema))];
}

function notOfPattern(broken) {
  const hint = expectedBy(broken.schema) || (broken.schema.description ?? "");
  const message = `${quoted(broken.value)} is not written as expected${forPath(broken.path)}.`;
  return [faultAt(broken, message, hint)];
}

function tooFew(broken) {
  const { path, rule, schema, value } = broken;
  const hint = expectedBy(schema) || `Expected at least ${counted(value, rule)}.`;
  const subject = subjectOf(path);
  if (!value.length) return [faultAt(broken, `${subject} is empty.`, hint)];
  return [faultAt(broken, `${subject} has only ${counted(value, value.length)}.`, hint)];
}

function tooMany(broken) {
  const { path, rule, schema, value } = broken;
  const length = Array.from(value).length;
  const message = `${subjectOf(path)} has ${counted(value, length)}.`;
  return [faultAt(broken, message, expectedBy(schema) || `At most ${rule} are allowed.`)];
}

function counted(value, number) {
  const thing = typeof value === "string" ? "character" : "item";
  const figures = String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${figures} ${thing}${number === 1 ? "" : "s"}`;
}

function repeated(broken) {
  const hint = expectedBy(broken.schema) || "Keep one of the two.";
  return repeatedItems(broken.value).map(([place, first]) => {
    const where = within(broken.path);
    const message = `Item ${place + 1} repeats item ${first + 1} of ${where}.`;
    return faultAt(broken, message, hint, [place]);
  });
}

function beyondLimit(broken, words) {
  const message = `${subjectOf(broken.path)} is ${asWritten(broken.value)}.`;
  const hint = expectedBy(broken.schema) || `Expected ${words} ${broken.rule}.`;
  return [faultAt(broken, message, hint)];
}

/** Where it says why, that is all there is to say: there is nothing to write instead. */
function doesNotBelong(broken) {
  const why = broken.schema["x-why"] ?? `${subjectOf(broken.path)} does not belong here.`;
  return [{ ...faultAt(broken, why), key: true }];
}
