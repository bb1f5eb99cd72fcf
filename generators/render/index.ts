export { createRender, type RenderOptions } from "./engine.js";
export { generatorOf, headerLine } from "./header.js";
export type { ImportSymbol, Render, RenderRequest } from "./render.js";
export {
  deepCopyFile,
  deepCopySymbol,
  fileType,
  fileValue,
  runtimePackage,
  runtimeType,
  runtimeValue,
  typeSymbol,
} from "./symbols.js";
