// Read before the page is drawn, so that nothing on it moves afterwards.
"use strict";

(function () {
  var page = document.documentElement.classList;
  page.replace("no-js", "js");
  if (!("checks" in document.currentScript.dataset)) { return; }
  // The form is drawn as the check will have it. Where the check then does not start, because a
  // browser is too old for it, the page is as it is without JavaScript after all.
  page.add("checks");
  window.addEventListener("load", function () {
    if (!page.contains("checks-run")) { page.remove("checks"); }
  });
})();
