import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, forbidden, invalid, notSupported } from "../field-error.js";
import { hasDefault } from "../structural-of.js";
import { listTypeSchemaErrors, mapTypeSchemaErrors } from "./list-map-types.js";
import {
  additionalPropertiesOf,
  entries,
  itemsOf,
  propertiesOf,
  schemaOf,
  schemasOf,
  text,
} from "./props.js";
import { ruleErrors } from "./rule-errors.js";

/** A schema on the way down, and what holds for it by its place. */
interface Place {
  readonly props: JSONSchemaProps;
  readonly path: string;
  /** What has been found so far. */
  readonly errors: FieldError[];
  /** Paths of the schemas that errors are in or below. */
  readonly faulty: Set<string>;
  readonly root: boolean;
  /** Defaults are forbidden, and why. */
  readonly noDefaults: string | undefined;
  /** Below apiVersion, kind or metadata of a resource. */
  readonly insideMeta: boolean;
}

const types = ["array", "boolean", "integer", "number", "object", "string"];
const metaFields: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

/** What is wrong with a schema, and the paths of the schemas that it is in or below. */
export interface OpenAPIErrors {
  readonly errors: readonly FieldError[];
  readonly faulty: ReadonlySet<string>;
}

/**
 * What the dialect of CustomResourceDefinitions forbids in a schema, apart from structure: keywords, combinations, list
 * types, members of rules.
 *
 * Follows ValidateCustomResourceDefinitionOpenAPISchema of apiextensions-apiserver.
 */
export function openAPIErrors(input: {
  readonly props: JSONSchemaProps;
  readonly path: string;
}): OpenAPIErrors {
  const errors: FieldError[] = [];
  const faulty = new Set<string>();
  addErrors({ ...input, errors, faulty, root: true, noDefaults: undefined, insideMeta: false });
  return { errors, faulty };
}

function addErrors(place: Place): void {
  const { props, path, errors, faulty } = place;
  const before = errors.length;
  addKeywordErrors(place);
  if (props.uniqueItems === true) {
    const detail =
      "uniqueItems cannot be set to true since the runtime complexity becomes quadratic";
    errors.push(forbidden(`${path}.uniqueItems`, detail));
  }
  addAdditionalPropertiesErrors(place);
  addPropertiesErrors(place);
  addLogicErrors(place);
  addItemsErrors(place);
  for (const [name, value] of entries(props.dependencies)) {
    addNested(place, { props: value, path: `${path}.dependencies[${name}]` });
  }
  if (props["x-kubernetes-preserve-unknown-fields"] === false) {
    const field = `${path}.x-kubernetes-preserve-unknown-fields`;
    errors.push(invalid({ field, value: false, detail: "must be true or undefined" }));
  }
  errors.push(
    ...mapTypeSchemaErrors({ props, path }),
    ...listTypeSchemaErrors({ props, path }),
    ...ruleErrors({ props, path }),
  );
  if (errors.length > before) faulty.add(path);
}

function addNested(place: Place, change: Pick<Place, "path" | "props"> & Partial<Place>): void {
  const { errors, faulty } = place;
  const { props, path, noDefaults = place.noDefaults, insideMeta = place.insideMeta } = change;
  addErrors({ props, path, errors, faulty, root: false, noDefaults, insideMeta });
}

function addKeywordErrors({ props, path, errors, noDefaults, insideMeta }: Place): void {
  const type = text(props.type);
  if (type !== "" && !types.includes(type)) {
    errors.push(notSupported({ field: `${path}.type`, value: type, supported: types }));
  }
  if (hasDefault(props) && noDefaults !== undefined) {
    errors.push(forbidden(`${path}.default`, `must not be set ${noDefaults}`));
  }
  for (const name of unsupportedKeywords(props)) {
    errors.push(forbidden(`${path}.${name}`, `${name} is not supported`));
  }
  if (type === "null") {
    const detail = "type cannot be set to null, use nullable as an alternative";
    errors.push(forbidden(`${path}.type`, detail));
  }
  if (Array.isArray(props.items) && props.items.length > 0) {
    errors.push(forbidden(`${path}.items`, "items must be a schema object and not an array"));
  }
  if (insideMeta && props["x-kubernetes-embedded-resource"] === true) {
    const field = `${path}.x-kubernetes-embedded-resource`;
    errors.push(forbidden(field, "must not be used inside of resource meta"));
  }
}

function unsupportedKeywords(props: JSONSchemaProps): readonly string[] {
  const found: string[] = [];
  if (text(props.id) !== "") found.push("id");
  if (isSet(props.additionalItems)) found.push("additionalItems");
  if (entries(props.patternProperties).length > 0) found.push("patternProperties");
  if (entries(props.definitions).length > 0) found.push("definitions");
  if (isSet(props.dependencies)) found.push("dependencies");
  if (isSet(props.$ref)) found.push("$ref");
  return found;
}

function addAdditionalPropertiesErrors(place: Place): void {
  const { props, path, errors, insideMeta } = place;
  if (!isSet(props.additionalProperties)) return;
  const field = `${path}.additionalProperties`;
  if (propertiesOf(props).length > 0 && props.additionalProperties !== true) {
    const detail = "additionalProperties and properties are mutual exclusive";
    errors.push(forbidden(field, detail));
  }
  const schema = additionalPropertiesOf(props);
  if (schema === undefined) return;
  const noDefaults = insideMeta
    ? "inside additionalProperties applying to object metadata"
    : place.noDefaults;
  addNested(place, { props: schema, path: field, noDefaults });
}

function addPropertiesErrors(place: Place): void {
  const { props, path, root } = place;
  const resource = root || props["x-kubernetes-embedded-resource"] === true;
  for (const [name, property] of propertiesOf(props)) {
    const at = { props: property, path: `${path}.properties[${name}]` };
    if (!resource || !metaFields.has(name)) addNested(place, at);
    else {
      const noDefaults = root ? `in top-level ${name}` : place.noDefaults;
      addNested(place, { ...at, insideMeta: true, noDefaults });
    }
  }
}

function addLogicErrors(place: Place): void {
  const { props, path } = place;
  const not = schemaOf(props.not);
  if (not !== undefined) addNested(place, { props: not, path: `${path}.not` });
  for (const keyword of ["allOf", "oneOf", "anyOf"] as const) {
    schemasOf(props[keyword]).forEach((item, index) => {
      addNested(place, { props: item, path: `${path}.${keyword}[${index}]` });
    });
  }
  for (const [name, definition] of entries(props.definitions)) {
    addNested(place, { props: definition, path: `${path}.definitions[${name}]` });
  }
}

function addItemsErrors(place: Place): void {
  const { props, path } = place;
  const items = itemsOf(props);
  if (items !== undefined) {
    addNested(place, { props: items, path: `${path}.items` });
    return;
  }
  schemasOf(props.items).forEach((item, index) => {
    addNested(place, { props: item, path: `${path}.items[${index}]` });
  });
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
