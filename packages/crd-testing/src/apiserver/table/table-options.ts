import { formatFieldError, invalid } from "crd-runtime/schema";
import { firstValue, type QueryValues } from "../request/query.js";
import { badRequest } from "../status/index.js";

/** What the rows of a table have as `object`: nothing, the metadata, the whole object. */
export type IncludeObject = "Metadata" | "None" | "Object";

/** Reads `includeObject` of TableOptions. @throws StatusError 400 */
export function includeObjectOf(query: QueryValues): IncludeObject {
  const value = firstValue(query, "includeObject") ?? "";
  if (value === "") return "Metadata";
  if (value === "Metadata" || value === "None" || value === "Object") return value;
  const error = invalid({
    field: "includeObject",
    value,
    detail: "must be 'Metadata', 'Object', 'None', or empty",
  });
  throw badRequest(`Unable to convert to Table as requested: ${formatFieldError(error)}`);
}
