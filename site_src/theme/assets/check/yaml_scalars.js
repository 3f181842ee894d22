// Single values as YAML writes them: plain, quoted, and the blocks that `|` and `>` start.

import { YamlTrouble, isBlank, isLineEnd, isSpace } from "./yaml_cursor.js";

const YAML_CODES = {
  0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b",
  " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029",
};
const YAML_CODE_LENGTHS = { x: 2, u: 4, U: 8 };

/** What so many line ends within a text come to: one is a space, each further one stays. */
function foldedLines(count) {
  return count === 1 ? " " : "\n".repeat(count - 1);
}

function scalarToken(value, style, start, end) {
  return { type: "scalar", value, style, start, end };
}

/** A plain value, which may go on over several lines. */
export function scanPlain(scanner) {
  const cursor = scanner.cursor;
  const inFlow = scanner.flowLevel > 0;
  const start = cursor.mark();
  let end = start;
  let text = "";
  let gap = "";
  let crossed = false;
  while (!cursor.atDocumentMarker() && cursor.here !== "#") {
    const from = cursor.index;
    while (!isSpace(cursor.here) && !endsPlain(cursor, inFlow, start)) {
      cursor.step();
    }
    if (cursor.index > from) {
      text += gap + cursor.characters.slice(from, cursor.index).join("");
      end = cursor.mark();
      crossed = false;
    }
    if (!isSpace(cursor.here) || cursor.here === "") {
      break;
    }
    ({ gap, crossed } = plainGap(scanner, start));
    if (!inFlow && cursor.column <= scanner.indent) {
      break;
    }
  }
  if (crossed) {
    scanner.keyAllowed = true;
  }
  return scalarToken(text, "", start, end);
}

function endsPlain(cursor, inFlow, start) {
  const here = cursor.here;
  if (here === ":") {
    const next = cursor.ahead(1);
    if (inFlow && /^[,?[\]{}]$/.test(next)) {
      throw new YamlTrouble("colonInPlain", start, cursor.mark());
    }
    return isSpace(next);
  }
  return inFlow && (here === "," || here === "[" || here === "]" || here === "{" || here === "}");
}

function plainGap(scanner, start) {
  const cursor = scanner.cursor;
  let blanks = "";
  let lines = 0;
  while (isBlank(cursor.here) || cursor.here === "\n") {
    if (cursor.here === "\n") {
      lines += 1;
    } else if (lines === 0) {
      blanks += cursor.here;
    } else if (cursor.here === "\t" && cursor.column <= scanner.indent) {
      throw new YamlTrouble("tab", start, cursor.mark());
    }
    cursor.step();
  }
  return { gap: lines > 0 ? foldedLines(lines) : blanks, crossed: lines > 0 };
}

/** A value in single or double quotes. */
export function scanQuoted(scanner) {
  const cursor = scanner.cursor;
  const start = cursor.mark();
  const quote = cursor.here;
  let text = "";
  cursor.step();
  for (;;) {
    if (cursor.atDocumentMarker() || cursor.here === "") {
      throw new YamlTrouble("unclosedQuote", start, cursor.mark());
    }
    const { words, escapedEnd } = quotedWords(cursor, quote, start);
    text += words;
    if (cursor.here === quote) {
      break;
    }
    // After an escaped end of a line, blanks are left out, and only further line ends count.
    let blanks = "";
    let lines = escapedEnd ? 1 : 0;
    while (isBlank(cursor.here) || cursor.here === "\n") {
      if (cursor.here === "\n") {
        lines += 1;
      } else if (lines === 0) {
        blanks += cursor.here;
      }
      cursor.step();
    }
    if (lines === 0) {
      text += blanks;
    } else {
      text += escapedEnd ? "\n".repeat(lines - 1) : foldedLines(lines);
    }
  }
  cursor.step();
  return scalarToken(text, quote, start, cursor.mark());
}

/** What stands before the next blank, line end or closing quote. */
function quotedWords(cursor, quote, start) {
  let words = "";
  while (!isSpace(cursor.here)) {
    if (cursor.here === quote) {
      if (quote === '"' || cursor.ahead(1) !== "'") {
        break;
      }
      words += "'";
      cursor.skip(2);
    } else if (quote === '"' && cursor.here === "\\") {
      if (cursor.ahead(1) === "\n") {
        cursor.step();
        cursor.step();
        return { words, escapedEnd: true };
      }
      words += yamlCode(cursor, start);
    } else {
      words += cursor.here;
      cursor.step();
    }
  }
  return { words, escapedEnd: false };
}

