import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import type { JsonObject } from "./round-trip.js";

/** How many properties an object gets: those that are required, or all. */
export type Fullness = "least" | "all";

/** Where an enum of a type and one of the place both hold, the second is the narrower one. */
function lastEnum(allOf: JsonValue | undefined): JsonValue | undefined {
  const list: readonly JsonValue[] = Array.isArray(allOf) ? allOf : [];
  const last = list.at(-1);
  return isJsonObject(last) ? last["enum"] : undefined;
}

/** An object's part that a schema accepts, as far as types go: patterns, bounds and rules are not looked at. */
export function sampleOf(input: {
  readonly schema: JsonObject;
  readonly fullness: Fullness;
}): JsonValue {
  const { schema, fullness } = input;
  const { type, items, additionalProperties, properties, required } = schema;
  const isFull = fullness === "all";
  if (schema["nullable"] === true && !isFull) return null;
  const values = schema["enum"] ?? lastEnum(schema["allOf"]);
  if (Array.isArray(values)) {
    const allowed: readonly JsonValue[] = values;
    return allowed[isFull ? allowed.length - 1 : 0] ?? null;
  }
  if (schema["x-kubernetes-int-or-string"] === true) return isFull ? "1" : 1;
  switch (type) {
    case "string":
      return "x";
    case "integer":
      return 1;
    case "number":
      return 1.5;
    case "boolean":
      return true;
    case "array":
      return isFull && isJsonObject(items) ? [sampleOf({ schema: items, fullness })] : [];
    case "object": {
      const names = Array.isArray(required) ? required.map(String) : [];
      const entries = Object.entries(isJsonObject(properties) ? properties : {}).filter(
        ([name, one]) => isJsonObject(one) && (isFull || names.includes(name)),
      );
      return {
        ...Object.fromEntries(
          entries.map(([name, one]) => [
            name,
            sampleOf({ schema: isJsonObject(one) ? one : {}, fullness }),
          ]),
        ),
        ...(isFull &&
          isJsonObject(additionalProperties) && {
            key: sampleOf({ schema: additionalProperties, fullness }),
          }),
      };
    }
    default:
      return isFull ? { any: [1, "x", null] } : "x";
  }
}
