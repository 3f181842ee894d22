// The documents of a YAML text: after one that cannot be read, reading goes on at the next `---`.

import { BrokenOff, DocumentBuilder } from "./yaml_builder.js";
import { MOST_FAULTS } from "./places.js";
import { YamlTrouble, isSpace } from "./yaml_cursor.js";
import { parseYaml } from "./yaml_parser.js";
import { inPlainWords } from "./yaml_words.js";

/**
 * The sound documents of a text (lines ended by a line feed), its faults, and how many were seen.
 * @param {string} text
 */
export function readYaml(text) {
  const characters = Array.from(text);
  const builder = new DocumentBuilder();
  let offset = 0;
  for (;;) {
    const stopped = readPart(characters, offset, builder);
    if (stopped === null || builder.isFull || builder.faults.length >= MOST_FAULTS) {
      break;
    }
    const found = nextMarker(characters, offset, stopped - builder.firstLine);
    if (found === null) {
      break;
    }
    builder.firstLine += found.lines;
    offset = found.index;
  }
  return { documents: builder.documents, faults: builder.faults, seen: builder.number };
}

/** Read documents until one breaks off: the line from which the next marker is to be sought. */
function readPart(characters, offset, builder) {
  const before = builder.number;
  builder.inside = false;
  try {
    parseYaml(characters, offset, builder);
  } catch (stop) {
    if (stop instanceof BrokenOff) {
      builder.note(stop.line, stop.column, stop.message, stop.hint);
      return Math.max(stop.line, builder.started + 1);
    }
    if (!(stop instanceof YamlTrouble)) {
      throw stop;
    }
    const found = inPlainWords(stop, characters, builder.firstLine);
    if (!builder.inside) {
      builder.refuseLooseEnd(stop.kind === "afterTheEnd", before);
    }
    builder.note(found.line, found.column, found.message, found.hint);
    if (found.beforeTheStart) {
      return null;
    }
    return builder.inside ? Math.max(found.stopped, builder.started + 1) : found.stopped + 1;
  }
  return null;
}

/** The first `---` on or after a line of the part (from 0), never at its very start. */
function nextMarker(characters, offset, line) {
  let lines = 0;
  for (let index = offset; index < characters.length; index += 1) {
    if (lines >= line && index > offset && markerAt(characters, index)) {
      return { index, lines };
    }
    index = characters.indexOf("\n", index);
    if (index < 0) {
      return null;
    }
    lines += 1;
  }
  return null;
}

function markerAt(characters, index) {
  return characters[index] === "-" && characters[index + 1] === "-" &&
    characters[index + 2] === "-" && isSpace(characters[index + 3] ?? "");
}

/** The text before the last `---` line of a text, which is complete. */
export function completePart(text) {
  let found = 0;
  for (const marker of text.matchAll(/\n---(?=[ \t\n]|$)/g)) {
    found = marker.index + 1;
  }
  return text.slice(0, found);
}
