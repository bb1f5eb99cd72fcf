import { diagnostic } from "../../diagnostics/index.js";
import type { TypeSyntax } from "../syntax.js";
import type { LiteralValue, TypeExpression } from "../types.js";
import { followAliases, literalsOf, peek } from "./aliases.js";
import { discriminated } from "./discriminants.js";
import { linkType, placeholder, type TypeContext } from "./expressions.js";
import { placeOf } from "./report.js";
import { typeText } from "./type-text.js";
import { unsupportedDiagnostic } from "./unsupported.js";

type UnionSyntax = Extract<TypeSyntax, { kind: "union" }>;

/** Brings a union into one of the forms that schemas know; any other is reported. */
export function linkUnion(context: TypeContext, union: UnionSyntax): TypeExpression {
  const parts = flatten(union);
  const types = parts.filter((part) => !isNull(part));
  const wrong = types.filter((part) => part.kind === "unsupported");
  for (const syntax of wrong) {
    context.report(unsupportedDiagnostic({ syntax, file: context.scope.file }));
  }
  if (wrong.length > 0) {
    return placeholder;
  }
  const type = linkTypes(context, { union, types });
  return types.length === parts.length ? type : { kind: "nullable", type };
}

function flatten(union: UnionSyntax): readonly TypeSyntax[] {
  return union.types.flatMap((type) => (type.kind === "union" ? flatten(type) : [type]));
}

function isNull(syntax: TypeSyntax): boolean {
  return syntax.kind === "keyword" && syntax.name === "null";
}

function isBoolean(syntax: TypeSyntax): boolean {
  return syntax.kind === "keyword" && syntax.name === "boolean";
}

interface Parts {
  readonly union: UnionSyntax;
  /** Without null. */
  readonly types: readonly TypeSyntax[];
}

function linkTypes(context: TypeContext, parts: Parts): TypeExpression {
  const { types } = parts;
  const [first, ...rest] = types;
  if (first === undefined) {
    return linkType(context, { kind: "keyword", name: "null", span: parts.union.span });
  }
  if (rest.length === 0) {
    return linkType(context, first);
  }
  const values = types.map((syntax) => literalsOf({ ...context, syntax }));
  if (values.every((value) => value !== undefined)) {
    return linkEnum(context, { ...parts, values: values.flat() });
  }
  if (types.some(isBoolean)) {
    return linkOrBoolean(context, parts);
  }
  return (
    linkOneOrMany(context, parts) ?? discriminated(context, types) ?? reportUnion(context, parts)
  );
}

function linkEnum(
  context: TypeContext,
  input: Parts & { readonly values: readonly Exclude<LiteralValue, null>[] },
): TypeExpression {
  const values = [...new Set(input.values)];
  if (values.includes(true) && values.includes(false)) {
    const others = values.filter((value) => typeof value !== "boolean");
    return others.length === 0
      ? { kind: "boolean" }
      : { kind: "union", form: "orBoolean", type: linkEnum(context, { ...input, values: others }) };
  }
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size > 1) {
    const span = placeOf(context.scope.file, input.union.span);
    const name = values.map((value) => JSON.stringify(value)).join(" | ");
    context.report(
      diagnostic("type/mixed-enum", { name }, { span, hint: "write values of one type" }),
    );
  }
  return { kind: "enum", values };
}

function linkOrBoolean(context: TypeContext, parts: Parts): TypeExpression {
  const others = parts.types.filter((type) => !isBoolean(type));
  const [only] = others;
  if (only === undefined) {
    return { kind: "boolean" };
  }
  const type = linkTypes(context, { ...parts, types: others });
  return type.kind === "union"
    ? reportUnion(context, parts)
    : { kind: "union", form: "orBoolean", type };
}

/** `T | T[]` in either order. */
function linkOneOrMany(context: TypeContext, parts: Parts): TypeExpression | undefined {
  const lists = parts.types.filter((type) => elementOf(type) !== undefined);
  const [list] = lists;
  const element = list === undefined ? undefined : elementOf(list);
  if (element === undefined || lists.length > 1) {
    return undefined;
  }
  const others = parts.types.filter((type) => type !== list);
  // Looks first and reports later: the parts may be no list and its item at all.
  const quiet: TypeContext = { ...context, report: () => {} };
  const one = linkTypes(quiet, { ...parts, types: others });
  const same = JSON.stringify(stripped(linkType(quiet, element))) === JSON.stringify(stripped(one));
  return same
    ? { kind: "union", form: "oneOrMany", type: linkTypes(context, { ...parts, types: others }) }
    : undefined;
}

function elementOf(type: TypeSyntax): TypeSyntax | undefined {
  if (type.kind === "array") {
    return type.element;
  }
  return type.kind === "name" && (type.name === "Array" || type.name === "ReadonlyArray")
    ? type.arguments[0]
    : undefined;
}

/** The expression without places, which differ between two equal types. */
function stripped(expression: TypeExpression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (key === "span" ? undefined : value)),
  );
}

function reportUnion(context: TypeContext, { union, types }: Parts): TypeExpression {
  const name = types.map(typeText).join(" | ");
  const span = placeOf(context.scope.file, union.span);
  context.report(diagnostic("type/union", { name }, { span, hint: hintFor(context, types) }));
  return placeholder;
}

function hintFor(context: TypeContext, types: readonly TypeSyntax[]): string {
  const kinds = types.map((syntax) => followAliases({ ...context, syntax }).syntax);
  const scalars = kinds.map((type) => (type.kind === "keyword" ? type.name : type.kind));
  if (scalars.includes("string") && (scalars.includes("number") || types.some(isIntegerName))) {
    return "use IntOrString or Quantity of crd-runtime";
  }
  if (scalars.includes("string") && scalars.includes("literal")) {
    return "write 'string' alone, or the literals alone";
  }
  if (kinds.some((type) => type.kind === "object")) {
    return "declare each object as an exported interface with a literal member of the same name";
  }
  return types.every((syntax) => isInterface(context, syntax))
    ? "give each interface a required member of one name with a different string literal"
    : "write one type, or JSON of crd-runtime where anything is allowed";
}

function isInterface(context: TypeContext, syntax: TypeSyntax): boolean {
  const resolved = peek(followAliases({ ...context, syntax }));
  return resolved?.kind === "declared" && resolved.declared.syntax.kind === "interface";
}

function isIntegerName(type: TypeSyntax): boolean {
  return type.kind === "name" && /^int(?:eger|32|64)$/.test(type.name);
}
