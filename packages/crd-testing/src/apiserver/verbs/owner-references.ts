import type { OwnerReference } from "crd-runtime";
import { equalJson } from "../json.js";
import type { ApiObject } from "../object.js";
import type { Warnings } from "../request/warnings.js";

const duringDecoding =
  ".metadata.ownerReferences contains duplicate entries; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ";
const afterAdmission =
  ".metadata.ownerReferences contains duplicate entries after mutating admission happens; API server dedups owner references in 1.20+, and may reject such requests as early as 1.24; please fix your requests; duplicate UID(s) observed: ";

/** Drops owner references that are there twice, and warns of them. */
export function dedupOwnerReferences(input: {
  readonly object: ApiObject;
  /** Bodies are looked at when they are decoded, results of patches later; the text says which. */
  readonly when: "admitted" | "decoded";
  readonly warnings: Warnings;
}): void {
  const { object, when, warnings } = input;
  const references = object.metadata.ownerReferences;
  if (references === undefined || references.length < 2) return;
  const kept: OwnerReference[] = [];
  const duplicates: string[] = [];
  for (const reference of references) {
    if (kept.some((other) => equalJson(other, reference))) duplicates.push(reference.uid);
    else kept.push(reference);
  }
  if (duplicates.length === 0) return;
  object.metadata.ownerReferences = kept;
  const text = when === "decoded" ? duringDecoding : afterAdmission;
  warnings.add(`${text}${duplicates.join(", ")}`);
}
