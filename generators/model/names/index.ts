export {
  accessorOf,
  groupGoNameOf,
  isIdentifier,
  lowerCamel,
  pluralNameOf,
  upperCamel,
} from "./identifiers.js";
export { codeGeneratorPluralOf, pluralOf } from "./plural.js";
export { compareVersions, isDnsLabel, isDnsSubdomain, isKubernetesVersion } from "./versions.js";
