/**
 * A request held against its JSON Schema, and what is wrong with it in plain words.
 *
 * It knows the keywords that the schemas of requests use, and stops at any other: a keyword that
 * was passed over would let something through that the command line does not accept.
 *
 * @typedef {import("./conditions.js").Path} Path
 * @typedef {import("./validation_words.js").Broken} Broken
 * @typedef {Object} RequestFault what is wrong with the value at a path, or with its key
 * @property {Path} path
 * @property {boolean} key
 * @property {string} message
 * @property {string} hint
 * @property {string} [missing] the key that is not there
 */

import { parseDay } from "./dates.js";
import { isDecimal } from "./quoting.js";
import { faultsOf, isGroup, isNumber, repeatedItems } from "./validation_words.js";
import { SPACES, inLetterOrder } from "./words.js";

/** What finds the values that do not meet a keyword; null for one that says nothing of them. */
const KEYWORDS = {
  $schema: null,
  title: null,
  description: null,
  "x-expected": null,
  "x-why": null,
  then: null, // these two belong to "if"
  else: null,
  type: (named, value) => isOfType(value, named),
  enum: (options, value) => options.includes(value),
  const: (only, value) => only === value,
  pattern: (pattern, value) => typeof value !== "string" || patternOf(pattern).test(value),
  maxLength: (most, value) => typeof value !== "string" || Array.from(value).length <= most,
  minItems: (least, value) => !Array.isArray(value) || value.length >= least,
  maxItems: (most, value) => !Array.isArray(value) || value.length <= most,
  uniqueItems: (unique, value) => !unique || !Array.isArray(value) || !repeatedItems(value).length,
  minimum: (least, value) => !isNumber(value) || Number(value) >= least,
  maximum: (most, value) => !isNumber(value) || Number(value) <= most,
  format: (form, value) => typeof value !== "string" || formOf(form)(value),
  required: (keys, value) => !isGroup(value) || keys.every((key) => Object.hasOwn(value, key)),
  not: (refused, _value) => !isEverything(refused),
  properties: belowProperties,
  additionalProperties: unknownKeys,
  items: belowItems,
  allOf: everyPart,
  if: oneOrTheOther,
};

/**
 * Everything in a request that its schema does not allow, in the order of the request.
 * @param {Object<string, any>} schema
 * @param {unknown} data
 * @returns {RequestFault[]}
 * @throws {Error} where the schema has a keyword that is not known here
 */
export function faults(schema, data) {
  const all = [...brokenBy(schema, data, [])];
  // Where a value has another error than that of its pattern, that one says enough.
  const others = new Set(
    all.filter((each) => each.keyword !== "pattern").map((each) => JSON.stringify(each.path)),
  );
  const kept = all.filter(
    (each) => each.keyword !== "pattern" || !others.has(JSON.stringify(each.path)),
  );
  const found = kept.flatMap(faultsOf).map((fault) => ({ fault, order: orderOf(fault, data) }));
  found.sort(
    (one, other) =>
      inNumberOrder(one.order, other.order) ||
      inLetterOrder(one.fault.message, other.fault.message) ||
      inLetterOrder(one.fault.hint, other.fault.hint),
  );
  return found.map(({ fault }) => fault);
}

/**
 * The faults of a document that is no request of a known kind; none if it is one.
 * @param {string[]} kinds
 * @param {unknown} data
 * @returns {RequestFault[]}
 */
export function kindFaults(kinds, data) {
  const expected = `Write 'kind: ...' with one of: ${kinds.join(", ")}.`;
  return faults(
    {
      type: "object",
      required: ["kind"],
      properties: { kind: { enum: kinds, "x-expected": expected } },
      "x-expected": "A request is a list of lines such as 'kind: event'.",
    },
    data,
  );
}

/**
 * What a value does not meet of a schema, with what stands in it.
 * @param {Object<string, any> | boolean} schema
 * @param {any} value
 * @param {Path} path
 * @returns {Generator<Broken>}
 */
function* brokenBy(schema, value, path) {
  for (const [keyword, rule] of Object.entries(schema)) {
    if (!Object.hasOwn(KEYWORDS, keyword)) {
      throw new Error(`This page does not know the keyword '${keyword}' of a schema.`);
    }
    const found = KEYWORDS[keyword]?.(rule, value, schema, path);
    if (found === false) yield { keyword, rule, value, schema, path };
    else if (typeof found === "object") yield* found;
  }
}

function* belowProperties(properties, value, _schema, path) {
  if (!isGroup(value)) return;
  for (const [key, below] of Object.entries(properties)) {
    if (Object.hasOwn(value, key)) yield* brokenBy(below, value[key], [...path, key]);
  }
}

function* unknownKeys(allowed, value, schema, path) {
  if (allowed !== false) throw new Error("This page knows 'additionalProperties: false' only.");
  if (!isGroup(value)) return;
  const known = Object.keys(schema.properties ?? {});
  for (const key of Object.keys(value).filter((each) => !known.includes(each))) {
    yield { keyword: "additionalProperties", rule: known, value, schema, path: [...path, key] };
  }
}

function* belowItems(items, value, _schema, path) {
  if (!Array.isArray(value)) return;
  for (const [index, item] of value.entries()) yield* brokenBy(items, item, [...path, index]);
}

function* everyPart(parts, value, _schema, path) {
  for (const part of parts) yield* brokenBy(part, value, path);
}

function* oneOrTheOther(condition, value, schema, path) {
  const holds = brokenBy(condition, value, path).next().done;
  yield* brokenBy((holds ? schema.then : schema.else) ?? {}, value, path);
}

/**
 * Where a fault stands in the request: a list of numbers that sorts as the request is read. A
 * group of keys stands where its first key stands.
 * @param {RequestFault} fault
 * @param {any} data
 */
function orderOf({ path, key }, data) {
  const order = [];
  let value = data;
  path.forEach((step, depth) => {
    if (typeof step === "number") {
      order.push(step);
    } else {
      const ofKey = key && depth === path.length - 1;
      order.push(2 * Object.keys(value).indexOf(step) + (ofKey ? 0 : 1));
    }
    value = value[step];
  });
  if (key && typeof path[path.length - 1] === "string") return order;
  return isGroup(value) && Object.keys(value).length ? [...order, 0] : order;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function inNumberOrder(one, other) {
  const apart = one.findIndex((number, place) => number !== other[place]);
  if (apart < 0) return one.length - other.length;
  return apart < other.length ? one[apart] - other[apart] : 1;
}

/**
 * @param {unknown} value
 * @param {string} named
 */
function isOfType(value, named) {
  const fits = {
    object: isGroup,
    array: Array.isArray,
    string: (each) => typeof each === "string",
    integer: (each) => isNumber(each) && !isDecimal(each),
  };
  if (!Object.hasOwn(fits, named)) throw new Error(`This page does not know the type '${named}'.`);
  return fits[named](value);
}

/** @param {string} form */
function formOf(form) {
  if (form !== "date") throw new Error(`This page does not know the format '${form}'.`);
  return (text) => parseDay(text) !== null;
}

/** @param {string} pattern */
function patternOf(pattern) {
  return new RegExp(pattern.replaceAll("\\S", `[^${SPACES}]`), "u");
}

/** @param {unknown} refused */
function isEverything(refused) {
  if (isGroup(refused) && !Object.keys(refused).length) return true;
  throw new Error("This page knows 'not' of everything only.");
}
