// Explained words: a tap, a click, or Enter on the first use of a word shows what it means. Without
// this file a mouse still shows it, and the page of definitions has every word.
"use strict";

(function () {
  var footer = document.querySelector(".site-footer a[href*='definitions.html']");
  var shown = null;

  function close() {
    if (!shown) { return; }
    shown.box.remove();
    shown.word.removeAttribute("aria-describedby");
    if (shown.word.hasAttribute("aria-expanded")) { shown.word.setAttribute("aria-expanded", "false"); }
    shown = null;
  }

  function open(word) {
    close();
    var box = document.createElement("div");
    box.className = "term-meaning";
    box.id = "term-meaning";
    box.setAttribute("role", "status");
    document.body.appendChild(box);
    var place = word.getBoundingClientRect();
    var widest = document.documentElement.clientWidth - 16;
    box.textContent = word.dataset.meaning;
    if (footer) {
      var more = document.createElement("a");
      more.href = footer.href;
      more.textContent = "All definitions";
      box.append(" ", more);
    }
    box.style.top = (window.scrollY + place.bottom + 4) + "px";
    box.style.left = Math.max(8, Math.min(place.left, widest - box.offsetWidth)) + "px";
    word.setAttribute("aria-describedby", "term-meaning");
    if (word.hasAttribute("aria-expanded")) { word.setAttribute("aria-expanded", "true"); }
    shown = { box: box, word: word };
  }

  var met = new Set();
  document.querySelectorAll(".md-content abbr[title]").forEach(function (word) {
    // In a link or a heading, a click means something else.
    if (word.closest("a, h1, h2, h3, summary, button, label")) { return; }
    word.dataset.meaning = word.title;
    if (!met.has(word.title)) {
      met.add(word.title);
      word.setAttribute("tabindex", "0");
      word.setAttribute("role", "button");
      word.setAttribute("aria-expanded", "false");
    }
    word.addEventListener("click", function () {
      if (shown && shown.word === word) { close(); } else { open(word); }
    });
    word.addEventListener("keydown", function (event) {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        word.click();
      }
    });
  });

  document.addEventListener("click", function (event) {
    if (shown && !shown.box.contains(event.target) && event.target !== shown.word) { close(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && shown) {
      var word = shown.word;
      close();
      if (word.hasAttribute("tabindex")) { word.focus(); }
    }
  });
})();
