import { type FieldError, formatFieldError } from "crd-runtime/schema";
import type { SourceSpan } from "../diagnostics/index.js";
import { type ApiType, constraintsOf, type TypesById, withoutPath } from "../model/index.js";
import { insideOf, type JSONSchemaProps } from "./schema.js";
import { type Anchor, anchorsOf, type PathStep, schemaPath } from "./schema-path.js";

const longestProblem = 300;

/** What the API server would refuse in the schema of a type, in terms of the declarations that it was made of. */
export interface Refusal {
  /** `type Widget`, `member 'size'`. */
  readonly subject: string;
  readonly problem: string;
  readonly span: SourceSpan;
  readonly hint: string | undefined;
}

/** Finds the tag, member or type that an error about a schema comes from; `path` leads into the schema: `.properties[spec].pattern`. */
export function refusalOf(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly schema: JSONSchemaProps;
  readonly path: string;
  readonly error: FieldError;
}): Refusal {
  const { types, type, schema, error } = input;
  const { steps, rest } = schemaPath(input.path);
  const anchors = anchorsOf({ types, type, steps });
  const [anchor] = anchors;
  const found = placeOf({ anchors, rest, schema: schemaAt(schema, steps) });
  const key = rest === "" ? "" : `${rest}: `;
  return {
    subject: anchor?.subject ?? `type ${type.name}`,
    problem: `${key}${problemText(error)}`,
    span: found ?? type.span,
    hint: sightHint(error) ?? costHint({ error, schema, steps, rest }),
  };
}

/** Without what the server says of all rules together, where it says of one that it costs too much. */
export function withoutSums(errors: readonly FieldError[]): readonly FieldError[] {
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
export function problemText(error: FieldError): string {
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
  if (step.kind !== "property") return schema && insideOf({ schema, step: step.kind });
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

/** What to do about rules that the server has no type for. */
function sightHint({ type, detail }: FieldError): string | undefined {
  if (type !== "InternalError") return undefined;
  return detail.includes("unable to convert")
    ? "rules see no values without a type, nor anything in them when there are rules around: say 'type' beside x-kubernetes-preserve-unknown-fields"
    : "values of the type around this have no elements: leave out its 'additionalProperties' or 'items', or all rules in these";
}

/** Lists and maps on the way without a limit, which make a rule in them cost without limit. */
function costHint(input: {
  readonly error: FieldError;
  readonly schema: JSONSchemaProps;
  readonly steps: readonly PathStep[];
  readonly rest: string;
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
  if (open.size > 0) return `add ${[...open].join(", ")}, or simplify the rule`;
  const limits = "give MaxLength, MaxItems or MaxProperties to what the rule goes through";
  return joinsMadeText({ schema: current, rest: input.rest })
    ? `${limits}; make a text with numbers in it by one '...%d...'.format([...]), and join it to nothing`
    : limits;
}

/** Whether the refused expression makes texts: the server takes them for ones of any length, and no limit in the schema helps. */
function joinsMadeText(input: {
  readonly schema: JSONSchemaProps | undefined;
  readonly rest: string;
}): boolean {
  const [, index, key] = /^x-kubernetes-validations\[(\d+)\]\.(\w+)/.exec(input.rest) ?? [];
  const rule = input.schema?.["x-kubernetes-validations"]?.[Number(index)];
  const expression = key === "messageExpression" ? rule?.messageExpression : rule?.rule;
  return expression !== undefined && /(?<![\w.])string\s*\(|\.format\s*\(/.test(expression);
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
