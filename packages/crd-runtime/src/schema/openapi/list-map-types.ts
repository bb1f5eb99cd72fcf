import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, forbidden, invalid, notSupported, required } from "../field-error.js";
import { hasDefault } from "../structural-of.js";
import { Printed } from "../text/printed.js";
import { itemsText } from "./internal.js";
import { itemsOf, propertyOf, text, texts } from "./props.js";
import type { SchemaAt } from "./structural-errors.js";

const listType = "x-kubernetes-list-type";
const listMapKeys = "x-kubernetes-list-map-keys";
const mapType = "x-kubernetes-map-type";

/** What is wrong with x-kubernetes-map-type. */
export function mapTypeSchemaErrors({ props, path }: SchemaAt): readonly FieldError[] {
  const value: string | undefined = props[mapType];
  if (value === undefined || value === null) return [];
  const errors = [...typeErrors({ props, path, wanted: "object", because: mapType })];
  if (value !== "atomic" && value !== "granular") {
    const supported = ["atomic", "granular"];
    errors.push(notSupported({ field: `${path}.${mapType}`, value, supported }));
  }
  return errors;
}

/** What is wrong with x-kubernetes-list-type and the keys of lists of type map. */
export function listTypeSchemaErrors({ props, path }: SchemaAt): readonly FieldError[] {
  const errors: FieldError[] = [];
  const value: string | undefined = props[listType] ?? undefined;
  const keys = texts(props[listMapKeys]);
  const field = `${path}.${listType}`;
  if (value !== undefined && text(props.type) !== "array") {
    errors.push(...typeErrors({ props, path, wanted: "array", because: listType }));
  } else if (value === "set") errors.push(...setItemErrors({ props, path }));
  if (value !== undefined && !["atomic", "set", "map"].includes(value)) {
    errors.push(notSupported({ field, value, supported: ["atomic", "set", "map"] }));
  }
  if (keys.length > 0 && value !== "map") {
    const detail = `must be map if ${listMapKeys} is non-empty`;
    errors.push(value === undefined ? required(field, detail) : invalid({ field, value, detail }));
  }
  if (value === "map") errors.push(...mapListErrors({ props, path, keys }));
  if (value === "map" || value === "set") errors.push(...uniqueItemErrors({ props, path, keys }));
  return errors;
}

function typeErrors(
  input: SchemaAt & { readonly wanted: string; readonly because: string },
): readonly FieldError[] {
  const { props, path, wanted, because } = input;
  const type = text(props.type);
  if (type === wanted) return [];
  const field = `${path}.type`;
  const detail = `must be ${wanted} if ${because} is specified`;
  return [type === "" ? required(field, detail) : invalid({ field, value: type, detail })];
}

function setItemErrors({ props, path }: SchemaAt): readonly FieldError[] {
  const items = itemsOf(props);
  if (items === undefined) return [];
  const detail = "must be atomic as item of a list with x-kubernetes-list-type=set";
  const value = items[listType] ?? null;
  if (items.type === "array" && value !== null && value !== "atomic") {
    return [invalid({ field: `${path}.items.${listType}`, value, detail })];
  }
  if (items.type !== "object" || items[mapType] === "atomic") return [];
  // The list type is what the server shows here, too.
  return [invalid({ field: `${path}.items.${mapType}`, value, detail })];
}

interface MapListInput extends SchemaAt {
  readonly keys: readonly string[];
}

function mapListErrors({ props, path, keys }: MapListInput): readonly FieldError[] {
  const errors: FieldError[] = [];
  const items = itemsOf(props);
  const field = `${path}.${listMapKeys}`;
  if (keys.length === 0) {
    errors.push(required(field, "must not be empty if x-kubernetes-list-type is map"));
  }
  if (props.items === undefined || props.items === null) {
    const detail = "must have a schema if x-kubernetes-list-type is map";
    errors.push(required(`${path}.items`, detail));
  } else if (items === undefined) {
    const detail = "must only have a single schema if x-kubernetes-list-type is map";
    errors.push(
      invalid({ field: `${path}.items`, value: new Printed(itemsText(props.items)), detail }),
    );
  } else if (items.type !== "object") {
    const detail = "must be object if parent array's x-kubernetes-list-type is map";
    errors.push(invalid({ field: `${path}.items.type`, value: text(items.type), detail }));
  } else errors.push(...keyErrors({ props, path, keys, items }));
  return errors;
}

function keyErrors(
  input: MapListInput & { readonly items: JSONSchemaProps },
): readonly FieldError[] {
  const { path, keys, items } = input;
  const errors: FieldError[] = [];
  const field = `${path}.${listMapKeys}`;
  const seen = new Set<string>();
  for (const key of keys) {
    const property = propertyOf(items, key);
    if (property === undefined) {
      errors.push(
        invalid({ field, value: keys, detail: "entries must all be names of item properties" }),
      );
    } else if (property.type === "array" || property.type === "object") {
      const detail = "must be a scalar type if parent array's x-kubernetes-list-type is map";
      const at = `${path}.items.properties[${key}].type`;
      errors.push(invalid({ field: at, value: text(items.type), detail }));
    }
    if (seen.has(key)) {
      errors.push(invalid({ field, value: keys, detail: "must not contain duplicate entries" }));
    }
    seen.add(key);
  }
  return errors;
}

/** Elements of lists of type set or map are no null, and keys of elements are always there. */
function uniqueItemErrors({ props, path, keys }: MapListInput): readonly FieldError[] {
  const items = itemsOf(props);
  if (items === undefined) return [];
  const errors: FieldError[] = [];
  const type = text(props[listType]);
  if (items.nullable === true) {
    const detail = `cannot be nullable when x-kubernetes-list-type is ${type}`;
    errors.push(forbidden(`${path}.items.nullable`, detail));
  }
  if (type !== "map") return errors;
  const always = new Set(texts(items.required));
  for (const key of keys) {
    const property = propertyOf(items, key);
    if (property === undefined) continue;
    const at = `${path}.items.properties[${key}]`;
    const because = "this property is in x-kubernetes-list-map-keys, so it";
    if (!always.has(key) && !hasDefault(property)) {
      errors.push(
        required(`${at}.default`, `${because} must have a default or be a required property`),
      );
    }
    if (property.nullable === true) {
      errors.push(forbidden(`${at}.nullable`, `${because} cannot be nullable`));
    }
  }
  return errors;
}
