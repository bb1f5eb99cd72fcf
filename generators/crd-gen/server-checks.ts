import {
  type CelCompiler,
  type DefinitionInput,
  type FieldError,
  formatFieldError,
  ruleChecks,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import { constraintsOf, type TypesById, withoutPath } from "../model/index.js";
import type { CustomResourceDefinition, VersionedKind } from "./crd.js";
import type { JSONSchemaProps } from "./schema.js";
import { type Anchor, anchorsOf, type PathStep, schemaPath } from "./schema-path.js";

const inSchema = /^spec\.(?:versions\[(\d+)\]\.schema|validation)\.openAPIV3Schema(.*)$/s;
/** Of what is checked before, with words of our own. */
const elsewhere = /^(?:spec\.names|spec\.group|status|metadata\.name$)/;
const approval = "api-approved.kubernetes.io";
const longestProblem = 300;

/** What the API server would refuse in a definition, at the types and tags that it was made of. */
export function serverProblems(input: {
  readonly crd: CustomResourceDefinition;
  readonly kind: VersionedKind;
  readonly types: TypesById;
  readonly cel: CelCompiler;
}): readonly Diagnostic[] {
  const { crd, kind, types, cel } = input;
  // Its type has lists that may be changed, and nothing is changed here.
  const definition = crd as unknown as DefinitionInput["definition"];
  const errors = validateCustomResourceDefinition({ definition, rules: ruleChecks(cel) });
  return withoutSums(errors).flatMap((error) => {
    const [, index = "0", path] = inSchema.exec(error.field) ?? [];
    const name = kind.stored.kind.kind;
    if (path === undefined) {
      if (elsewhere.test(error.field) || isUnapproved({ crd, error })) return [];
      const parameters = { kind: name, subject: error.field, problem: problemText(error) };
      const hint = liftedHint(error);
      return [diagnostic("crd/refused", parameters, { span: tagSpan({ kind, error }), hint })];
    }
    const entry = kind.versions[Number(index)] ?? kind.stored;
    const version = crd.spec.versions[Number(index)] ?? crd.spec.versions[0];
    const { steps, rest } = schemaPath(path);
    const schema = version === undefined ? {} : version.schema.openAPIV3Schema;
    const anchors = anchorsOf({ types, type: entry.type, steps });
    const [anchor] = anchors;
    const found = placeOf({ anchors, rest, schema: schemaAt(schema, steps) });
    const key = rest === "" ? "" : `${rest}: `;
    const parameters = {
      kind: name,
      subject: anchor?.subject ?? `type ${entry.type.name}`,
      problem: `${key}${problemText(error)}`,
    };
    const hint = costHint({ error, schema, steps });
    return [diagnostic("crd/refused", parameters, { span: found ?? entry.type.span, hint })];
  });
}

/** Of a group that needs an approval, where none is given: said of the group. */
function isUnapproved(input: {
  readonly crd: CustomResourceDefinition;
  readonly error: FieldError;
}): boolean {
  const { crd, error } = input;
  return error.field === `metadata.annotations[${approval}]` && !isApproved(crd);
}

/** Whether a definition says who approved the API, as those of protected groups must. */
export function isApproved({ metadata }: CustomResourceDefinition): boolean {
  return Object.hasOwn(metadata.annotations ?? {}, approval);
}

/** Tags that the parts of a version are made of; of the lists one tag an element. */
const tagsOfParts: ReadonlyMap<string, string> = new Map([
  ["additionalPrinterColumns", "kubebuilder:printcolumn"],
  ["selectableFields", "kubebuilder:selectablefield"],
  ["subresources", "kubebuilder:subresource:scale"],
  ["deprecationWarning", "kubebuilder:deprecatedversion"],
]);

/** The tag that made what is refused outside the schema, or else a patch, or else the type. */
function tagSpan(input: { readonly kind: VersionedKind; readonly error: FieldError }): SourceSpan {
  const { kind, error } = input;
  const [, version = "", part = "", index = "0"] =
    /^spec\.(?:versions\[(\d+)\]\.)?(\w+)(?:\[(\d+)\])?/.exec(error.field) ?? [];
  // What all versions say alike the server takes out of them.
  const { type } = kind.versions[Number(version)] ?? kind.stored;
  const name = error.field.startsWith("metadata.") ? "kubebuilder:metadata" : tagsOfParts.get(part);
  const made = type.tags.filter((tag) => tag.name === name)[Number(index)];
  const patch = kind.stored.type.tags.find((tag) => tag.name === "crd-project:patch");
  return (made ?? patch ?? type).span;
}

/** The server puts what is alike in all versions in one place, each part by itself, and there misses the schemas. */
function liftedHint({ field, detail }: FieldError): string | undefined {
  return field === "spec.selectableFields" && detail.includes("validations.schema")
    ? "versions with different schemas cannot have the same selectable fields: leave the tag out of one of them"
    : undefined;
}

/** Without what the server says of all rules together, where it says of one that it costs too much. */
function withoutSums(errors: readonly FieldError[]): readonly FieldError[] {
  const isCostly = errors.some(({ detail }) =>
    /^estimated (?:rule|messageExpression) cost/.test(detail),
  );
  return isCostly
    ? errors.filter(
        ({ detail }) => !/^contributed to|^x-kubernetes-validations estimated/.test(detail),
      )
    : errors;
}

/** The server's words without the path; of an error of CEL its first line. */
function problemText(error: FieldError): string {
  const isObject = typeof error.badValue === "object" && error.badValue !== null;
  const text = isObject ? error.detail : formatFieldError(error);
  const own = text.startsWith(`${error.field}: `) ? text.slice(error.field.length + 2) : text;
  const cel = /ERROR: <input>:\d+:\d+: ([^\n|]*)/.exec(own)?.[1];
  const line = (cel === undefined ? own : `the expression does not compile: ${cel.trim()}`).replace(
    /\s*\n\s*/g,
    " ",
  );
  return line.length <= longestProblem ? line : `${line.slice(0, longestProblem)}...`;
}

function schemaAt(
  schema: JSONSchemaProps,
  steps: readonly PathStep[],
): JSONSchemaProps | undefined {
  return steps.reduce<JSONSchemaProps | undefined>((current, step) => below(current, step), schema);
}

function below(schema: JSONSchemaProps | undefined, step: PathStep): JSONSchemaProps | undefined {
  if (step.kind !== "property") return schema?.[step.kind];
  const { properties = {} } = schema ?? {};
  return Object.hasOwn(properties, step.name) ? properties[step.name] : undefined;
}

/** The tag that says what is refused, or else the nearest declaration. */
function placeOf(input: {
  readonly anchors: readonly Anchor[];
  readonly rest: string;
  readonly schema: JSONSchemaProps | undefined;
}): SourceSpan | undefined {
  const { anchors, rest, schema } = input;
  const [, key = "", index] = /^([\w-]*)(?:\[(\d+)\])?/.exec(rest) ?? [];
  const rule = schema?.["x-kubernetes-validations"]?.[Number(index)]?.rule;
  for (const { member, tags, path } of anchors) {
    if (key === "default" && member?.default !== undefined && path.length === 0) {
      return member.default.span;
    }
    const said = constraintsOf(tags).find(
      ({ values, path: steps }) =>
        steps.length === path.length &&
        steps.every((step, at) => step === path[at] || step === "each") &&
        (key === "x-kubernetes-validations"
          ? values[key]?.some((one) => one.rule === rule) === true
          : Object.hasOwn(values, key)),
    );
    if (said !== undefined) return said.tag.span;
    const raw = tags.find(
      ({ name }) =>
        /^crd-project:(?:[\w:]+:)?schema(?::replace)?$/.test(name) &&
        withoutPath(name).path.length <= path.length,
    );
    if (raw !== undefined) return raw.span;
  }
  return anchors[0]?.span;
}

/** Lists and maps on the way without a limit, which make a rule in them cost without limit. */
function costHint(input: {
  readonly error: FieldError;
  readonly schema: JSONSchemaProps;
  readonly steps: readonly PathStep[];
}): string | undefined {
  if (!input.error.detail.includes("exceeds budget")) return undefined;
  const open = new Set<string>();
  let current: JSONSchemaProps | undefined = input.schema;
  let name = "";
  for (const step of input.steps) {
    if (step.kind === "property") name = step.name;
    else addOpen({ open, schema: current, name });
    current = below(current, step);
  }
  addOpen({ open, schema: current, name });
  if (current?.items !== undefined) addOpen({ open, schema: current.items, name: "items" });
  return open.size === 0
    ? "give MaxLength, MaxItems or MaxProperties to what the rule goes through"
    : `add ${[...open].join(", ")}, or simplify the rule`;
}

/** Adds the limit that a value lacks. */
function addOpen(input: {
  readonly open: Set<string>;
  readonly schema: JSONSchemaProps | undefined;
  readonly name: string;
}): void {
  const { open, schema = {}, name } = input;
  if (schema.type === "array" && schema.maxItems === undefined) open.add(`MaxItems to '${name}'`);
  if (schema.additionalProperties !== undefined && schema.maxProperties === undefined) {
    open.add(`MaxProperties to '${name}'`);
  }
  if (schema.type === "string" && schema.maxLength === undefined) {
    open.add(name === "items" ? "items:MaxLength" : `MaxLength to '${name}'`);
  }
}
