import type { Structural } from "../structural.js";
import {
  type Declared,
  declaredAlone,
  declaredBelow,
  isSeen,
  isUnnamed,
  type Step,
} from "./declared.js";

/**
 * What rules on a schema see when the server checks its definition. It takes types down from the outermost schema that has
 * rules, and is not prepared for every way down.
 *
 * - `outside`: there are no rules here, nor around it
 * - `untyped`: a schema that types are taken from has none
 * - `no element`: of values that have none, such as a text with `additionalProperties`
 * - `crash`: below such an element, where the server panics
 *
 * Follows CELSchemaContext.TypeInfo of apiextensions-apiserver.
 */
export type Sight = Declared | "crash" | "no element" | "outside" | "untyped";

/** At the root of what is checked. */
export function sightAtRoot(root: Declared): Sight {
  if (root.schema.validations.length === 0) return "outside";
  return isSeen(root.schema) ? root : "untyped";
}

/** One step down. */
export function sightBelow(input: {
  readonly sight: Sight;
  readonly step: Step;
  readonly child: Structural;
}): Sight {
  const { sight, step, child } = input;
  if (sight === "crash" || sight === "untyped") return sight;
  if (sight === "outside" && child.validations.length === 0) return "outside";
  if (sight === "no element" && !isUnnamed(step)) return "crash";
  if (typeof sight === "object") {
    const below = declaredBelow(sight, step);
    if (below !== undefined) return below;
    if (step === "element") return "no element";
  }
  return declaredAlone(child) ?? "untyped";
}

/**
 * What rules on a schema see when they are run on objects: types come down from the root. `none`: of values without a type, on which
 * each rule is an error; `left out`: rules on members that have none are not run, nor is anything below.
 *
 * Follows cel.NewValidator of apiextensions-apiserver.
 */
export type RunSight = Declared | "left out" | "none";

/** At the root of what rules are run on. */
export function runSightAtRoot(root: Declared): RunSight {
  return isSeen(root.schema) ? root : "none";
}

/** One step down. */
export function runSightBelow(input: {
  readonly run: RunSight;
  readonly step: Step;
  readonly child: Structural;
}): RunSight {
  const { run, step, child } = input;
  if (run === "left out") return run;
  if (isUnnamed(step)) return declaredAlone(child) ?? "left out";
  const below = run === "none" ? undefined : declaredBelow(run, step);
  return below ?? (step === "element" ? "none" : "left out");
}
