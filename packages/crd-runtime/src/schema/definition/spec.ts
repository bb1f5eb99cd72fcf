import type {
  CustomResourceDefinition,
  CustomResourceDefinitionSpec,
} from "../../apis/apiextensions.k8s.io/v1/types.js";
import { type FieldError, invalid, notSupported, required } from "../field-error.js";
import { dns1035LabelErrors, dnsSubdomainErrors } from "../metadata/names.js";
import { hasSchema } from "../openapi/has-schema.js";
import { schemaOf, text } from "../openapi/props.js";
import type { RuleChecks } from "../structural-from.js";
import { hasDefault } from "../structural-of.js";
import type { Printed } from "../text/printed.js";
import { conversionErrors } from "./conversion.js";
import { isEstablished } from "./established.js";
import { type LiftedSpec, liftedSpec, printedVersions, versionsOf } from "./lifted.js";
import { namesErrors } from "./names.js";
import { partsErrors } from "./parts.js";

/** A spec with its defaults. */
export interface SpecInput {
  readonly spec: CustomResourceDefinitionSpec;
  readonly old: CustomResourceDefinition | undefined;
  readonly rules: RuleChecks | undefined;
}

const scopes = ["Cluster", "Namespaced"];

/** What is wrong with the spec of a definition. */
export function specErrors({ spec, old, rules }: SpecInput): readonly FieldError[] {
  const lifted = liftedSpec(spec);
  const { common } = lifted;
  return [
    ...groupErrors(spec),
    ...scopeErrors(spec),
    ...missingSchemaErrors(lifted),
    ...preserveErrors(spec),
    ...versionsErrors({ spec, lifted, rules }),
    ...requiredNameErrors(spec),
    ...namesErrors(spec.names ?? {}, "spec.names"),
    ...partsErrors({
      parts: common,
      path: "spec",
      place: "definition",
      status: hasStatus(lifted),
      rules,
    }),
    ...conversionErrors({ spec, old }),
    ...(old === undefined ? [] : immutableErrors(spec, old)),
  ];
}

function groupErrors(spec: CustomResourceDefinitionSpec): readonly FieldError[] {
  const field = "spec.group";
  const value = text(spec.group);
  if (value === "") return [required(field)];
  const errors = dnsSubdomainErrors(value);
  if (errors.length > 0) return [invalid({ field, value, detail: errors.join(",") })];
  if (value.includes(".")) return [];
  return [invalid({ field, value, detail: "should be a domain with at least one dot" })];
}

function scopeErrors(spec: CustomResourceDefinitionSpec): readonly FieldError[] {
  const field = "spec.scope";
  const value = text(spec.scope);
  if (value === "") return [required(field)];
  return scopes.includes(value) ? [] : [notSupported({ field, value, supported: scopes })];
}

function missingSchemaErrors(lifted: LiftedSpec): readonly FieldError[] {
  if (lifted.common.schema?.openAPIV3Schema !== undefined) return [];
  return lifted.versions.flatMap(({ schema }, index) =>
    schema?.openAPIV3Schema === undefined
      ? [required(`spec.versions[${index}].schema.openAPIV3Schema`)]
      : [],
  );
}

function preserveErrors(spec: CustomResourceDefinitionSpec): readonly FieldError[] {
  if (spec.preserveUnknownFields !== true) return [];
  const defaulted = versionsOf(spec).some(({ schema }) => {
    const props = schemaOf(schema?.openAPIV3Schema);
    return props !== undefined && hasSchema(props, hasDefault);
  });
  if (!defaulted) return [];
  const detail = "must be false in order to use defaults in the schema";
  return [invalid({ field: "spec.preserveUnknownFields", value: true, detail })];
}

function versionsErrors(input: {
  readonly spec: CustomResourceDefinitionSpec;
  readonly lifted: LiftedSpec;
  readonly rules: RuleChecks | undefined;
}): readonly FieldError[] {
  const { spec, lifted, rules } = input;
  const perVersion = lifted.versions.some(({ subresources }) => subresources !== undefined);
  const errors = lifted.versions.flatMap(({ version, ...parts }, index) => {
    const path = `spec.versions[${index}]`;
    const subresources = perVersion ? parts.subresources : lifted.common.subresources;
    return [
      ...labelErrors({ field: `${path}.name`, value: text(version.name) }),
      ...deprecationErrors(version, `${path}.deprecationWarning`),
      ...partsErrors({ parts, path, place: "version", status: isSet(subresources?.status), rules }),
    ];
  });
  const names = lifted.versions.map(({ version }) => text(version.name));
  const field = "spec.versions";
  const value = (): Printed => printedVersions(spec, lifted);
  if (new Set(names).size < names.length) {
    errors.push(invalid({ field, value: value(), detail: "must contain unique version names" }));
  }
  if (lifted.versions.filter(({ version }) => version.storage === true).length !== 1) {
    const detail = "must have exactly one version marked as storage version";
    errors.push(invalid({ field, value: value(), detail }));
  }
  const [first = ""] = names;
  return first === ""
    ? errors
    : [...errors, ...labelErrors({ field: "spec.version", value: first })];
}

function labelErrors({
  field,
  value,
}: {
  readonly field: string;
  readonly value: string;
}): readonly FieldError[] {
  const errors = dns1035LabelErrors(value);
  return errors.length === 0 ? [] : [invalid({ field, value, detail: errors.join(",") })];
}

function deprecationErrors(
  version: { readonly deprecated?: boolean; readonly deprecationWarning?: string | null },
  field: string,
): readonly FieldError[] {
  const { deprecated, deprecationWarning: value } = version;
  if (typeof value !== "string") return [];
  if (deprecated !== true) {
    return [invalid({ field, value, detail: "can only be set for deprecated versions" })];
  }
  const details: string[] = [];
  if (Buffer.byteLength(value) > 256) details.push("must be <= 256 characters long");
  if (value === "") details.push("must not be an empty string");
  let index = 0;
  for (const character of value) {
    if (!/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character)) {
      details.push(
        `must only contain printable UTF-8 characters; non-printable character found at index ${index}`,
      );
      break;
    }
    index += Buffer.byteLength(character);
  }
  return details.map((detail) => invalid({ field, value, detail }));
}

function requiredNameErrors({ names }: CustomResourceDefinitionSpec): readonly FieldError[] {
  return (["plural", "singular", "kind", "listKind"] as const)
    .filter((name) => text(names?.[name]) === "")
    .map((name) => required(`spec.names.${name}`));
}

/** The scope and the kind decide how objects are stored: they stay once the definition is established. */
function immutableErrors(
  spec: CustomResourceDefinitionSpec,
  { spec: old, status }: CustomResourceDefinition,
): readonly FieldError[] {
  const established = isEstablished(status);
  const members: [string, string, string][] = [
    ["spec.group", text(spec.group), text(old.group)],
    ["spec.names.plural", text(spec.names?.plural), text(old.names?.plural)],
  ];
  if (established) {
    members.unshift(
      ["spec.scope", text(spec.scope), text(old.scope)],
      ["spec.names.kind", text(spec.names?.kind), text(old.names?.kind)],
    );
  }
  return members
    .filter(([, value, before]) => value !== before)
    .map(([field, value]) => invalid({ field, value, detail: "field is immutable" }));
}

function hasStatus({ common, versions }: LiftedSpec): boolean {
  return [common, ...versions].some(({ subresources }) => isSet(subresources?.status));
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
