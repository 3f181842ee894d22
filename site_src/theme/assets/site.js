// What the theme leaves out for people who use a keyboard. Pages read the same without it.
"use strict";

// Single letters must not do anything by themselves: people who speak to their computer, or whose
// hand slips, would set them off. The theme's shortcuts are kept from hearing them.
window.addEventListener("keydown", function (event) {
  var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
  if (event.key.length === 1 && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key !== " ") {
    event.stopImmediatePropagation();
  }
}, true);

document.querySelectorAll("button[data-opens]").forEach(function (button) {
  var toggle = document.getElementById("__" + button.dataset.opens);
  if (!toggle) { return; }
  button.addEventListener("click", function () { toggle.click(); });
  toggle.addEventListener("change", function () {
    button.setAttribute("aria-expanded", String(toggle.checked));
    if (button.dataset.opens === "drawer" && toggle.checked) {
      var first = document.querySelector(".site-nav a");
      if (first) { first.focus(); }
    }
    if (button.dataset.opens === "search" && toggle.checked) {
      var field = document.querySelector(".md-search__input");
      if (field) { field.focus(); }
    }
  });
});

// The menu lies over the page, so it closes when the focus leaves it: nobody is to be behind it.
(function () {
  var drawer = document.getElementById("__drawer");
  var button = document.querySelector("button[data-opens=drawer]");
  if (!drawer || !button) { return; }
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      button.focus();
    }
  });
  document.addEventListener("focusin", function (event) {
    if (drawer.checked && !event.target.closest(".site-nav") && event.target !== button) { drawer.click(); }
  });
})();

// The theme's search needs a web server; on a page opened from a disk the button would do nothing.
// The site that is built for a disk has its own.
if (location.protocol === "file:" && !document.querySelector("[data-offline=search]")) {
  document.documentElement.classList.add("from-disk");
  var foot = document.querySelector(".site-footer__inner");
  var told = document.createElement("p");
  told.textContent = "There is no search box here: it does not work on pages that are opened from a folder. " +
    "The menu leads to every page. The command “prevent build --offline” makes a copy with a search.";
  if (foot) { foot.prepend(told); }
}

document.querySelectorAll("button[data-prints]").forEach(function (button) {
  button.addEventListener("click", function () { window.print(); });
});

// A link to what is folded away unfolds it.
function unfoldTarget() {
  var target = document.getElementById(location.hash.slice(1));
  for (var each = target; each; each = each.parentElement) {
    if (each.tagName === "DETAILS" && !each.open) { each.open = true; }
  }
}
unfoldTarget();
window.addEventListener("hashchange", unfoldTarget);

// A table that is wider than the screen scrolls by itself.
document.querySelectorAll(".md-typeset table:not([class])").forEach(function (table) {
  var scrolls = document.createElement("div");
  var frame = document.createElement("div");
  scrolls.className = "md-typeset__scrollwrap";
  frame.className = "md-typeset__table";
  table.replaceWith(scrolls);
  scrolls.append(frame);
  frame.append(table);
});

// A keyboard can reach what scrolls. It is named, so that a screen reader says where one is.
function makeReachable() {
  document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (wrap, index) {
    if (wrap.scrollWidth > wrap.clientWidth) {
      wrap.setAttribute("tabindex", "0");
      wrap.setAttribute("role", "region");
      wrap.setAttribute("aria-label", "Table " + (index + 1) + ", scrolls sideways");
    } else {
      wrap.removeAttribute("tabindex");
      wrap.removeAttribute("role");
      wrap.removeAttribute("aria-label");
    }
  });
}
// Its width changes with that of the window, with the letters, and where it is unfolded.
var sizes = new ResizeObserver(makeReachable);
document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset__table").forEach(function (each) {
  sizes.observe(each);
});

// Paper cannot be unfolded. Browsers that know ::details-content do this by the style sheet alone.
var unfolded = [];
window.addEventListener("beforeprint", function () {
  unfolded = Array.from(document.querySelectorAll("details:not([open])"));
  unfolded.forEach(function (details) { details.open = true; });
});
window.addEventListener("afterprint", function () {
  unfolded.forEach(function (details) { details.open = false; });
});
