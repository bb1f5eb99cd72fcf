export { isApiSource } from "./folders.js";
export { type LinkInput, type LinkOutput, linkModel } from "./link.js";
