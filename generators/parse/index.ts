export { parseMarkers } from "./markers.js";
export { parseFile } from "./parse-file.js";
export { loadTypeScript } from "./typescript.js";
