// The requests of a file that somebody drops on the page: the same documents, and the same faults,
// as the command line finds in it.

import { readJson } from "./json_reader.js";
import { singleMark } from "./places.js";
import { decodeText, endOfText } from "./raw_text.js";
import { completePart, readYaml } from "./yaml_documents.js";

/** The most bytes read of one file. */
const LARGEST_FILE = 5_000_000;

const FILE_KINDS = { json: "json", yaml: "yaml", yml: "yaml" };

/**
 * The sound documents of a file, and the faults of the rest.
 *
 * A group of keys is an object without a prototype. A whole number beyond 2^53 is a `BigInt`; a
 * number written with a point or an exponent whose value is whole is a `DecimalNumber`.
 * @param {string|Uint8Array|ArrayBuffer} source its text or, better, its bytes
 * @param {string} [name] its name: what ends in `.json` is read as JSON
 * @returns {{documents: ReadDocument[], faults: ReadFault[]}} a file that holds nothing gives one
 *   document whose data is null
 */
export function readDocuments(source, name = "request.yaml") {
  const suffix = /[^/\\.]\.([^/\\.]+)$/.exec(name)?.[1].toLowerCase() ?? "";
  if (!Object.hasOwn(FILE_KINDS, suffix)) {
    const message = "This is neither a YAML nor a JSON file.";
    return wholeFileFault(message, "Expected a name that ends in .yaml, .yml or .json.");
  }
  const given = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const bytes = new Uint8Array(given);
  if (bytes.length > LARGEST_FILE) {
    const message = `This file is too large: at most ${LARGEST_FILE / 1_000_000} MB are read.`;
    return wholeFileFault(message, "Split it into several files.");
  }
  const { text, flaw } = decodeText(bytes);
  if (FILE_KINDS[suffix] === "json") {
    return flaw ? { documents: [], faults: [flawAt(text, flaw, 1)] } : readJson(text);
  }
  // What stands before the document with the flaw can still be read.
  const { documents, faults, seen } = readYaml(flaw ? completePart(text) : text);
  if (flaw) {
    return { documents, faults: [...faults, flawAt(text, flaw, seen + 1)] };
  }
  const nothing = { number: 1, line: 1, data: null, places: singleMark(1, 1) };
  return { documents: seen ? documents : [nothing], faults };
}

/**
 * The same without the documents that hold nothing; a file without any request has that fault.
 * The faults stand in the order of the file. Never throws.
 */
export function readRequests(source, name = "request.yaml") {
  let read;
  try {
    read = readDocuments(source, name);
  } catch {
    // A file too much for the browser, or one it has let go of, must not look like an empty one.
    const hint = `Check it with: prevent check ${name}`;
    return wholeFileFault("This page cannot read this file.", hint);
  }
  const documents = read.documents.filter((document) => document.data !== null);
  if (documents.length === 0 && read.faults.length === 0) {
    const hint = "Write 'kind: event', or another kind, and what is asked for.";
    return wholeFileFault("This file holds no request.", hint);
  }
  const faults = [...read.faults].sort((a, b) => a.document - b.document || a.line - b.line);
  return { documents, faults };
}

function wholeFileFault(message, hint) {
  return { documents: [], faults: [{ document: 1, line: 0, column: 0, message, hint }] };
}

function flawAt(text, flaw, document) {
  return { document, ...endOfText(text), message: flaw.message, hint: flaw.hint };
}
