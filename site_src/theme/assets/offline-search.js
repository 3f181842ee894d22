// The search of the site that is opened from a folder. The theme's own search needs a web server;
// this one looks through the same words, which a script beside the pages holds.
"use strict";

(() => {
  const ROOT = new URL("../", document.currentScript.src);
  const MOST_PAGES = 10;
  const MOST_PLACES = 4;
  const AROUND = 160;

  const field = document.querySelector(".md-search__input");
  const form = document.querySelector(".md-search__form");
  const toggle = document.getElementById("__search");
  const said = document.querySelector(".md-search-result__meta");
  const list = document.querySelector(".md-search-result__list");
  let entries = null;

  /** What can be found, with its words as plain text; fetched once somebody reaches for it. */
  function load() {
    if (entries) return;
    entries = [];
    const script = document.createElement("script");
    script.src = new URL("search/search_index.js", ROOT).href;
    script.addEventListener("load", () => {
      entries = window.searchIndex.docs.map(readEntry);
      show();
    });
    script.addEventListener("error", () => {
      entries = null;
      said.textContent = "The search could not be loaded. Is the folder whole?";
    });
    document.head.append(script);
  }

  function readEntry({ location, title, text, boost }) {
    const [page, place] = location.split("#");
    const words = { title: asText(title), text: asText(text) };
    return { location, page, whole: !place, boost: boost ?? 1, ...words };
  }

  /** HTML as the text that a reader sees. A parsed document runs and loads nothing. */
  function asText(html) {
    const spaced = html.replace(/<\/(?:p|li|td|th|dt|dd|h\d)>/g, "$& ");
    const read = new DOMParser().parseFromString(spaced, "text/html");
    return read.body.textContent.replace(/\s+/g, " ").trim();
  }

  function wordsOf(text) {
    return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  }

  function startOf(word) {
    return new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "giu");
  }

  /** How well an entry answers; 0 where one of the words is not in it. */
  function scoreOf(entry, words) {
    let score = 0;
    for (const word of words) {
      const start = startOf(word);
      const inTitle = entry.title.match(start)?.length ?? 0;
      const inText = entry.text.match(start)?.length ?? 0;
      if (!inTitle && !inText) return 0;
      score += 20 * Math.min(inTitle, 1) + Math.min(inText, 5);
    }
    return score * entry.boost * (entry.whole ? 1.5 : 1);
  }

  /** The pages found, the best first, each with the best places on it. */
  function find(words) {
    const pages = new Map();
    for (const entry of entries) {
      const score = scoreOf(entry, words);
      if (!score) continue;
      const found = pages.get(entry.page) ?? { score: 0, places: [] };
      found.score = Math.max(found.score, score);
      found.places.push({ entry, score });
      pages.set(entry.page, found);
    }
    for (const { places } of pages.values()) places.sort((one, other) => other.score - one.score);
    return [...pages.values()].sort((one, other) => other.score - one.score);
  }

  function show() {
    const words = wordsOf(field.value);
    const pages = words.length && entries ? find(words) : [];
    const places = pages.slice(0, MOST_PAGES).flatMap((page) => page.places.slice(0, MOST_PLACES));
    list.replaceChildren(...places.map(({ entry }) => resultOf(entry, words)));
    if (!words.length) said.textContent = "Type to start searching";
    else if (!pages.length) said.textContent = "Nothing found. Try another word.";
    else said.textContent = pages.length === 1 ? "1 page found" : `${pages.length} pages found`;
  }

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  }

  function resultOf(entry, words) {
    const title = element("p", "offline-result__title", ...marked(entry.title, words));
    const text = element("p", "", ...marked(excerpt(entry.text, words), words));
    const kind = entry.whole ? "md-search-result__article--document" : "offline-result--place";
    const article = element("div", `md-search-result__article md-typeset ${kind}`, title, text);
    const link = element("a", "md-search-result__link", article);
    link.href = new URL(entry.location, ROOT).href;
    return element("li", "md-search-result__item", link);
  }

  function excerpt(text, words) {
    const at = Math.max(0, text.search(startOf(words[0])));
    const from = at < AROUND / 2 ? 0 : text.lastIndexOf(" ", at - AROUND / 4) + 1;
    const cut = text.slice(from, from + AROUND);
    const whole = from + AROUND >= text.length;
    return `${from ? "… " : ""}${whole ? cut : `${cut.slice(0, cut.lastIndexOf(" "))} …`}`;
  }

  /** The text in pieces, with what was looked for marked. */
  function marked(text, words) {
    const any = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join("|")})`, "giu");
    return text.split(any).map((each, index) => (index % 2 ? element("mark", "", each) : each));
  }

  function open(isOpen) {
    if (toggle.checked !== isOpen) toggle.click();
  }

  /** Up and down lead from result to result, and back to the field. */
  function move(step) {
    const stops = [field, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at >= 0) stops[(at + step + stops.length) % stops.length].focus();
  }

  field.addEventListener("focus", () => {
    load();
    open(true);
  });
  field.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(() => { show(); field.focus(); }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  document.querySelector(".md-search").addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      move(steps[event.key]);
    } else if (event.key === "Escape") {
      const button = document.querySelector("button[data-opens=search]");
      // The focus stays where a person can see it. In the field it opens the search, so close last.
      if (!button.offsetParent) field.focus();
      open(false);
      if (button.offsetParent) button.focus();
    }
  });
  list.addEventListener("click", () => open(false));
})();
