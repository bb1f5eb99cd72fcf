import type { CustomResourceDefinition } from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, invalid } from "../field-error.js";
import { versionsOf } from "./lifted.js";

/** Stored versions that are missing: the storage version from the status, or one of the status from the spec. */
export function storedVersionsErrors({
  spec,
  status,
}: CustomResourceDefinition): readonly FieldError[] {
  const field = "status.storedVersions";
  const stored = status?.storedVersions ?? undefined;
  if (stored === undefined || stored.length === 0) {
    const detail = "must have at least one stored version";
    return [invalid({ field, value: stored ?? null, detail })];
  }
  const names = new Set(versionsOf(spec).map(({ name }) => name));
  const missing = versionsOf(spec)
    .filter(({ name, storage }) => storage === true && !stored.includes(name))
    .map(({ name }) => {
      const detail = `must have the storage version ${name}`;
      return invalid({ field, value: stored, detail });
    });
  const removed = stored
    .map((name, index) => ({ name, index }))
    .filter(({ name, index }) => !names.has(name) && stored.lastIndexOf(name) === index)
    .map(({ name, index }) => {
      const detail =
        `missing from spec.versions; ${name} was previously a storage version, and must remain in spec.versions until a ` +
        `storage migration ensures no data remains persisted in ${name} and removes ${name} from status.storedVersions`;
      return invalid({ field: `${field}[${index}]`, value: name, detail });
    });
  return [...missing, ...removed];
}
