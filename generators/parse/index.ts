export { parseMarkers } from "./markers.js";
export { parseFile } from "./parse-file.js";
export { type KeptCode, loadCompiled, loadTypeScript } from "./typescript.js";
