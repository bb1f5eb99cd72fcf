export { clientsetMembers } from "./clientset-members.js";
export { conversionName } from "./conversion.js";
export { factoryMembers } from "./factory-members.js";
export { freeGroupName } from "./free-group-name.js";
export { groupFolderOf } from "./group-folder.js";
export {
  accessorOf,
  groupGoNameOf,
  isIdentifier,
  lowerCamel,
  spellLike,
  upperCamel,
} from "./identifiers.js";
export { lifecycleName } from "./lifecycle.js";
export { codeGeneratorPluralOf, pluralNameOf, pluralOf } from "./plural.js";
export { schemaNames } from "./schemas.js";
export { customValidationName } from "./validation.js";
export { compareVersions, isDnsLabel, isDnsSubdomain, isKubernetesVersion } from "./versions.js";
