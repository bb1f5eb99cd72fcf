export { parseMarkers } from "./markers.js";
export { parseFile } from "./parse-file.js";
export { type CompiledCode, loadCompiled, loadTypeScript } from "./typescript.js";