/** The character that a backslash and a code stand for. */
function yamlCode(cursor, start) {
  const letter = cursor.ahead(1);
  if (Object.hasOwn(YAML_CODES, letter)) {
    cursor.skip(2);
    return YAML_CODES[letter];
  }
  if (!Object.hasOwn(YAML_CODE_LENGTHS, letter)) {
    throw new YamlTrouble("badCode", start, cursor.mark());
  }
  cursor.skip(2);
  const length = YAML_CODE_LENGTHS[letter];
  const digits = cursor.characters.slice(cursor.index, cursor.index + length).join("");
  const whole = digits.length === length && /^[0-9A-Fa-f]+$/.test(digits);
  const point = whole ? parseInt(digits, 16) : -1;
  if (point < 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) {
    throw new YamlTrouble("badCode", start, cursor.mark());
  }
  cursor.skip(length);
  return String.fromCodePoint(point);
}

/** A block of text that `|` (as it stands) or `>` (lines joined) starts. */
export function scanBlockScalar(scanner) {
  const cursor = scanner.cursor;
  const start = cursor.mark();
  const folded = cursor.here === ">";
  const style = cursor.here;
  cursor.step();
  const { keep, step } = blockHeader(cursor, start);
  const within = Math.max(scanner.indent, 0);
  const { blankLines, indent } = step
    ? skipBlankLines(cursor, within + step, start)
    : findIndent(cursor, scanner.indent, start);
  let text = "";
  let lineEnd = "";
  let empty = blankLines;
  let wasMore = false;
  while (cursor.column === indent && cursor.here !== "") {
    const isMore = isBlank(cursor.here);
    // A folded block joins two lines, unless one of them is indented further.
    if (folded && lineEnd && !wasMore && !isMore) {
      text += empty === 0 ? " " : "";
    } else {
      text += lineEnd;
    }
    text += "\n".repeat(empty);
    wasMore = isMore;
    const from = cursor.index;
    while (!isLineEnd(cursor.here)) {
      cursor.step();
    }
    text += cursor.characters.slice(from, cursor.index).join("");
    lineEnd = cursor.here;
    if (lineEnd) {
      cursor.step();
    }
    empty = skipBlankLines(cursor, indent, start).blankLines;
  }
  if (keep !== "-") {
    text += lineEnd;
  }
  if (keep === "+") {
    text += "\n".repeat(empty);
  }
  return scalarToken(text, style, start, cursor.mark());
}

/** What stands on the line of `|` or `>`: which line ends to keep, and how far the text is in. */
function blockHeader(cursor, start) {
  let keep = "";
  let step = 0;
  for (let turn = 0; turn < 2; turn += 1) {
    const here = cursor.here;
    if (!keep && (here === "+" || here === "-")) {
      keep = here;
    } else if (!step && here >= "0" && here <= "9") {
      if (here === "0") {
        throw new YamlTrouble("blockHeader", start, cursor.mark());
      }
      step = Number(here);
    } else {
      break;
    }
    cursor.step();
  }
  while (isBlank(cursor.here)) {
    cursor.step();
  }
  if (cursor.here === "#") {
    while (!isLineEnd(cursor.here)) {
      cursor.step();
    }
  }
  if (!isLineEnd(cursor.here)) {
    throw new YamlTrouble("blockHeader", start, cursor.mark());
  }
  if (cursor.here) {
    cursor.step();
  }
  return { keep, step };
}

/** Steps to the first line that is not blank, and says how many were. */
function skipBlankLines(cursor, indent, start) {
  let blankLines = 0;
  for (;;) {
    while (cursor.column < indent && cursor.here === " ") {
      cursor.step();
    }
    if (cursor.column < indent && cursor.here === "\t") {
      throw new YamlTrouble("tab", start, cursor.mark());
    }
    if (cursor.here !== "\n") {
      return { blankLines, indent };
    }
    blankLines += 1;
    cursor.step();
  }
}

/** The same where the first line that is not blank says how far the text is in. */
function findIndent(cursor, outer, start) {
  let blankLines = 0;
  let most = 0;
  for (;;) {
    while (cursor.here === " ") {
      cursor.step();
    }
    most = Math.max(most, cursor.column);
    if (cursor.here === "\t") {
      throw new YamlTrouble("tab", start, cursor.mark());
    }
    if (cursor.here !== "\n") {
      return { blankLines, indent: Math.max(most, outer + 1, 1) };
    }
    blankLines += 1;
    cursor.step();
  }
}
