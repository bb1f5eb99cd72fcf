export { Catalog } from "./catalog.js";
export { compareGroups, compareVersions } from "./order.js";
export type {
  ApiResource,
  Conversion,
  OpenApiSource,
  ResourceCatalog,
  Review,
  ScalePaths,
  SelectableFields,
  Strategy,
  TableColumn,
  Update,
  Verb,
} from "./resource.js";
