export { type BootstrapObject, bootstrapObjects, systemNamespaces } from "./bootstrap.js";
export { type BuiltInOptions, builtInResources } from "./built-in-resources.js";
