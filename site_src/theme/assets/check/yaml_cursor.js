// A place in a text, and the way through it. Columns count whole characters, not UTF-16 units.

/**
 * @typedef {{index: number, line: number, column: number}} YamlMark
 *   A place: the index among the characters; the line and column within the part being read,
 *   from 0.
 */

/** What stops the reading of a document: of which kind, where the construct began, and where. */
export const YamlTrouble = class {
  /**
   * @param {string} kind a key of the table in yaml_words.js
   * @param {YamlMark} start where the construct that cannot be read began
   * @param {YamlMark} at where reading stopped
   */
  constructor(kind, start, at) {
    this.kind = kind;
    this.start = start;
    this.at = at;
  }
};

/** Steps through the characters of a text (lines ended by a line feed alone). */
export const YamlCursor = class {
  /**
   * @param {string[]} characters the whole text
   * @param {number} start where to begin: the start of a line
   */
  constructor(characters, start) {
    this.characters = characters;
    this.index = start;
    this.line = 0;
    this.lineStart = start;
  }

  get column() {
    return this.index - this.lineStart;
  }

  /** The character here; empty at the end. */
  get here() {
    return this.characters[this.index] ?? "";
  }

  /** The character that many steps on; empty beyond the end. */
  ahead(steps) {
    return this.characters[this.index + steps] ?? "";
  }

  mark() {
    return { index: this.index, line: this.line, column: this.index - this.lineStart };
  }

  /** Step over one character, or over the end of a line. */
  step() {
    const over = this.characters[this.index];
    this.index += 1;
    if (over === "\n") {
      this.line += 1;
      this.lineStart = this.index;
    }
  }

  /** Steps over as many characters of one line. */
  skip(steps) {
    this.index += steps;
  }

  /** At the end, count a line that was not ended as ended. */
  endLine() {
    if (this.column !== 0) {
      this.line += 1;
      this.lineStart = this.index;
    }
  }

  /** Whether `---` or `...` stands here at the start of a line, by itself. */
  atDocumentMarker() {
    const first = this.here;
    return this.column === 0 && (first === "-" || first === ".") && this.ahead(1) === first &&
      this.ahead(2) === first && isSpace(this.ahead(3));
  }
};

/** Whether this is a space or a tab. */
export function isBlank(character) {
  return character === " " || character === "\t";
}

/** Whether a line, or the text, ends here. */
export function isLineEnd(character) {
  return character === "\n" || character === "";
}

/** Whether this parts words: a space, a tab, the end of a line or of the text. */
export function isSpace(character) {
  return character === " " || character === "\t" || character === "\n" || character === "";
}

/** Whether this is a letter, a digit, `_` or `-` of ASCII, of which names are made. */
export function isNameCharacter(character) {
  return /^[0-9A-Za-z_-]$/.test(character);
}
