import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import {
  compile,
  type FieldError,
  formatFieldError,
  ruleChecks,
  structuralOf,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { parseAllDocuments } from "yaml";
import { z } from "zod";
import {
  type ApiModel,
  type ApiVersion,
  indexModel,
  schemaNames,
  type TypesById,
} from "../../generators/model/index.js";
import type { Tree } from "../golden/case.js";
import { Dice } from "./dice.js";
import { isImportedAt } from "./path.js";
import type { Exported } from "./problems.js";
import { itemsOf, RandomObjects } from "./random-object.js";

/** Random objects of each kind and version. */
const rounds = 12;

/** Where the definition, the zod schema and the validation function of a kind do not agree; and what is wrong with definitions. */
export function agreementProblems(input: {
  readonly model: ApiModel;
  readonly files: Tree;
  readonly exported: Exported;
}): readonly string[] {
  const { model, files, exported } = input;
  const definitions = [...files]
    .filter(([path]) => path.startsWith("config/crd/"))
    .flatMap(([, text]) => parseAllDocuments(text).map((one) => one.toJS()))
    .filter(isDefinition);
  const { types } = indexModel(model);
  const versions = model.groups.flatMap((group) => group.versions);
  return definitions.flatMap((definition) => {
    const { group, names } = definition.spec;
    const refused = validateCustomResourceDefinition({
      definition,
      rules: ruleChecks(celCompiler()),
    });
    return [
      ...refused.map((error) => `${names.kind}: ${formatFieldError(error)}`),
      ...definition.spec.versions.flatMap(({ name, schema }) => {
        const version = versions.find((one) => one.group === group && one.version === name);
        const props = schema?.openAPIV3Schema;
        if (version === undefined || props === undefined) return [`${names.kind} has no ${name}`];
        return kindProblems({ types, version, kind: names.kind, props, exported });
      }),
    ];
  });
}

function isDefinition(value: unknown): value is CustomResourceDefinition {
  return z.object({ kind: z.literal("CustomResourceDefinition") }).safeParse(value).success;
}

interface KindInput {
  readonly types: TypesById;
  readonly version: ApiVersion;
  readonly kind: string;
  readonly props: JSONSchemaProps;
  readonly exported: Exported;
}

function kindProblems(input: KindInput): readonly string[] {
  const { types, version, kind, props, exported } = input;
  const type = version.types.find(({ name }) => name === kind);
  if (type === undefined) return [`there is no type ${kind}`];
  const { directory } = version;
  const schemas = `${directory}/zz_generated.schemas.ts`;
  const { passthrough, strict: strictName } = schemaNames(kind);
  const zod = exported(schemas, passthrough);
  const strict = exported(schemas, strictName);
  const validate = exported(`${directory}/zz_generated.validations.ts`, `validate_${kind}`);
  if (!(zod instanceof z.ZodType && strict instanceof z.ZodType))
    return [`${kind} has no zod schema`];
  if (typeof validate !== "function") return [`${kind} has no validation function`];
  const compiled = compile(structuralOf(props));
  const dice = new Dice(kind.length + directory.length);
  return Array.from({ length: rounds }, (_, round) => {
    const random = new RandomObjects({ dice, isWild: round % 3 === 0 });
    const object = { ...random.object(props), metadata: {} };
    const before = JSON.stringify(object);
    const issues = zod.safeParse(object).error?.issues ?? [];
    const errors = compiled.validate({ object });
    const known = errors.filter((error) => !isImportedAt({ types, type, field: fieldOf(error) }));
    const differing = compare({
      props,
      issues,
      errors,
      // Of a union the definition refuses members that another alternative has.
      known: strict.safeParse(object).success ? known : [],
      validate: () => validate({ object }),
    });
    const changed = JSON.stringify(object) === before ? [] : ["the object was changed"];
    return [...differing, ...changed].map((what) => `${directory} ${kind} ${before}: ${what}`);
  }).flat();
}

type Issue = z.core.$ZodIssue;

/** A schema that the API server does not look into takes what the type does not. */
function compare(input: {
  readonly props: JSONSchemaProps;
  readonly issues: readonly Issue[];
  readonly errors: readonly FieldError[];
  /** Of these, the ones that zod schemas know. */
  readonly known: readonly FieldError[];
  readonly validate: () => readonly FieldError[];
}): readonly string[] {
  const { props, issues, errors, known, validate } = input;
  const closed = issues.filter((issue) => !isOpen({ props, issue }));
  const problems: string[] = [];
  if (known.length > 0 && issues.length === 0) {
    problems.push(`only the definition refuses: ${known.map(formatFieldError).join("; ")}`);
  }
  // A function is given what has the type.
  const isTyped = !issues.some(isOfType);
  const found = isTyped ? validate() : [];
  const judged = isTyped ? closed : closed.filter(isOfType);
  if (judged.length > 0 && errors.length === 0 && found.length === 0) {
    problems.push(`only zod refuses: ${judged.map(shown).join("; ")}`);
  }
  return problems;
}

/** Of some errors the API server says in their text alone where they are. */
function fieldOf({ field, detail }: FieldError): string {
  if (field !== "<nil>") return field;
  const [, quoted, last] = /^"([^"]+)" must|in (\S+)$/.exec(detail) ?? [];
  return quoted ?? last ?? field;
}

function isOfType({ code, message }: Issue): boolean {
  return /^invalid_(?:type|union)$/.test(code) || message.startsWith("Invalid input: expected");
}

function shown({ path, message }: Issue): string {
  return `${path.join(".")}: ${message}`;
}

/** Whether the definition takes there what the type does not. */
function isOpen(input: { readonly props: JSONSchemaProps; readonly issue: Issue }): boolean {
  const { path } = input.issue;
  // As controller-gen's, it does not list the operators.
  if (/^matchExpressions,\d+,operator$/.test(path.slice(-3).join())) return true;
  let schema: JSONSchemaProps | undefined = input.props;
  for (const step of path) {
    if (schema === undefined || schema.type === undefined) return true;
    const parent: JSONSchemaProps = schema;
    schema =
      typeof step === "number"
        ? itemsOf(parent)
        : (parent.properties?.[String(step)] ?? entriesOf(parent));
    // What one alternative may have as null is null for all: branches do not look at it.
    if (parent.oneOf !== undefined && schema?.nullable === true) return true;
  }
  if (schema === undefined || isLoose(schema)) return true;
  // The API server takes a list for a string that has a format.
  return isOfType(input.issue) && schema.type === "string" && schema.format !== undefined;
}

function entriesOf({ additionalProperties }: JSONSchemaProps): JSONSchemaProps | undefined {
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

function isLoose(schema: JSONSchemaProps): boolean {
  return schema.type === undefined && schema["x-kubernetes-preserve-unknown-fields"] === true;
}
