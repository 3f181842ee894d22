// Values as messages quote them: short, on one line, and nothing hidden in them.

const LONGEST_QUOTED = 60;

/** A number written with a point or an exponent whose value is whole: 2.0, which is not 2. */
export const DecimalNumber = class {
  constructor(value) {
    this.value = value;
  }

  valueOf() {
    return this.value;
  }
};

/** The text cut to sixty characters, with what cannot be seen in it written as its code. */
export function safe(text) {
  const characters = Array.from(text);
  const shown = characters.length <= LONGEST_QUOTED
    ? characters
    : [...characters.slice(0, LONGEST_QUOTED - 1), "…"];
  return shown.map((character) => {
    if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(character)) {
      return character;
    }
    const code = character.codePointAt(0).toString(16);
    return code.length <= 4 ? `\\u${code.padStart(4, "0")}` : `\\U${code.padStart(8, "0")}`;
  }).join("");
}

/** A text in single quotes. */
export function quoted(text) {
  return `'${safe(String(text))}'`;
}
