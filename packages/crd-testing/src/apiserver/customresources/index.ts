export { NotDecodableError } from "./conversion/not-decodable-error.js";
export {
  DefinitionController,
  type DefinitionControllerOptions,
  type Timing,
} from "./definition-controller.js";
export { installDefinition } from "./install-definition.js";
export type { DefinitionChange, DefinitionStorage, InstanceStorage } from "./ports.js";
export { type RuleCompiler, type RuleValidator, ruleCompiler } from "./rules.js";
export { StoredDefinitions } from "./stored-definitions.js";
export { StoredInstances } from "./stored-instances.js";
