export { createRender, type RenderOptions } from "./engine.js";
export { generatorOf, headerComments, headerLine, withHeader } from "./header.js";
export { writeJson } from "./json.js";
export { literal, scalarLiteral } from "./literal.js";
export { quoted } from "./marks.js";
export { memberAccess, memberKey, memberName } from "./members.js";
export { type PrecompiledTemplate, precompileTemplate } from "./precompile.js";
export { relativeModule } from "./relative-module.js";
export type { ImportSymbol, Render, RenderRequest } from "./render.js";
export {
  apiextensionsType,
  apiextensionsValue,
  applyType,
  applyValue,
  conversionFile,
  crdFile,
  crdIndexFile,
  deepCopyFile,
  deepCopySymbol,
  defaultsFile,
  fileType,
  fileValue,
  lifecycleFile,
  moduleType,
  moduleValue,
  runtimePackage,
  runtimeType,
  runtimeValue,
  schemasFile,
  schemaValue,
  testingType,
  testingValue,
  typeSymbol,
  validationsFile,
  validationType,
  validationValue,
  zodType,
  zodValue,
} from "./symbols.js";
