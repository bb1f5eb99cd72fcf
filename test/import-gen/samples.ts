import { isJsonObject, type JsonValue } from "../../generators/model/index.js";
import type { JsonObject } from "./round-trip.js";

/** How many properties an object gets: those that are required, or all. */
export type Fullness = "least" | "all";

/** A requirement of a label selector, whose operators are any text to a schema, and four words to Kubernetes. */
function isSelector(properties: JsonValue | undefined): boolean {
  return (
    isJsonObject(properties) && Object.keys(properties).sort().join() === "key,operator,values"
  );
}

/** Members of Kubernetes' types that are any text to a schema, and one of a few words to Kubernetes. */
const words: Readonly<Record<string, string>> = {
  effect: "NoExecute",
  fsGroupChangePolicy: "Always",
  imagePullPolicy: "Always",
  operator: "Exists",
  procMount: "Default",
  protocol: "TCP",
  pullPolicy: "Always",
  supplementalGroupsPolicy: "Strict",
};

/** A text for a member: what it says elsewhere does not matter to a schema. */
function textFor(input: { readonly name: string; readonly siblings: readonly string[] }): string {
  const { name, siblings } = input;
  if (name === "type" && siblings.includes("localhostProfile")) return "Localhost";
  if (name === "type" && siblings.includes("path")) return "Directory";
  return words[name] ?? "x";
}

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
  /** What texts are. */
  readonly text?: string;
}): JsonValue {
  const { schema, fullness, text = "x" } = input;
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
      return text;
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
      if (isSelector(properties)) {
        return { key: "x", operator: "In", ...(isFull && { values: ["x"] }) };
      }
      const entries = Object.entries(isJsonObject(properties) ? properties : {}).filter(
        ([name, one]) => isJsonObject(one) && (isFull || names.includes(name)),
      );
      return {
        ...Object.fromEntries(
          entries.map(([name, one]) => [
            name,
            sampleOf({
              schema: isJsonObject(one) ? one : {},
              fullness,
              text: textFor({
                name,
                siblings: Object.keys(isJsonObject(properties) ? properties : {}),
              }),
            }),
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
