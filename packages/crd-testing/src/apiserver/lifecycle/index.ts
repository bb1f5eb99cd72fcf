export { type Installer, installObject } from "./install.js";
export { NamespaceController } from "./namespace-controller.js";
export { StoredNamespaces } from "./namespace-lifecycle.js";
export { storedRoles } from "./role-source.js";
