// Builds the documents of a file from what the YAML parser tells, with the place of everything.
// What YAML offers beyond keys, lists and single values (tags, merge keys, keys that are not text)
// is refused, as is everything that two readers could take differently.

import { plainValue } from "./plain_values.js";
import {
  DEEPEST, MOST_DOCUMENTS, MOST_FAULTS, groupMarks, noteKey, notePart, singleMark, tooManyValues,
} from "./places.js";
import { quoted, safe } from "./quoting.js";
import { refusedInValue } from "./raw_text.js";

/** How many values all aliases of a document may stand for together. */
const MOST_ALIASED = 100_000;

/** The rest of a document cannot be read. Line and column are those of the file, from 1. */
export const BrokenOff = class {
  constructor(line, column, message, hint = "") {
    this.line = line;
    this.column = column;
    this.message = message;
    this.hint = hint;
  }
};

/** Takes what the parser tells. Lines are counted from `firstLine`. */
export const DocumentBuilder = class {
  constructor() {
    this.firstLine = 1;
    this.number = 0;
    this.started = 0;
    this.inside = false;
    this.isFull = false;
    this.documents = [];
    this.faults = [];
  }

  start(mark) {
    this.inside = true;
    this.number += 1;
    this.started = mark.line + this.firstLine;
    this.faultsBefore = this.faults.length;
    this.stack = [];
    this.anchors = new Map();
    this.openAnchors = new Set();
    this.aliased = 0;
    this.root = null;
    if (this.number > MOST_DOCUMENTS) {
      this.isFull = true;
      const most = MOST_DOCUMENTS.toLocaleString("en-GB");
      const message = `This document and those after it are left out: at most ${most} of a file` +
        " are read.";
      throw new BrokenOff(this.started, 1, message, "Split it into several files.");
    }
  }

  end() {
    this.inside = false;
    if (this.root && this.faults.length === this.faultsBefore) {
      const { data, marks } = this.root;
      this.documents.push({ number: this.number, line: marks.line, data, places: marks });
    }
  }

  /** Note a fault; line and column are those of the file. */
  note(line, column, message, hint = "") {
    this.faults.push({ document: this.number, line, column, message, hint });
  }

  /** Note a fault after which reading goes on, unless there are too many. */
  fault(at, message, hint = "") {
    this.note(at.line, at.column, message, hint);
    if (this.faults.length >= MOST_FAULTS) {
      const text = "There are too many faults to list.";
      throw new BrokenOff(at.line, at.column, text, "Mend these first.");
    }
  }

  /** Number a fault between documents: that of the one before it, or of a new one. */
  refuseLooseEnd(afterDocument, seenBefore) {
    if (!afterDocument || this.number === seenBefore) {
      this.number += 1;
    } else if (this.documents.at(-1)?.number === this.number) {
      // What follows may belong to the document just read, so that one is not sound either.
      this.documents.pop();
    }
  }

  place(mark) {
    return { line: mark.line + this.firstLine, column: mark.column + 1 };
  }

  wantsKey() {
    return this.stack.length > 0 && this.stack.at(-1).wantsKey;
  }

  scalar({ start, value: text, style, anchor, tag }) {
    const at = this.place(start);
    if (tag !== null) {
      this.refuseTag(tag, at);
    }
    if (this.wantsKey()) {
      this.key(text, style, anchor, at);
      return;
    }
    const data = style ? text : plainValue(text);
    if (style === '"') {
      this.refuseUnseen(text, at);
    }
    const value = { data, marks: singleMark(at.line, at.column), size: 1, height: 0 };
    if (anchor !== null) {
      this.anchors.set(anchor, value);
    }
    this.add(value);
  }

  key(text, style, anchor, at) {
    const frame = this.stack.at(-1);
    frame.key = text;
    frame.wantsKey = false;
    if (!style && text === "<<") {
      this.fault(at, "'<<' merges keys from elsewhere; it is not used.", "Write the keys out.");
    } else if (!style && !text) {
      this.fault(at, "A key is missing before the ':'.");
    } else if (style === '"') {
      this.refuseUnseen(text, at);
    }
    if (anchor !== null) {
      const marks = singleMark(at.line, at.column);
      this.anchors.set(anchor, { data: text, marks, size: 1, height: 0 });
    }
    const first = noteKey(frame.marks, text, at.line, at.column);
    if (first) {
      const { line } = first;
      const message = `The key ${quoted(text)} is given twice; it stands first on line ${line}.`;
      this.fault(at, message, "Keep one of the two.");
    }
  }

  alias(name, mark) {
    const at = this.place(mark);
    const shown = quoted(`*${name}`);
    if (this.wantsKey()) {
      throw new BrokenOff(at.line, at.column, `The alias ${shown} cannot be a key.`);
    }
    if (this.openAnchors.has(name)) {
      throw new BrokenOff(at.line, at.column, `The alias ${shown} stands within itself.`);
    }
    const value = this.anchors.get(name);
    if (!value) {
      const hint = `If it is text, put it in quotes. Otherwise mark a value with '&${safe(name)}'.`;
      this.fault(at, `Nothing above is marked ${quoted(`&${name}`)}.`, hint);
      this.add({ data: null, marks: singleMark(at.line, at.column), size: 1, height: 0 });
      return;
    }
    this.aliased += value.size;
    if (this.aliased > MOST_ALIASED) {
      const most = MOST_ALIASED.toLocaleString("en-GB");
      throw new BrokenOff(at.line, at.column, `Aliases stand for more than ${most} values here.`);
    }
    if (this.stack.length + value.height > DEEPEST) {
      throw tooDeep(at);
    }
    this.add(value);
  }

  openGroup(properties) {
    // Without a prototype, no key can mean more than itself.
    this.open(Object.create(null), false, properties);
  }

  openList(properties) {
    this.open([], true, properties);
  }

  open(data, isList, { start, anchor, tag }) {
    const at = this.place(start);
    if (tag !== null) {
      this.refuseTag(tag, at);
    }
    if (this.wantsKey()) {
      const message = "A key must be text, and a list or a group is not.";
      throw new BrokenOff(at.line, at.column, message);
    }
    if (this.stack.length >= DEEPEST) {
      throw tooDeep(at);
    }
    if (anchor !== null) {
      this.anchors.delete(anchor);
      this.openAnchors.add(anchor);
    }
    const marks = groupMarks(at.line, at.column, isList);
    const frame = { data, marks, anchor, isList, wantsKey: !isList, key: "", size: 1, height: 1 };
    this.stack.push(frame);
  }

  close() {
    const { data, marks, size, height, anchor } = this.stack.pop();
    const value = { data, marks, size, height };
    const tooMany = tooManyValues(size);
    if (tooMany) {
      throw new BrokenOff(marks.line, marks.column, ...tooMany);
    }
    if (anchor !== null) {
      this.openAnchors.delete(anchor);
      this.anchors.set(anchor, value);
    }
    this.add(value);
  }

  add(value) {
    const frame = this.stack.at(-1);
    if (!frame) {
      this.root = value;
      return;
    }
    const at = frame.isList ? frame.data.length : frame.key;
    frame.data[at] = value.data;
    notePart(frame.marks, at, value.marks);
    frame.wantsKey = !frame.isList;
    frame.size += value.size;
    frame.height = Math.max(frame.height, value.height + 1);
  }

  refuseTag(tag, at) {
    const hint = "Delete it, or put the value in quotes if it belongs to the text.";
    const written = tag.replace("tag:yaml.org,2002:", "!!");
    this.fault(at, `${quoted(written)} is a tag, and tags are not used here.`, hint);
  }

  refuseUnseen(text, at) {
    const refused = refusedInValue(text);
    if (refused) {
      this.fault(at, `This text holds an invisible character (${refused}).`, "Leave it out.");
    }
  }
};

function tooDeep(at) {
  return new BrokenOff(at.line, at.column, `This is nested more than ${DEEPEST} levels deep.`);
}
