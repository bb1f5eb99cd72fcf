import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, forbidden, invalid, required } from "../field-error.js";
import { formatFieldError } from "../format-field-error.js";
import { hasDefault } from "../structural-of.js";
import { compareUtf8 } from "../text/go.js";
import { patternError } from "../value/pattern.js";
import { completenessErrors } from "./completeness.js";
import {
  additionalPropertiesOf,
  isSetInStructural,
  itemsOf,
  propertiesOf,
  propertyOf,
  rulesOf,
  schemaOf,
  schemasOf,
  text,
  texts,
} from "./props.js";

/** A schema and where it stands. */
export interface SchemaAt {
  readonly props: JSONSchemaProps;
  readonly path: string;
}

type Level = "field" | "item" | "root";
type CheckPattern = typeof patternError;

interface Place extends SchemaAt {
  readonly level: Level;
}

const levelTexts: Readonly<Record<Level, string>> = {
  root: "must not be empty at the root",
  item: "must not be empty for specified array items",
  field: "must not be empty for specified object fields",
};

/**
 * What keeps a schema from being structural, sorted by text.
 *
 * Follows schema.ValidateStructural of apiextensions-apiserver.
 */
export function structuralErrors(
  input: SchemaAt & { readonly checkPattern?: CheckPattern | undefined },
): readonly FieldError[] {
  const { props, path, checkPattern = patternError } = input;
  const errors = [
    ...invariantErrors({ props, path, level: "root", checkPattern }),
    ...completenessErrors({ props, path }),
  ];
  return sortedByText(errors);
}

/** Errors in the order of their texts. */
export function sortedByText(errors: readonly FieldError[]): readonly FieldError[] {
  if (errors.length < 2) return errors;
  return errors
    .map((error) => ({ error, text: formatFieldError(error) }))
    .sort((a, b) => compareUtf8(a.text, b.text))
    .map(({ error }) => error);
}

function invariantErrors(
  place: Place & { readonly checkPattern: CheckPattern },
): readonly FieldError[] {
  const { props, path, level, checkPattern } = place;
  const errors: FieldError[] = [];
  const type = text(props.type);
  const items = itemsOf(props);
  if (type === "array" && items === undefined) {
    errors.push(required(`${path}.items`, "must be specified"));
  }
  if (items !== undefined) {
    errors.push(
      ...invariantErrors({ props: items, path: `${path}.items`, level: "item", checkPattern }),
    );
  }
  for (const [name, property] of propertiesOf(props)) {
    const at = `${path}.properties[${name}]`;
    errors.push(...invariantErrors({ props: property, path: at, level: "field", checkPattern }));
  }
  const additional = additionalPropertiesOf(props);
  const field = `${path}.additionalProperties`;
  if (hasAdditionalProperties(props) && level === "root") {
    errors.push(forbidden(field, "must not be used at the root"));
  }
  if (additional !== undefined) {
    errors.push(
      ...invariantErrors({ props: additional, path: field, level: "field", checkPattern }),
    );
  }
  errors.push(
    ...extensionErrors({ props, path }),
    ...valueErrors({ props, path, intOrString: intOrStringPattern(props), checkPattern }),
    ...typeErrors({ props, path, level }),
    ...metaErrors({ props, path, level }),
  );
  return errors;
}

function extensionErrors({ props, path }: SchemaAt): readonly FieldError[] {
  if (props["x-kubernetes-int-or-string"] !== true) return [];
  const detail = "must be false if x-kubernetes-int-or-string is true";
  return (["x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource"] as const)
    .filter((name) => props[name] === true)
    .map((name) => invalid({ field: `${path}.${name}`, value: true, detail }));
}

