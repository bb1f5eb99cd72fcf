import { suggest } from "../../diagnostics/index.js";
import { runtimeModule } from "./scope.js";

const prefix = `${runtimeModule}/`;

/** What stands behind `crd-runtime/`; a test compares with its package.json. */
export const runtimeModules: readonly string[] = [
  "apiextensions/v1",
  "applyconfigurations",
  "apps/v1",
  "autoscaling/v2",
  "batch/v1",
  "cel",
  "coordination/v1",
  "core/v1",
  "events/v1",
  "managedfields",
  "networking/v1",
  "policy/v1",
  "prom-client",
  "rbac/v1",
  "schema",
  "validation",
  "zod",
];

/** Whether a specifier is of a module that crd-runtime has not. */
export function isUnknownRuntimeModule(module: string): boolean {
  return module.startsWith(prefix) && !runtimeModules.includes(module.slice(prefix.length));
}

/** The module of crd-runtime that was probably meant by one that there is none of. */
export function nearestRuntimeModule(module: string): string | undefined {
  if (!isUnknownRuntimeModule(module)) return undefined;
  const near = suggest({ word: module.slice(prefix.length), candidates: runtimeModules });
  return near === undefined ? undefined : `${prefix}${near}`;
}
