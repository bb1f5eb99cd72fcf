/**
 * Apply configurations: what server-side apply sends, as plain data that can also be built step by step, and what a field
 * manager has applied, read back from an object. Generated code of applyconfiguration-gen stands on it. Follows client-go's
 * `applyconfigurations`.
 *
 * @example
 * import { conditionApplyConfiguration } from "crd-runtime/applyconfigurations";
 *
 * const ready = conditionApplyConfiguration({ type: "Ready" }).withStatus("True").withReason("Started");
 */
export * from "./applyconfigurations/index.js";
