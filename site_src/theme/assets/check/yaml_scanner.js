// From the characters of YAML to its tokens: indentation becomes the starts and ends of blocks, and
// a value followed by ':' becomes a key.

import { YamlCursor, YamlTrouble, isBlank, isLineEnd, isSpace } from "./yaml_cursor.js";
import { scanAnchor, scanDirective, scanTag } from "./yaml_properties.js";
import { scanBlockScalar, scanPlain, scanQuoted } from "./yaml_scalars.js";

/** How far a key may stand before its ':', on the same line. */
const LONGEST_KEY = 1024;

const FLOW_TOKENS = { "[": "list-start", "]": "list-end", "{": "group-start", "}": "group-end" };

/**
 * Gives one token after another, reading no further than it must.
 *
 * A token has a type, its start and its end (`YamlMark`), and what belongs to its type. The types:
 * `document-start`, `document-end`, `stream-end`, `directive`, `block-list`, `block-group` and
 * `block-end`; `list-start`, `list-end`, `group-start`, `group-end` and `comma` between brackets;
 * `item`, `key` and `value`; `anchor`, `alias`, `tag` and `scalar`. Throws `YamlTrouble`.
 */
export const YamlScanner = class {
  constructor(characters, start) {
    this.cursor = new YamlCursor(characters, start);
    this.indent = -1;
    this.keyAllowed = true;
    this.indents = [];
    this.tokens = [];
    this.taken = 0;
    // What may turn out to be a key: one for the block, and one for each open bracket.
    this.keys = [null];
  }

  get flowLevel() {
    return this.keys.length - 1;
  }

  /** The next token, left where it is. */
  peek() {
    while (this.needsMore()) {
      this.fetch();
    }
    return this.tokens[0];
  }

  /** Take the next token. */
  take() {
    const token = this.peek();
    this.tokens.shift();
    this.taken += 1;
    return token;
  }

  needsMore() {
    if (this.tokens.length === 0) {
      return true;
    }
    this.dropOldKeys();
    return this.keys.some((key) => key !== null && key.number === this.taken);
  }

  fetch() {
    const cursor = this.cursor;
    this.skipToToken();
    this.dropOldKeys();
    this.closeBlocks(cursor.column);
    const here = cursor.here;
    if (here === "") {
      cursor.endLine();
      this.plainToken("stream-end", 0, true);
    } else if (here === "%" && cursor.column === 0) {
      this.closeBlocks(-1);
      this.dropKey();
      this.keyAllowed = false;
      this.tokens.push(scanDirective(cursor));
    } else if (cursor.atDocumentMarker()) {
      this.plainToken(here === "-" ? "document-start" : "document-end", 3, true);
    } else if (here === "[" || here === "{") {
      this.saveKey();
      this.keys.push(null);
      this.keyAllowed = true;
      this.push(FLOW_TOKENS[here], 1);
    } else if (here === "]" || here === "}") {
      this.dropKey();
      if (this.flowLevel > 0) {
        this.keys.pop();
      }
      this.keyAllowed = false;
      this.push(FLOW_TOKENS[here], 1);
    } else if (here === ",") {
      this.dropKey();
      this.keyAllowed = true;
      this.push("comma", 1);
    } else {
      this.fetchContent(here, cursor.ahead(1));
    }
  }

  fetchContent(here, next) {
    const cursor = this.cursor;
    const inFlow = this.flowLevel > 0;
    if (here === "-" && isSpace(next)) {
      this.openBlock("block-list", "strayItem");
      this.dropKey();
      this.keyAllowed = true;
      this.push("item", 1);
    } else if (here === "?" && (inFlow || isSpace(next))) {
      this.openBlock("block-group", "strayKey");
      this.dropKey();
      this.keyAllowed = !inFlow;
      this.push("key", 1);
    } else if (here === ":" && (inFlow || isSpace(next))) {
      this.fetchValue();
    } else if (here === "*" || here === "&") {
      this.startValue();
      this.tokens.push(scanAnchor(cursor));
    } else if (here === "!") {
      this.startValue();
      this.tokens.push(scanTag(cursor, inFlow));
    } else if ((here === "|" || here === ">") && !inFlow) {
      this.dropKey();
      this.keyAllowed = true;
      this.tokens.push(scanBlockScalar(this));
    } else if (here === "'" || here === '"') {
      this.startValue();
      this.tokens.push(scanQuoted(this));
    } else if (startsPlain(here, next, inFlow)) {
      this.startValue();
      this.tokens.push(scanPlain(this));
    } else {
      throw new YamlTrouble("badStart", cursor.mark(), cursor.mark());
    }
  }

  fetchValue() {
    const key = this.keys.at(-1);
    const inFlow = this.flowLevel > 0;
    if (key) {
      const at = key.number - this.taken;
      this.tokens.splice(at, 0, { type: "key", start: key.mark, end: key.mark });
      if (!inFlow && this.indent < key.mark.column) {
        this.indents.push(this.indent);
        this.indent = key.mark.column;
        this.tokens.splice(at, 0, { type: "block-group", start: key.mark, end: key.mark });
      }
      this.keys[this.flowLevel] = null;
      this.keyAllowed = false;
    } else {
      this.openBlock("block-group", "strayColon");
      this.keyAllowed = !inFlow;
    }
    this.push("value", 1);
  }

  /** A token that ends every block. */
  plainToken(type, length, endsBlocks) {
    if (endsBlocks) {
      this.closeBlocks(-1);
    }
    this.dropKey();
    this.keyAllowed = false;
    this.push(type, length);
  }

  push(type, length) {
    const start = this.cursor.mark();
    this.cursor.skip(length);
    this.tokens.push({ type, start, end: this.cursor.mark() });
  }

  /** What starts here may be a key, and right after it nothing else can start one. */
  startValue() {
    this.saveKey();
    this.keyAllowed = false;
  }

  saveKey() {
    if (!this.keyAllowed) {
      return;
    }
    const mark = this.cursor.mark();
    const required = this.flowLevel === 0 && this.indent === mark.column;
    this.dropKey();
    this.keys[this.flowLevel] = { number: this.taken + this.tokens.length, mark, required };
  }

  dropKey() {
    const key = this.keys.at(-1);
    if (key?.required) {
      throw new YamlTrouble("noColon", key.mark, this.cursor.mark());
    }
    this.keys[this.flowLevel] = null;
  }

  /** What stands on an earlier line, or far back, is no key. */
  dropOldKeys() {
    const { line, index } = this.cursor;
    this.keys.forEach((key, level) => {
      if (key && (key.mark.line < line || key.mark.index + LONGEST_KEY < index)) {
        if (key.required) {
          throw new YamlTrouble("noColon", key.mark, this.cursor.mark());
        }
        this.keys[level] = null;
      }
    });
  }

  openBlock(type, trouble) {
    if (this.flowLevel > 0) {
      return;
    }
    const mark = this.cursor.mark();
    if (!this.keyAllowed) {
      throw new YamlTrouble(trouble, mark, mark);
    }
    if (this.indent < mark.column) {
      this.indents.push(this.indent);
      this.indent = mark.column;
      this.tokens.push({ type, start: mark, end: mark });
    }
  }

  closeBlocks(column) {
    if (this.flowLevel > 0) {
      return;
    }
    while (this.indent > column) {
      const mark = this.cursor.mark();
      this.tokens.push({ type: "block-end", start: mark, end: mark });
      this.indent = this.indents.pop();
    }
  }

  /** Step over blanks, comments and line ends; a tab may not indent. */
  skipToToken() {
    const cursor = this.cursor;
    for (;;) {
      const tabs = this.flowLevel > 0 || !this.keyAllowed;
      while (cursor.here === " " || (tabs && isBlank(cursor.here))) {
        cursor.step();
      }
      if (cursor.here === "#") {
        while (!isLineEnd(cursor.here)) {
          cursor.step();
        }
      }
      if (cursor.here !== "\n") {
        return;
      }
      cursor.step();
      if (this.flowLevel === 0) {
        this.keyAllowed = true;
      }
    }
  }
};

function startsPlain(here, next, inFlow) {
  if (here === "-") {
    return !isBlank(next);
  }
  if (here === "?" || here === ":") {
    return !inFlow && !isSpace(next);
  }
  return !isSpace(here) && !",[]{}#&*!|>'\"%@`".includes(here);
}
