// From the tokens of YAML to its documents, lists, groups of keys and single values, told one after
// another to a builder. The builder bounds the depth, so descent is safe.

import { YamlTrouble } from "./yaml_cursor.js";
import { YamlScanner } from "./yaml_scanner.js";

/** The handles of tags that every document knows. */
const USUAL_HANDLES = [["!", "!"], ["!!", "tag:yaml.org,2002:"]];

const BETWEEN_DOCUMENTS = ["directive", "document-start", "document-end", "stream-end"];

/**
 * Read every document of the characters from `start` on. The builder is told of each part as soon
 * as it is known: `start`, `end`, `scalar`, `openGroup`, `openList`, `close`, `alias`.
 * Throws `YamlTrouble`, and whatever the builder throws.
 */
export function parseYaml(characters, start, builder) {
  const reading = { scanner: new YamlScanner(characters, start), builder, handles: new Map() };
  for (let first = true; yamlDocument(reading, first); first = false);
}

function nextType(reading) {
  return reading.scanner.peek().type;
}

function yamlDocument(reading, first) {
  const { scanner, builder } = reading;
  while (!first && nextType(reading) === "document-end") {
    scanner.take();
  }
  const opening = scanner.peek();
  reading.handles = new Map(USUAL_HANDLES);
  if (opening.type === "stream-end") {
    return false;
  }
  if (first && opening.type !== "directive" && opening.type !== "document-start") {
    builder.start(opening.start);
    yamlNode(reading, true, false);
  } else {
    yamlDirectives(reading);
    const marker = scanner.peek();
    if (marker.type !== "document-start") {
      throw new YamlTrouble("afterTheEnd", marker.start, marker.start);
    }
    builder.start(opening.start);
    scanner.take();
    const content = scanner.peek();
    if (BETWEEN_DOCUMENTS.includes(content.type)) {
      emptyScalar(reading, content.start);
    } else {
      yamlNode(reading, true, false);
    }
  }
  if (nextType(reading) === "document-end") {
    scanner.take();
  }
  builder.end();
  return true;
}

function yamlDirectives(reading) {
  const given = new Set();
  while (nextType(reading) === "directive") {
    const { name, start, version, handle, prefix } = reading.scanner.peek();
    const subject = name === "YAML" ? name : handle;
    const unknown = name === "YAML" && !["1.1", "1.2"].includes(version.join("."));
    if (given.has(subject) || unknown) {
      throw new YamlTrouble("directive", start, start);
    }
    given.add(subject);
    if (name === "TAG") {
      reading.handles.set(handle, prefix);
    }
    reading.scanner.take();
  }
}

function emptyScalar(reading, at) {
  reading.builder.scalar({ start: at, value: "", style: "", anchor: null, tag: null });
}

/** A value, or nothing where one of these types follows. */
function yamlNodeUnless(reading, types, at, inBlock, indentless) {
  if (types.includes(nextType(reading))) {
    emptyScalar(reading, at);
  } else {
    yamlNode(reading, inBlock, indentless);
  }
}

/** A value with what stands before it. `indentless`: a list may start in the column of its key. */
function yamlNode(reading, inBlock, indentless) {
  const { scanner, builder } = reading;
  if (nextType(reading) === "alias") {
    const { value, start } = scanner.take();
    builder.alias(value, start);
    return;
  }
  const properties = yamlProperties(reading);
  const token = scanner.peek();
  if (indentless && token.type === "item") {
    builder.openList(properties);
    indentlessList(reading);
  } else if (token.type === "scalar") {
    builder.scalar({ ...properties, value: token.value, style: token.style });
    scanner.take();
  } else if (token.type === "list-start") {
    builder.openList(properties);
    flowList(reading);
  } else if (token.type === "group-start") {
    builder.openGroup(properties);
    flowGroup(reading);
  } else if (inBlock && token.type === "block-list") {
    builder.openList(properties);
    blockList(reading);
  } else if (inBlock && token.type === "block-group") {
    builder.openGroup(properties);
    blockGroup(reading);
  } else if (properties.anchor !== null || properties.tag !== null) {
    builder.scalar({ ...properties, value: "", style: "" });
  } else {
    throw new YamlTrouble("badStart", properties.start, token.start);
  }
}

