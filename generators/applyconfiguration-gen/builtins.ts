import type { BuiltinName } from "../model/index.js";
import { applyType, applyValue } from "../render/index.js";
import type { StructReference } from "./structs.js";

function reference(name: string, make: string): StructReference {
  return { type: applyType(name), make: applyValue(make) };
}

/** The types of crd-runtime that have apply configurations there. Of the others all members are optional as they are. */
export const builtinStructs: ReadonlyMap<BuiltinName, StructReference> = new Map([
  ["ObjectMeta", reference("ObjectMetaApplyConfiguration", "objectMetaApplyConfiguration")],
  [
    "OwnerReference",
    reference("OwnerReferenceApplyConfiguration", "ownerReferenceApplyConfiguration"),
  ],
  ["Condition", reference("ConditionApplyConfiguration", "conditionApplyConfiguration")],
  [
    "LabelSelector",
    reference("LabelSelectorApplyConfiguration", "labelSelectorApplyConfiguration"),
  ],
  [
    "LabelSelectorRequirement",
    reference(
      "LabelSelectorRequirementApplyConfiguration",
      "labelSelectorRequirementApplyConfiguration",
    ),
  ],
]);

/** Those that have one owner as a whole. */
export const atomicBuiltins: ReadonlySet<BuiltinName> = new Set([
  "OwnerReference",
  "LabelSelector",
]);
