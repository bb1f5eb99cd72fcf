import { at, isObject, type Json } from "./json.js";

/**
 * An entry of managedFields in one line, nothing lost:
 * `contract Update v1 status <now> {metadata{labels{. app}} spec{size}}`.
 */
export function managedFieldsText(entry: Json): string {
  const member = (name: string): string => String(at(entry, name) ?? "-");
  const known = ["manager", "operation", "apiVersion", "subresource", "time"];
  const other = Object.keys(isObject(entry) ? entry : {}).filter(
    (key) => ![...known, "fieldsType", "fieldsV1"].includes(key),
  );
  const head = known.map(member);
  if (at(entry, "fieldsType") !== "FieldsV1") head.push(`fieldsType=${member("fieldsType")}`);
  return [...head, ...other, fieldsText(at(entry, "fieldsV1") ?? null)].join(" ");
}

/** A set of FieldsV1; members in order, `f:` left out. */
function fieldsText(fields: Json): string {
  if (!isObject(fields)) return JSON.stringify(fields);
  const members = Object.keys(fields)
    .sort()
    .map((key) => {
      const name = key.startsWith("f:") ? key.slice(2) : key;
      const inner = fields[key] ?? null;
      return isObject(inner) && Object.keys(inner).length === 0
        ? name
        : `${name}${fieldsText(inner)}`;
    });
  return `{${members.join(" ")}}`;
}
