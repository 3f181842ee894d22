// Pieces of a page, made without markup: text is always text.

/**
 * An element with a class and what stands in it.
 * @param {string} tag
 * @param {string} className  empty for none
 * @param {...(Node|string)} children
 * @returns {HTMLElement}
 */
export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * A list of items.
 * @param {string} tag  "ul" or "ol"
 * @param {string} className
 * @param {(Node|string)[]} items
 */
export function listOf(tag, className, items) {
  return element(tag, className, ...items.map((each) => element("li", "", each)));
}

/**
 * Names with what they stand for.
 * @param {string} className
 * @param {[string, Node|string][]} pairs
 */
export function pairsOf(className, pairs) {
  const rows = pairs.map(([name, value]) => element("div", "", element("dt", "", name), element("dd", "", value)));
  return element("dl", className, ...rows);
}

/**
 * A link to another page of the site.
 * @param {string} words
 * @param {string} target
 */
export function linkToPage(words, target) {
  const link = element("a", "", words);
  link.setAttribute("href", target);
  return link;
}

/** How many there are: "1 thing", "3 things". */
export function countOf(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}
