// Read before the page is drawn, so that nothing on it moves afterwards.
"use strict";

document.documentElement.classList.replace("no-js", "js");
