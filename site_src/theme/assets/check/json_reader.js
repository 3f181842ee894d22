// JSON, read strictly, with the place of every key and value.

import { decimalNumber, wholeNumber } from "./plain_values.js";
import {
  DEEPEST, MOST_FAULTS, groupMarks, noteKey, notePart, singleMark, tooManyValues,
} from "./places.js";
import { quoted } from "./quoting.js";
import { characterCount, refusedInValue } from "./raw_text.js";

const JSON_NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?(?![0-9A-Za-z.+])/y;
const JSON_WORD = /[^\s,:[\]{}"]+/y;
const JSON_CODE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const JSON_PLAIN = /[^"\\\0-\x1f]+/y;
const JSON_WORDS = new Map([["true", true], ["false", false], ["null", null]]);
const MOST_DIGITS = 18;

/** The rest of the text cannot be read. */
const JsonStop = class {
  constructor(offset, message, hint = "") {
    this.offset = offset;
    this.message = message;
    this.hint = hint;
  }
};

/**
 * The one document of a text (lines ended by a line feed) if it is sound, and its faults.
 * @param {string} text
 */
export function readJson(text) {
  const reader = new JsonReader(text);
  try {
    const document = reader.document();
    return { documents: reader.faults.length ? [] : [document], faults: reader.faults };
  } catch (stop) {
    if (!(stop instanceof JsonStop)) {
      throw stop;
    }
    reader.fault(stop.offset, stop.message, stop.hint);
    return { documents: [], faults: reader.faults };
  }
}

/** Reads values by descent, which `DEEPEST` bounds. */
const JsonReader = class {
  constructor(text) {
    this.text = text;
    this.offset = 0;
    this.faults = [];
    this.values = 0;
    this.counted = this.countFrom(0, 1);
  }

  document() {
    if (!this.next()) {
      return { number: 1, line: 1, data: null, places: singleMark(1, 1) };
    }
    const { data, marks } = this.value(0);
    if (this.next()) {
      const message = "This follows a document that is already complete.";
      throw new JsonStop(this.offset, message, "A JSON file holds one document.");
    }
    return { number: 1, line: marks.line, data, places: marks };
  }

  fault(offset, message, hint) {
    this.faults.push({ document: 1, ...this.position(offset), message, hint });
  }

  /** Where counting of lines has come to: an offset, its line and column, and the line's end. */
  countFrom(offset, line) {
    const found = this.text.indexOf("\n", offset);
    return { offset, line, column: 1, end: found < 0 ? this.text.length : found };
  }

  /** The line and column of an offset, counted on from where they were last counted. */
  position(offset) {
    if (offset < this.counted.offset) {
      this.counted = this.countFrom(0, 1);
    }
    while (this.counted.end < offset) {
      this.counted = this.countFrom(this.counted.end + 1, this.counted.line + 1);
    }
    const counted = this.counted;
    counted.column += characterCount(this.text, counted.offset, offset);
    counted.offset = offset;
    return { line: counted.line, column: counted.column };
  }

  /** Step over blanks: the character that follows, empty at the end. */
  next() {
    while (" \t\n".includes(this.text.charAt(this.offset)) && this.offset < this.text.length) {
      this.offset += 1;
    }
    return this.text.charAt(this.offset);
  }

  match(pattern, offset = this.offset) {
    pattern.lastIndex = offset;
    return pattern.exec(this.text);
  }

  value(depth) {
    const start = this.next();
    this.values += 1;
    const tooMany = tooManyValues(this.values);
    if (tooMany) {
      throw new JsonStop(this.offset, ...tooMany);
    }
    const { line, column } = this.position(this.offset);
    if (start === "{" || start === "[") {
      if (depth >= DEEPEST) {
        const message = `This is nested more than ${DEEPEST} levels deep.`;
        throw new JsonStop(this.offset, message);
      }
      const marks = groupMarks(line, column, start === "[");
      const data = start === "{" ? this.group(marks, depth + 1) : this.list(marks, depth + 1);
      return { data, marks };
    }
    const data = start === '"' ? this.string() : this.single();
    return { data, marks: singleMark(line, column) };
  }

  group(marks, depth) {
    const group = Object.create(null);
    const opened = this.offset;
    this.offset += 1;
    while (this.goesOn("}", opened, marks.keys.size === 0)) {
      if (this.next() !== '"') {
        throw new JsonStop(this.offset, "Expected a key in double quotes here.");
      }
      const at = this.offset;
      const key = this.string();
      const { line, column } = this.position(at);
      const first = noteKey(marks, key, line, column);
      if (first) {
        this.repeated(at, key, first.line);
      }
      if (this.next() !== ":") {
        throw new JsonStop(this.offset, `Expected ':' after the key ${quoted(key)}.`);
      }
      this.offset += 1;
      const part = this.value(depth);
      group[key] = part.data;
      notePart(marks, key, part.marks);
    }
    return group;
  }

  list(marks, depth) {
    const list = [];
    const opened = this.offset;
    this.offset += 1;
    while (this.goesOn("]", opened, list.length === 0)) {
      const part = this.value(depth);
      notePart(marks, list.length, part.marks);
      list.push(part.data);
    }
    return list;
  }

  repeated(offset, key, first) {
    const message = `The key ${quoted(key)} is given twice; it stands first on line ${first}.`;
    this.fault(offset, message, "Keep one of the two.");
    if (this.faults.length >= MOST_FAULTS) {
      throw new JsonStop(offset, "There are too many faults to list.", "Mend these first.");
    }
  }

  /** Step over the closing bracket or the comma; whether another part follows. */
  goesOn(closing, opened, first) {
    const found = this.next();
    if (found === closing) {
      this.offset += 1;
      return false;
    }
    if (first && found) {
      return true;
    }
    if (!found) {
      const message = `The ${quoted(this.text.charAt(opened))} that starts here is not closed.`;
      throw new JsonStop(opened, message, `Expected ${quoted(closing)} at its end.`);
    }
    if (found !== ",") {
      throw new JsonStop(this.offset, `Expected ',' or ${quoted(closing)} here.`);
    }
    const comma = this.offset;
    this.offset += 1;
    if (this.next() === closing) {
      const message = `A comma stands before the closing ${quoted(closing)}.`;
      throw new JsonStop(comma, message, "Delete it.");
    }
    return true;
  }

  string() {
    const at = this.offset;
    let end = at + 1;
    let coded = false;
    for (;;) {
      const plain = this.match(JSON_PLAIN, end);
      end += plain ? plain[0].length : 0;
      const code = this.match(JSON_CODE, end);
      if (!code) {
        break;
      }
      coded = true;
      end += code[0].length;
    }
    const stopper = this.text.charAt(end);
    if (stopper === "\\") {
      const message = "A backslash starts a code, and this is not one.";
      throw new JsonStop(end, message, "Write \\\\ for a backslash.");
    }
    if (stopper === "\t") {
      throw new JsonStop(end, "A tab stands in this text.", "Write \\t for it.");
    }
    if (stopper !== '"') {
      const message = "The quotation that starts here is not closed on its line.";
      throw new JsonStop(at, message, "Write \\n for a line end within a text.");
    }
    this.offset = end + 1;
    return coded ? this.decoded(at) : this.text.slice(at + 1, end);
  }

  decoded(at) {
    const text = JSON.parse(this.text.slice(at, this.offset));
    const refused = refusedInValue(text);
    if (refused) {
      const message = `This text holds an invisible or incomplete character (${refused}).`;
      throw new JsonStop(at, message, "Leave it out.");
    }
    return text;
  }

  single() {
    const at = this.offset;
    const number = this.match(JSON_NUMBER);
    if (number) {
      this.offset += number[0].length;
      return this.number(number);
    }
    const word = this.match(JSON_WORD)?.[0];
    if (word === undefined) {
      throw new JsonStop(at, "Expected a value here.");
    }
    if (JSON_WORDS.has(word)) {
      this.offset += word.length;
      return JSON_WORDS.get(word);
    }
    if (/^(?:\/\/|\/\*|#)/.test(word)) {
      throw new JsonStop(at, "JSON has no comments.", "Delete the comment.");
    }
    throw new JsonStop(at, `${quoted(word)} is not a JSON value.`, "Put text in double quotes.");
  }

  number(found) {
    const [written, fraction, exponent] = found;
    const hint = "Put it in double quotes if it is text.";
    if (fraction || exponent) {
      if (!Number.isFinite(Number(written))) {
        throw new JsonStop(found.index, "This number is too large.", hint);
      }
      return decimalNumber(written);
    }
    if (written.replace("-", "").length > MOST_DIGITS) {
      const message = `This number has more than ${MOST_DIGITS} digits.`;
      throw new JsonStop(found.index, message, hint);
    }
    return wholeNumber(written);
  }
};
