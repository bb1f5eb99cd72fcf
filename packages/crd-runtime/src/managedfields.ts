/**
 * Server-side apply by the rules of the API server: sets of fields, and values compared, merged and taken apart by them.
 * Follows structured-merge-diff.
 *
 * @example
 * import { extractItems, FieldSet, parseableType } from "crd-runtime/managedfields";
 *
 * const owned = FieldSet.fromJSON(entry.fieldsV1);
 * const applied = extractItems({ value: object, type: parseableType(schema), fields: owned.leaves() });
 */
export * from "./managedfields/index.js";
