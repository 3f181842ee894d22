// What may stand before a value or a document: anchors, aliases, tags and directives. Tags are not
// used in requests, but are read to their end, so that the complaint can name them.

import { YamlTrouble, isBlank, isLineEnd, isNameCharacter, isSpace } from "./yaml_cursor.js";

const URI_CHARACTERS = /^[0-9A-Za-z_\-;/?:@&=+$.!~*'()%]$/;
const BRACKETED_URI_CHARACTERS = /^[0-9A-Za-z_\-;/?:@&=+$.!~*'()%,[\]]$/;

function nameHere(cursor) {
  const from = cursor.index;
  while (isNameCharacter(cursor.here)) {
    cursor.step();
  }
  return cursor.characters.slice(from, cursor.index).join("");
}

function skipBlanks(cursor) {
  while (isBlank(cursor.here)) {
    cursor.step();
  }
}

/** `&name`, which marks a value, or `*name`, which stands for it. */
export function scanAnchor(cursor) {
  const start = cursor.mark();
  const type = cursor.here === "&" ? "anchor" : "alias";
  cursor.step();
  const value = nameHere(cursor);
  if (!value || !(isSpace(cursor.here) || "?:,]}%@`".includes(cursor.here))) {
    throw new YamlTrouble("badMark", start, cursor.mark());
  }
  return { type, value, start, end: cursor.mark() };
}

/** A tag: its handle (`!`, `!!` or `!name!`; empty for a tag written out) and the rest of it. */
export function scanTag(cursor, inFlow) {
  const start = cursor.mark();
  let handle = "";
  let suffix = "";
  if (cursor.ahead(1) === "<") {
    cursor.skip(2);
    suffix = tagUri(cursor, start, BRACKETED_URI_CHARACTERS, "");
    if (cursor.here !== ">") {
      throw new YamlTrouble("tag", start, cursor.mark());
    }
    cursor.step();
  } else {
    handle = tagHandle(cursor);
    if (handle.length > 1 && handle.endsWith("!")) {
      suffix = tagUri(cursor, start, URI_CHARACTERS, "");
    } else {
      suffix = tagUri(cursor, start, URI_CHARACTERS, handle);
      handle = suffix ? "!" : "";
      suffix = suffix || "!";
    }
  }
  if (!isSpace(cursor.here) && !(inFlow && cursor.here === ",")) {
    throw new YamlTrouble("tag", start, cursor.mark());
  }
  return { type: "tag", handle, suffix, start, end: cursor.mark() };
}

function tagHandle(cursor) {
  cursor.step();
  let handle = `!${nameHere(cursor)}`;
  if (cursor.here === "!") {
    handle += "!";
    cursor.step();
  }
  return handle;
}

/** The rest of a tag; what was read of it as a handle belongs to it, without its `!`. */
function tagUri(cursor, start, allowed, handle) {
  let uri = handle.slice(1);
  let length = handle.length;
  while (allowed.test(cursor.here)) {
    if (cursor.here === "%") {
      uri += uriCode(cursor, start);
    } else {
      uri += cursor.here;
      cursor.step();
    }
    length += 1;
  }
  if (length === 0) {
    throw new YamlTrouble("tag", start, cursor.mark());
  }
  return uri;
}

/** One character written as UTF-8 octets, each `%` and two digits. */
function uriCode(cursor, start) {
  const octets = [];
  let width = 1;
  while (octets.length < width) {
    const digits = cursor.ahead(1) + cursor.ahead(2);
    const octet = parseInt(digits, 16);
    const first = octets.length === 0;
    if (cursor.here !== "%" || !/^[0-9A-Fa-f]{2}$/.test(digits) || (!first && octet >> 6 !== 2)) {
      throw new YamlTrouble("tag", start, cursor.mark());
    }
    if (first) {
      width = [[7, 0, 1], [5, 6, 2], [4, 14, 3], [3, 30, 4]]
        .find(([shift, lead]) => octet >> shift === lead)?.[2] ?? 0;
      if (width === 0) {
        throw new YamlTrouble("tag", start, cursor.mark());
      }
    }
    octets.push(octet);
    cursor.skip(3);
  }
  return new TextDecoder().decode(new Uint8Array(octets));
}

/** `%YAML` or `%TAG`, and what it says. */
export function scanDirective(cursor) {
  const start = cursor.mark();
  cursor.step();
  const name = nameHere(cursor);
  if (!name || !isSpace(cursor.here) || (name !== "YAML" && name !== "TAG")) {
    throw new YamlTrouble("directive", start, cursor.mark());
  }
  skipBlanks(cursor);
  const token = { type: "directive", name, start, end: start };
  if (name === "YAML") {
    token.version = yamlVersion(cursor, start);
  } else {
    Object.assign(token, tagDirective(cursor, start));
  }
  token.end = cursor.mark();
  skipBlanks(cursor);
  if (cursor.here === "#") {
    while (!isLineEnd(cursor.here)) {
      cursor.step();
    }
  }
  if (!isLineEnd(cursor.here)) {
    throw new YamlTrouble("directive", start, cursor.mark());
  }
  if (cursor.here) {
    cursor.step();
  }
  return token;
}

function yamlVersion(cursor, start) {
  const major = yamlVersionNumber(cursor, start);
  if (cursor.here !== ".") {
    throw new YamlTrouble("directive", start, cursor.mark());
  }
  cursor.step();
  return [major, yamlVersionNumber(cursor, start)];
}

function yamlVersionNumber(cursor, start) {
  let digits = "";
  while (/^[0-9]$/.test(cursor.here)) {
    digits += cursor.here;
    if (digits.length > 9) {
      throw new YamlTrouble("directive", start, cursor.mark());
    }
    cursor.step();
  }
  if (!digits) {
    throw new YamlTrouble("directive", start, cursor.mark());
  }
  return Number(digits);
}

function tagDirective(cursor, start) {
  if (cursor.here !== "!") {
    throw new YamlTrouble("tag", start, cursor.mark());
  }
  const handle = tagHandle(cursor);
  if (handle !== "!" && !handle.endsWith("!")) {
    throw new YamlTrouble("tag", start, cursor.mark());
  }
  if (!isBlank(cursor.here)) {
    throw new YamlTrouble("directive", start, cursor.mark());
  }
  skipBlanks(cursor);
  const prefix = tagUri(cursor, start, BRACKETED_URI_CHARACTERS, "");
  if (!isSpace(cursor.here)) {
    throw new YamlTrouble("directive", start, cursor.mark());
  }
  return { handle, prefix };
}
