import { goFloat, goQuote } from "./text.js";
import { isMap, sortedFields } from "./value.js";

// How Go prints a value that has the wrong type; the server's messages have it so.

/** `%v`: `5`, `web`, `map[a:1]`, `[a b]`, `<nil>`. */
export function goPlain(value: unknown): string {
  if (value === null || value === undefined) return "<nil>";
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : goFloat(value);
  if (Array.isArray(value)) return `[${value.map(goPlain).join(" ")}]`;
  if (isMap(value)) {
    const members = sortedFields(value).map(([name, member]) => `${name}:${goPlain(member)}`);
    return `map[${members.join(" ")}]`;
  }
  return String(value);
}

/** `%#v`: `5`, `"web"`, `map[string]interface {}{"a":1}`, `[]interface {}{"a", "b"}`. */
export function goSyntax(value: unknown): string {
  if (value === null || value === undefined) return "interface {}(nil)";
  if (typeof value === "string") return goQuote(value);
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(", ")}}`;
  if (isMap(value)) {
    const members = sortedFields(value).map(
      ([name, member]) => `${goQuote(name)}:${goSyntax(member)}`,
    );
    return `map[string]interface {}{${members.join(", ")}}`;
  }
  return goPlain(value);
}

/** `%T`: `string`, `bool`, `int64`, `float64`, `map[string]interface {}`, `[]interface {}`. */
export function goType(value: unknown): string {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "bigint":
      return "int64";
    case "number":
      return Number.isInteger(value) ? "int64" : "float64";
    default:
      if (value === null || value === undefined) return "<nil>";
      return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
  }
}