/** The anchor and the tag before a value, in either order, and where it starts with them. */
function yamlProperties(reading) {
  const { scanner } = reading;
  const { start } = scanner.peek();
  let anchor = null;
  let tag = null;
  for (;;) {
    const token = scanner.peek();
    if (token.type === "anchor" && anchor === null) {
      anchor = scanner.take().value;
    } else if (token.type === "tag" && tag === null) {
      tag = scanner.take();
    } else {
      break;
    }
  }
  if (tag !== null && tag.handle && !reading.handles.has(tag.handle)) {
    throw new YamlTrouble("tag", start, tag.start);
  }
  const prefix = tag?.handle ? reading.handles.get(tag.handle) : "";
  return { start, anchor, tag: tag && prefix + tag.suffix };
}

function indentlessList(reading) {
  while (nextType(reading) === "item") {
    const { end } = reading.scanner.take();
    yamlNodeUnless(reading, ["item", "key", "value", "block-end"], end, true, false);
  }
  reading.builder.close();
}

function blockList(reading) {
  const { start } = reading.scanner.take();
  for (;;) {
    const token = reading.scanner.peek();
    if (token.type === "block-end") {
      break;
    }
    if (token.type !== "item") {
      throw new YamlTrouble("notAnItem", start, token.start);
    }
    reading.scanner.take();
    yamlNodeUnless(reading, ["item", "block-end"], token.end, true, false);
  }
  reading.builder.close();
  reading.scanner.take();
}

function blockGroup(reading) {
  const { scanner } = reading;
  const { start } = scanner.take();
  const none = ["key", "value", "block-end"];
  for (;;) {
    const token = scanner.peek();
    if (token.type === "block-end") {
      break;
    }
    if (token.type !== "key") {
      throw new YamlTrouble("unevenKey", start, token.start);
    }
    scanner.take();
    yamlNodeUnless(reading, none, token.end, true, true);
    const value = scanner.peek();
    if (value.type === "value") {
      scanner.take();
      yamlNodeUnless(reading, none, value.end, true, true);
    } else {
      emptyScalar(reading, value.start);
    }
  }
  reading.builder.close();
  scanner.take();
}

/** Step over the bracket or the comma before the next part: whether there is a next part. */
function flowGoesOn(reading, closing, opening, first) {
  const token = reading.scanner.peek();
  if (token.type === closing) {
    return false;
  }
  if (first) {
    return true;
  }
  if (token.type !== "comma") {
    throw new YamlTrouble("unclosed", opening, token.start);
  }
  reading.scanner.take();
  return nextType(reading) !== closing;
}

function flowList(reading) {
  const { scanner, builder } = reading;
  const { start } = scanner.take();
  for (let first = true; flowGoesOn(reading, "list-end", start, first); first = false) {
    if (nextType(reading) === "key") {
      flowPair(reading);
    } else {
      yamlNode(reading, false, false);
    }
  }
  builder.close();
  scanner.take();
}

/** A key and its value within a list in brackets: a group of one key. */
function flowPair(reading) {
  const { scanner, builder } = reading;
  const key = scanner.peek();
  builder.openGroup({ start: key.start, anchor: null, tag: null });
  scanner.take();
  const after = scanner.peek();
  if (["value", "comma", "list-end"].includes(after.type)) {
    // As the command line's parser has it, what follows a '?' without a key is stepped over.
    scanner.take();
    emptyScalar(reading, after.end);
  } else {
    yamlNode(reading, false, false);
  }
  flowValue(reading, "list-end");
  builder.close();
}

function flowValue(reading, closing) {
  if (nextType(reading) === "value") {
    reading.scanner.take();
    yamlNodeUnless(reading, ["comma", closing], reading.scanner.peek().start, false, false);
  } else {
    emptyScalar(reading, reading.scanner.peek().start);
  }
}

function flowGroup(reading) {
  const { scanner, builder } = reading;
  const { start } = scanner.take();
  for (let first = true; flowGoesOn(reading, "group-end", start, first); first = false) {
    if (nextType(reading) === "key") {
      scanner.take();
      yamlNodeUnless(reading, ["value", "comma", "group-end"], scanner.peek().start, false, false);
      flowValue(reading, "group-end");
    } else {
      yamlNode(reading, false, false);
      emptyScalar(reading, scanner.peek().start);
    }
  }
  builder.close();
  scanner.take();
}
