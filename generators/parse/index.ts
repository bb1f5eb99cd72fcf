export { parseFile } from "./parse-file.js";
export { parseMarkers } from "./markers.js";
