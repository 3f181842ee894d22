// From the bytes of a file to its text: UTF-8, and no characters a reader cannot see.

const REFUSED_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;
const REFUSED_IN_VALUE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]/u;

/** A character as its code is written: `U+0007`. */
function codeOf(character) {
  return `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The first character, if any, that no value may hold, as its code; or null. */
export function refusedInValue(text) {
  const found = REFUSED_IN_VALUE.exec(text);
  return found && codeOf(found[0]);
}

/** How many characters, not UTF-16 units, a part of a text has. */
export function characterCount(text, from, to) {
  let count = to - from;
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xdc00 && unit <= 0xdfff) {
      count -= 1;
    }
  }
  return count;
}

/** The line and column, from 1, of the end of a text. */
export function endOfText(text) {
  const line = text.split("\n").length;
  return { line, column: characterCount(text, text.lastIndexOf("\n") + 1, text.length) + 1 };
}

/**
 * The text, with every line ended by a line feed alone, up to the first flaw in it.
 * @param {Uint8Array} bytes
 * @returns {{text: string, flaw: ?{message: string, hint: string}}}
 */
export function decodeText(bytes) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return flawed("", "This file is saved as UTF-16.", "Save it as UTF-8.");
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const data = marked ? bytes.subarray(3) : bytes;
  const broken = brokenAt(data);
  const sound = broken < 0 ? data : data.subarray(0, broken);
  const text = new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(sound).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const refused = REFUSED_CHARACTER.exec(text);
  if (refused) {
    const before = text.slice(0, refused.index);
    if (refused[0] === "\0" && data.filter((byte) => byte === 0).length * 3 > data.length) {
      return flawed(before, "This file is saved as UTF-16 or UTF-32.", "Save it as UTF-8.");
    }
    const message = `An invisible character (${codeOf(refused[0])}) stands here.`;
    return flawed(before, message, "Delete it, or type the line anew.");
  }
  if (broken >= 0) {
    const byte = data[broken].toString(16).padStart(2, "0");
    return flawed(text, `The byte 0x${byte} here is not UTF-8 text.`, "Save the file as UTF-8.");
  }
  return { text, flaw: null };
}

function flawed(text, message, hint) {
  return { text, flaw: { message, hint } };
}

/** Where the first bytes stand that are not UTF-8, or -1. */
function brokenAt(bytes) {
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index];
    let length = 1;
    // The second byte's bounds leave out what is written too long, surrogates and too high codes.
    let least = 0x80;
    let most = 0xbf;
    if (first >= 0x80) {
      if (first >= 0xc2 && first <= 0xdf) {
        length = 2;
      } else if (first >= 0xe0 && first <= 0xef) {
        length = 3;
        least = first === 0xe0 ? 0xa0 : 0x80;
        most = first === 0xed ? 0x9f : 0xbf;
      } else if (first >= 0xf0 && first <= 0xf4) {
        length = 4;
        least = first === 0xf0 ? 0x90 : 0x80;
        most = first === 0xf4 ? 0x8f : 0xbf;
      } else {
        return index;
      }
    }
    for (let step = 1; step < length; step += 1) {
      const byte = bytes[index + step];
      if (byte === undefined || byte < least || byte > most) {
        return index;
      }
      least = 0x80;
      most = 0xbf;
    }
    index += length;
  }
  return -1;
}
