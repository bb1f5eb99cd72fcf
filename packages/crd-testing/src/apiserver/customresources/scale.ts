import type { FieldError } from "crd-runtime/schema";
import { invalid } from "crd-runtime/schema";
import type { ApiObject } from "../object.js";
import type { ScalePaths } from "../resources/resource.js";

const maxInt32 = 2 ** 31 - 1;

/** What is wrong with the replicas that are asked for. Follows customresource.ValidateScaleSpec. */
export function scaleSpecErrors(object: ApiObject, scale: ScalePaths): readonly FieldError[] {
  return replicasErrors({ object, path: scale.specReplicasPath });
}

/** What is wrong with the observed replicas and their selector. Follows customresource.ValidateScaleStatus. */
export function scaleStatusErrors(object: ApiObject, scale: ScalePaths): readonly FieldError[] {
  const errors = replicasErrors({ object, path: scale.statusReplicasPath });
  const path = scale.labelSelectorPath;
  if (path === undefined) return errors;
  const found = nested({ object, path });
  if (found.error !== undefined) {
    return [...errors, invalid({ field: path, value: "", detail: found.error })];
  }
  if (found.value === undefined || typeof found.value === "string") return errors;
  const detail = accessorError({ path, value: found.value, expected: "string" });
  return [...errors, invalid({ field: path, value: "", detail })];
}

function replicasErrors(input: {
  readonly object: ApiObject;
  readonly path: string;
}): readonly FieldError[] {
  const { object, path } = input;
  const { value, error } = nested({ object, path });
  if (error !== undefined) return [invalid({ field: path, value: 0, detail: error })];
  if (value === undefined) return [];
  if (!isInteger(value)) {
    const detail = accessorError({ path, value, expected: "int64" });
    return [invalid({ field: path, value: 0, detail })];
  }
  if (value < 0)
    return [invalid({ field: path, value, detail: "should be a non-negative integer" })];
  if (value <= maxInt32) return [];
  const detail = `should be less than or equal to ${maxInt32}`;
  return [invalid({ field: path, value, detail })];
}

function isInteger(value: unknown): value is bigint | number {
  return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
}

/** Follows a simple path such as `.spec.replicas`; undefined where nothing stands. */
export function nested(input: { readonly object: ApiObject; readonly path: string }): {
  readonly value?: unknown;
  readonly error?: string;
} {
  const { object, path } = input;
  let value: unknown = object;
  const names = path.replace(/^\./, "").split(".");
  for (const [index, name] of names.entries()) {
    if (value === null) return {};
    if (typeof value !== "object" || Array.isArray(value)) {
      const reached = names.slice(0, index + 1).join(".");
      return { error: accessorError({ path: reached, value, expected: expectedObject }) };
    }
    const members = value as Readonly<Record<string, unknown>>;
    if (!Object.hasOwn(members, name)) return {};
    value = members[name];
  }
  return { value };
}

const objectType = "map[string]interface {}";
/** The server's own words, not Go's name of the type. */
const expectedObject = "map[string]interface{}";

function accessorError(input: {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
}): string {
  const { path, value, expected } = input;
  const dotted = path.startsWith(".") ? path : `.${path}`;
  return `${dotted} accessor error: ${goValue(value)} is of the type ${goType(value)}, expected ${expected}`;
}

function goType(value: unknown): string {
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
      if (value === null) return "<nil>";
      return Array.isArray(value) ? "[]interface {}" : objectType;
  }
}

/** Go's %v. */
function goValue(value: unknown): string {
  if (value === null) return "<nil>";
  if (Array.isArray(value)) return `[${value.map(goValue).join(" ")}]`;
  if (typeof value !== "object") return String(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${members.map(([name, member]) => `${name}:${goValue(member)}`).join(" ")}]`;
}
