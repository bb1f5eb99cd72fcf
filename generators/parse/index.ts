export { parseFile } from "./parse-file.js";
