export {
  type ClientsetConfig,
  configJsonSchema,
  type ProjectConfig,
  projectConfigSchema,
} from "./options/config.js";
export { Flags, type ParsedArguments, parseArguments, usageOf } from "./options/flags.js";
export {
  defaultText,
  type NamedOption,
  type Option,
  type OptionKey,
  type OptionPlace,
  options,
  optionsOf,
} from "./options/table.js";
