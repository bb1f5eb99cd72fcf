import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import type {
  CustomResourceColumnDefinition,
  CustomResourceSubresourceScale,
} from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, forbidden, invalid, required } from "../field-error.js";
import { objectOf } from "../json.js";
import { printedSchema } from "../openapi/internal.js";
import { isSet, text } from "../openapi/props.js";
import { type RuleChecks, schemaErrors } from "../structural-from.js";
import { structuralOf } from "../structural-of.js";
import type { VersionParts } from "./lifted.js";
import { selectableFieldsErrors } from "./selectable-fields.js";

/** Schema, subresources, columns and selectable fields of a version, or of all. */
export interface PartsInput {
  readonly parts: VersionParts;
  readonly path: string;
  readonly place: "definition" | "version";
  /** Whether status is a subresource. */
  readonly status: boolean;
  readonly rules: RuleChecks | undefined;
}

const columnTypes = ["boolean", "date", "integer", "number", "string"];
const columnFormats = [
  "byte",
  "date",
  "date-time",
  "double",
  "float",
  "int32",
  "int64",
  "password",
];

/** What is wrong with the parts of a version, or with those that all versions share. */
export function partsErrors(input: PartsInput): readonly FieldError[] {
  const { parts, path, place, status, rules } = input;
  const schemaPath = place === "version" ? `${path}.schema` : `${path}.validation`;
  const props = parts.schema?.openAPIV3Schema;
  const errors: FieldError[] = [];
  if (props !== undefined) {
    const at = `${schemaPath}.openAPIV3Schema`;
    if (status) errors.push(...rootErrors(props, at));
    if (props.nullable === true) {
      errors.push(forbidden(`${at}.nullable`, "nullable cannot be true at the root"));
    }
    errors.push(...schemaErrors({ props, path: at, rules }));
  }
  const scale = objectOf(parts.subresources?.scale);
  if (scale !== undefined) errors.push(...scaleErrors(scale, `${path}.subresources`));
  parts.columns.forEach((column, index) => {
    errors.push(...columnErrors(column, `${path}.additionalPrinterColumns[${index}]`));
  });
  if (parts.selectableFields.length === 0) return errors;
  const field = `${path}.selectableFields`;
  if (props === undefined) {
    const detail =
      place === "version"
        ? "may only be set when `version.schema.openAPIV3Schema` is not included"
        : "may only be set when validations.schema is included";
    return [...errors, invalid({ field, value: "", detail })];
  }
  const schema = structuralOf(props);
  return [
    ...errors,
    ...selectableFieldsErrors({ fields: parts.selectableFields, schema, path: field }),
  ];
}

// Members of the server's internal type, in its order; those that may stand at the root beside a status subresource.
const rootMembers: readonly (readonly [keyof JSONSchemaProps, "allowed" | "forbidden"])[] = [
  ["id", "forbidden"],
  ["$schema", "forbidden"],
  ["$ref", "forbidden"],
  ["type", "allowed"],
  ["nullable", "forbidden"],
  ["default", "forbidden"],
  ["enum", "forbidden"],
  ["maxProperties", "forbidden"],
  ["minProperties", "forbidden"],
  ["allOf", "forbidden"],
  ["oneOf", "forbidden"],
  ["anyOf", "forbidden"],
  ["not", "forbidden"],
  ["additionalProperties", "forbidden"],
  ["patternProperties", "forbidden"],
  ["dependencies", "forbidden"],
  ["additionalItems", "forbidden"],
  ["definitions", "forbidden"],
  ["x-kubernetes-embedded-resource", "forbidden"],
  ["x-kubernetes-int-or-string", "forbidden"],
  ["x-kubernetes-list-map-keys", "forbidden"],
  ["x-kubernetes-list-type", "forbidden"],
  ["x-kubernetes-map-type", "forbidden"],
];
const allowedAtRoot =
  "[Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum MaxLength MinLength Pattern MaxItems " +
  "MinItems UniqueItems MultipleOf Required Items Properties ExternalDocs Example XPreserveUnknownFields XValidations]";

/** The first member that would get lost when the schema of the status is taken out. */
function rootErrors(props: JSONSchemaProps, path: string): readonly FieldError[] {
  for (const [name, rule] of rootMembers) {
    const value = props[name];
    if (!isSet(name, value)) continue;
    if (rule === "forbidden") {
      const detail = `only ${allowedAtRoot} fields are allowed at the root of the schema if the status subresource is enabled`;
      return [invalid({ field: path, value: printedSchema(props), detail })];
    }
    if (value !== "object") {
      const detail =
        'only "object" is allowed as the type at the root of the schema if the status subresource is enabled';
      return [invalid({ field: `${path}.type`, value, detail })];
    }
  }
  return [];
}

function scaleErrors(scale: CustomResourceSubresourceScale, path: string): readonly FieldError[] {
  const specReplicasPath = text(scale.specReplicasPath);
  const statusReplicasPath = text(scale.statusReplicasPath);
  const labelSelectorPath = text(scale.labelSelectorPath);
  const specField = `${path}.scale.specReplicasPath`;
  const statusField = `${path}.scale.statusReplicasPath`;
  const selectorField = `${path}.scale.labelSelectorPath`;
  return [
    ...(specReplicasPath === ""
      ? [required(specField)]
      : pathErrors({
          value: specReplicasPath,
          field: specField,
          under: [".spec."],
          detail: "should be a json path under .spec",
        })),
    ...(statusReplicasPath === ""
      ? [required(statusField)]
      : pathErrors({
          value: statusReplicasPath,
          field: statusField,
          under: [".status."],
          detail: "should be a json path under .status",
        })),
    ...(labelSelectorPath === ""
      ? []
      : pathErrors({
          value: labelSelectorPath,
          field: selectorField,
          under: [".spec.", ".status."],
          detail: "should be a json path under either .spec or .status",
        })),
  ];
}

function pathErrors(input: {
  readonly value: string;
  readonly field: string;
  readonly under: readonly string[];
  readonly detail: string;
}): readonly FieldError[] {
  const { value, field, under, detail } = input;
  if (!value.startsWith(".")) {
    return [invalid({ field, value, detail: "must be a simple json path starting with ." })];
  }
  return under.some((prefix) => value.startsWith(prefix))
    ? []
    : [invalid({ field, value, detail })];
}

function columnErrors(column: CustomResourceColumnDefinition, path: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  const type = text(column.type);
  const format = text(column.format);
  const jsonPath = text(column.jsonPath);
  if (text(column.name) === "") errors.push(required(`${path}.name`));
  const typeDetail = `must be one of ${columnTypes.join(",")}`;
  if (type === "") errors.push(required(`${path}.type`, typeDetail));
  else if (!columnTypes.includes(type)) {
    errors.push(invalid({ field: `${path}.type`, value: type, detail: typeDetail }));
  }
  if (format !== "" && !columnFormats.includes(format)) {
    const detail = `must be one of ${columnFormats.join(",")}`;
    errors.push(invalid({ field: `${path}.format`, value: format, detail }));
  }
  const field = `${path}.JSONPath`;
  if (jsonPath === "") errors.push(required(field));
  else if (!jsonPath.startsWith(".")) {
    const detail = "must be a simple json path starting with .";
    errors.push(invalid({ field, value: jsonPath, detail }));
  }
  return errors;
}
