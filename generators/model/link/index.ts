export { linkExpansions } from "./expansions.js";
export { isApiSource, unreadFor, versionFolderOf } from "./folders.js";
export type { PackageSyntax } from "./imported.js";
export { type LinkInput, type LinkOutput, linkModel } from "./link.js";
export { linkMarkers } from "./markers.js";
export { type Mentions, mentionsOf, packageOf } from "./mentions.js";
