export { Lister } from "./lister.js";
export type { PageOptions } from "./matching.js";
export { NamespaceLister } from "./namespace-lister.js";
export { notFoundError } from "./not-found.js";