function typeErrors({ props, path, level }: Place): readonly FieldError[] {
  const errors: FieldError[] = [];
  const type = text(props.type);
  const field = `${path}.type`;
  const embedded = props["x-kubernetes-embedded-resource"] === true;
  if (embedded && type !== "object") {
    const detail = "must be object if x-kubernetes-embedded-resource is true";
    errors.push(type === "" ? required(field, detail) : invalid({ field, value: type, detail }));
  } else if (type === "" && !isUntyped(props)) errors.push(required(field, levelTexts[level]));
  if (embedded && hasAdditionalProperties(props)) {
    const detail = "must not be used if x-kubernetes-embedded-resource is set";
    errors.push(forbidden(`${path}.additionalProperties`, detail));
  }
  if (level === "root" && type !== "" && type !== "object") {
    errors.push(invalid({ field, value: type, detail: "must be object at the root" }));
  }
  return errors;
}

function metaErrors({ props, path, level }: Place): readonly FieldError[] {
  const errors: FieldError[] = [];
  const embedded = props["x-kubernetes-embedded-resource"] === true;
  const checked = embedded || level === "root";
  for (const name of ["kind", "apiVersion"]) {
    const property = propertyOf(props, name);
    if (!checked || property === undefined || text(property.type) === "string") continue;
    const field = `${path}.properties[${name}].type`;
    errors.push(invalid({ field, value: text(property.type), detail: "must be string" }));
  }
  const metadata = propertyOf(props, "metadata");
  const at = `${path}.properties[metadata]`;
  if (metadata !== undefined && checked && text(metadata.type) !== "object") {
    const value = text(metadata.type);
    errors.push(invalid({ field: `${at}.type`, value, detail: "must be object" }));
  }
  if (metadata !== undefined && level === "root" && !restrictsNamesAlone(metadata)) {
    const detail =
      "must not specify anything other than name and generateName, but metadata is implicitly specified";
    errors.push(forbidden(at, detail));
  }
  if (embedded && !isPreserving(props) && propertiesOf(props).length === 0) {
    const detail =
      "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields";
    errors.push(required(`${path}.properties`, detail));
  }
  return errors;
}

function restrictsNamesAlone(metadata: JSONSchemaProps): boolean {
  const names = propertiesOf(metadata).map(([name]) => name);
  if (!names.every((name) => name === "name" || name === "generateName")) return false;
  return Object.entries(metadata).every(
    ([name, value]) =>
      ["type", "default", "properties"].includes(name) || !isSetInStructural(name, value),
  );
}

interface ValuePlace extends SchemaAt {
  /** Where the two alternatives of an int-or-string stand, which name types. */
  readonly intOrString: "allOf" | "anyOf" | undefined;
  readonly checkPattern: CheckPattern;
}

function valueErrors(place: ValuePlace): readonly FieldError[] {
  const { props, path, intOrString, checkPattern } = place;
  const errors: FieldError[] = [];
  const below = { intOrString: undefined, checkPattern };
  if (intOrString !== "anyOf") {
    schemasOf(props.anyOf).forEach((nested, index) => {
      errors.push(...nestedErrors({ ...below, props: nested, path: `${path}.anyOf[${index}]` }));
    });
  }
  schemasOf(props.allOf).forEach((nested, index) => {
    const skip = intOrString === "allOf" && index === 0 ? "anyOf" : undefined;
    errors.push(
      ...nestedErrors({
        ...below,
        props: nested,
        path: `${path}.allOf[${index}]`,
        intOrString: skip,
      }),
    );
  });
  schemasOf(props.oneOf).forEach((nested, index) => {
    errors.push(...nestedErrors({ ...below, props: nested, path: `${path}.oneOf[${index}]` }));
  });
  const not = schemaOf(props.not);
  if (not !== undefined) {
    errors.push(...nestedErrors({ ...below, props: not, path: `${path}.not` }));
  }
  const pattern = text(props.pattern);
  const problem = pattern === "" ? undefined : checkPattern(pattern);
  if (problem !== undefined) {
    const detail = `must be a valid regular expression, but isn't: ${problem}`;
    errors.push(invalid({ field: `${path}.pattern`, value: pattern, detail }));
  }
  return errors;
}

