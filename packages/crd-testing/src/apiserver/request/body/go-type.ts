/** Go's name of the JSON type of a value, as it stands in the texts of encoding/json. */
export function goTypeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value === "bigint" ? "number" : typeof value;
}

/** The text of JSON that is something else than the object that it should be. */
export function noTypedObject(value: unknown): string {
  const type =
    'struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }';
  return `couldn't get version/kind; json parse error: json: cannot unmarshal ${goTypeOf(value)} into Go value of type ${type}`;
}

/** The text of an `apiVersion` or `kind` that is no text. */
export function noTypeText(name: "apiVersion" | "kind", value: unknown): string {
  return `couldn't get version/kind; json parse error: json: cannot unmarshal ${goTypeOf(value)} into Go struct field .${name} of type string`;
}
