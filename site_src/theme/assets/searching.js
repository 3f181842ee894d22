// The theme's search, its index and its worker are more than half of what a page would weigh. They
// are loaded when somebody begins to search, and not before. Afterwards the words that were looked
// for are marked on the page that was found.
"use strict";

(function () {
  var toggle = document.getElementById("__search");
  var field = document.querySelector(".md-search__input");
  var button = document.querySelector("button[data-opens=search]");
  var told = document.querySelector(".md-search-result__meta");
  var stock = document.querySelector("script[data-theme]");
  var address = stock && stock.dataset.theme;
  var asked = false;

  // What the theme's own inline script would have defined.
  function defineMemory() {
    var base = JSON.parse(document.getElementById("__config").textContent).base;
    window.__md_scope = new URL(base, location);
    window.__md_hash = function (text) {
      return Array.from(text).reduce(function (sum, each) { return (sum << 5) - sum + each.charCodeAt(0); }, 0);
    };
    // Nothing is kept in the reader's browser.
    window.__md_get = function () { return null; };
    window.__md_set = function () { return undefined; };
  }

  // The theme would also set the height of its columns and wrap tables anew. The style sheet and
  // site.js have done that: it is only to search.
  function leaveTheRest() {
    ["sidebar", "toc", "content", "header-title"].forEach(function (name) {
      document.querySelectorAll("[data-md-component=" + name + "]").forEach(function (part) {
        part.removeAttribute("data-md-component");
      });
    });
  }

  // As it starts, the theme closes an open search, since it takes the page for a new one.
  function keepOpenMeanwhile() {
    function keep(event) {
      if (!event.isTrusted && !toggle.checked) { event.preventDefault(); }
    }
    toggle.addEventListener("click", keep);
    setTimeout(function () { toggle.removeEventListener("click", keep); }, 400);
  }

  function load() {
    if (asked) { return; }
    asked = true;
    told.textContent = "Loading the search";
    defineMemory();
    leaveTheRest();
    var script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", keepOpenMeanwhile);
    script.addEventListener("error", function () {
      asked = false;
      script.remove();
      told.textContent = "The search could not be loaded. Try again, or use the menu.";
    });
    document.head.appendChild(script);
  }

  function open() {
    if (!toggle.checked) { toggle.click(); }
  }

  function shut() {
    if (toggle.checked) { toggle.click(); }
  }

  // The focus stays where a person can see it. In the field itself it opens the search again, the
  // theme doing so a moment later: so that is waited for.
  function close() {
    if (button.offsetParent) {
      shut();
      button.focus();
    } else {
      field.focus({ preventScroll: true });
      setTimeout(shut, 50);
    }
  }

  if (field && toggle && address) {
    field.addEventListener("focus", load);
    toggle.addEventListener("change", function () { if (toggle.checked) { load(); } });
    field.addEventListener("focus", open);
    field.addEventListener("input", open);
    field.form.addEventListener("submit", function (event) {
      event.preventDefault();
      open();
    });
    window.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !toggle.checked) { return; }
      event.stopImmediatePropagation();
      close();
    }, true);
  }

  function mark(words) {
    var wanted = words.split(/\s+/).filter(Boolean).map(function (word) {
      return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    });
    if (!wanted.length) { return; }
    var found = new RegExp("(?<![\\p{L}\\p{N}])(?:" + wanted.join("|") + ")", "giu");
    var walker = document.createTreeWalker(document.querySelector(".md-content"), NodeFilter.SHOW_TEXT);
    var texts = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest("script, template, textarea, select")) {
        texts.push(walker.currentNode);
      }
    }
    texts.forEach(function (text) {
      var at = 0;
      var parts = [];
      Array.from(text.data.matchAll(found)).forEach(function (match) {
        var marked = document.createElement("mark");
        marked.textContent = match[0];
        parts.push(text.data.slice(at, match.index), marked);
        at = match.index + match[0].length;
      });
      if (parts.length) { text.replaceWith.apply(text, parts.concat(text.data.slice(at))); }
    });
  }

  mark(new URLSearchParams(location.search).get("h") || "");
})();