function nestedErrors(place: ValuePlace): readonly FieldError[] {
  const { props, path, checkPattern } = place;
  const errors = [...valueErrors(place)];
  const below = { intOrString: undefined, checkPattern };
  const items = itemsOf(props);
  if (items !== undefined) {
    errors.push(...nestedErrors({ ...below, props: items, path: `${path}.items` }));
  }
  for (const [name, property] of propertiesOf(props)) {
    const at = `${path}.properties[${name}]`;
    errors.push(...nestedErrors({ ...below, props: property, path: at }));
  }
  for (const [member, isSet, rule] of forbiddenInNested(props)) {
    if (isSet) errors.push(forbidden(`${path}.${member}`, `must be ${rule} to be structural`));
  }
  if (propertyOf(props, "metadata") !== undefined) {
    const detail = "must not be specified in a nested context";
    errors.push(forbidden(`${path}.properties[metadata]`, detail));
  }
  return errors;
}

/** Members that define values rather than restrict them: name, whether it is set, and what it must be. */
function forbiddenInNested(
  props: JSONSchemaProps,
): readonly (readonly [string, boolean, string])[] {
  const { additionalProperties } = props;
  return [
    ["type", text(props.type) !== "", "empty"],
    [
      "additionalProperties",
      additionalProperties === true || additionalPropertiesOf(props) !== undefined,
      "undefined",
    ],
    ["default", hasDefault(props), "undefined"],
    ["title", text(props.title) !== "", "empty"],
    ["description", text(props.description) !== "", "empty"],
    ["nullable", props.nullable === true, "false"],
    ["x-kubernetes-preserve-unknown-fields", isPreserving(props), "false"],
    ["x-kubernetes-embedded-resource", props["x-kubernetes-embedded-resource"] === true, "false"],
    ["x-kubernetes-int-or-string", props["x-kubernetes-int-or-string"] === true, "false"],
    ["x-kubernetes-list-map-keys", texts(props["x-kubernetes-list-map-keys"]).length > 0, "empty"],
    ["x-kubernetes-list-type", isText(props["x-kubernetes-list-type"]), "undefined"],
    ["x-kubernetes-map-type", isText(props["x-kubernetes-map-type"]), "undefined"],
    ["x-kubernetes-validations", rulesOf(props).length > 0, "empty"],
  ];
}

/** The two forms in which an int-or-string may name types. */
function intOrStringPattern(props: JSONSchemaProps): "allOf" | "anyOf" | undefined {
  if (isIntegerOrString(schemasOf(props.anyOf))) return "anyOf";
  const [first] = schemasOf(props.allOf);
  return first !== undefined && isIntegerOrString(schemasOf(first.anyOf)) ? "allOf" : undefined;
}

function isIntegerOrString(alternatives: readonly JSONSchemaProps[]): boolean {
  const [integer = {}, string = {}] = alternatives;
  return alternatives.length === 2 && isOnly(integer, "integer") && isOnly(string, "string");
}

function isOnly(props: JSONSchemaProps, type: string): boolean {
  const others = Object.entries(props).filter(([name]) => name !== "type");
  // Below a logic keyword, `additionalProperties: false` is dropped on the way.
  const counts = ([name, value]: [string, unknown]): boolean =>
    isSetInStructural(name, value) && !(name === "additionalProperties" && value === false);
  return props.type === type && !others.some(counts);
}

function isUntyped(props: JSONSchemaProps): boolean {
  return props["x-kubernetes-int-or-string"] === true || isPreserving(props);
}

function isPreserving(props: JSONSchemaProps): boolean {
  return props["x-kubernetes-preserve-unknown-fields"] === true;
}

function hasAdditionalProperties({ additionalProperties }: JSONSchemaProps): boolean {
  return additionalProperties !== undefined && additionalProperties !== null;
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}
