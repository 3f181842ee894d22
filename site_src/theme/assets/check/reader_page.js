// Hands the reader of request files to the page that asked for it. It is a script of its own, since
// few people bring a file.

import { placeInFile } from "./places.js";
import { readRequests } from "./yaml_reader.js";

document.dispatchEvent(new CustomEvent("requests-reader", { detail: { placeInFile, readRequests } }));
