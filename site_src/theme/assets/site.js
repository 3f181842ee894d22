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

document.addEventListener("keydown", function (event) {
  var drawer = document.getElementById("__drawer");
  if (event.key === "Escape" && drawer && drawer.checked) {
    drawer.click();
    document.querySelector("button[data-opens=drawer]").focus();
  }
});

// Search needs a web server; on a page opened from a disk the button would do nothing.
if (location.protocol === "file:") {
  document.documentElement.classList.add("from-disk");
}

document.querySelectorAll("button[data-prints]").forEach(function (button) {
  button.addEventListener("click", function () { window.print(); });
});

// A link to what is folded away unfolds it.
function unfoldTarget() {
  var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
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

// What scrolls by itself can be reached by keyboard. It is named, so that a screen reader says where one is.
var SCROLLS = { ".md-typeset__scrollwrap": "Table", ".md-typeset pre, .md-typeset pre > code": "Example", ".flowchart": "Picture" };

function makeReachable() {
  Object.keys(SCROLLS).forEach(function (which) {
    document.querySelectorAll(which).forEach(function (part, index) {
      if (part.scrollWidth > part.clientWidth) {
        part.setAttribute("tabindex", "0");
        part.setAttribute("role", "region");
        part.setAttribute("aria-label", SCROLLS[which] + " " + (index + 1) + ", scrolls sideways");
      } else {
        part.removeAttribute("tabindex");
        part.removeAttribute("role");
        part.removeAttribute("aria-label");
      }
    });
  });
}
window.addEventListener("load", makeReachable);
window.addEventListener("resize", makeReachable);

// Paper cannot be unfolded. Browsers that know ::details-content do this by the style sheet alone.
var unfolded = [];
window.addEventListener("beforeprint", function () {
  unfolded = Array.from(document.querySelectorAll("details:not([open])"));
  unfolded.forEach(function (details) { details.open = true; });
});
window.addEventListener("afterprint", function () {
  unfolded.forEach(function (details) { details.open = false; });
});
