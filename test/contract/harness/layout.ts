import { stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import { isArray, isObject, type Json } from "./json.js";

const width = 140;

/** JSON for people: members sorted, what fits on a line stands on one. */
export function layOut(value: Json, indent = ""): string {
  const flat = line(value);
  if (indent.length + flat.length <= width) return flat;
  const inner = `${indent}  `;
  if (isArray(value) && value.length > 0) {
    const items = value.map((item) => inner + layOut(item, inner));
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const members = sorted(value).map(
      ([key, member]) => `${inner}${JSON.stringify(key)}: ${layOut(member, inner)}`,
    );
    return `{\n${members.join(",\n")}\n${indent}}`;
  }
  return flat;
}

function line(value: Json): string {
  if (isArray(value)) return `[${value.map(line).join(", ")}]`;
  if (!isObject(value)) return stringifyJSON(value);
  const members = sorted(value).map(([key, member]) => `${JSON.stringify(key)}: ${line(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** What tells an exchange and an object comes first. */
const first = ["step", "status", "headers", "apiVersion", "kind", "metadata", "name", "namespace"];

function sorted(object: { readonly [member: string]: Json }): (readonly [string, Json])[] {
  return Object.entries(object).sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
}

function place(key: string): number {
  const index = first.indexOf(key);
  return index === -1 ? first.length : index;
}
