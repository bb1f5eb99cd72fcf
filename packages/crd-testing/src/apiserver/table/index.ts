export type { ListMetadata } from "./list-metadata.js";
export {
  partialObjectMetadata,
  partialObjectMetadataList,
  wrongPartialKind,
} from "./partial-metadata.js";
export { type Headers, tableOf, tableOfObject } from "./table.js";
export { type IncludeObject, includeObjectOf } from "./table-options.js";
