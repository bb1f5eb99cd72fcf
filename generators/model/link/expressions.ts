import { diagnostic } from "../../diagnostics/index.js";
import type { TypeSyntax } from "../syntax.js";
import type { TypeExpression } from "../types.js";
import { globalType } from "./globals.js";
import { linkMembers } from "./members.js";
import { placeOf, type Report } from "./report.js";
import { resolveName } from "./resolve.js";
import { type Declared, type FileScope, type Scopes, typeIdOf } from "./scope.js";
import { ownTags } from "./tags.js";
import { linkUnion } from "./unions.js";
import { foreignDiagnostic, unsupportedDiagnostic } from "./unsupported.js";

/** What a type is read in. */
export interface TypeContext {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly report: Report;
  /** Plain number is meant: no warning. */
  readonly plainNumber: boolean;
}

/**
 * Stands for a type that was reported: an error, so nothing is generated from it. Told by its identity, so that
 * nothing else is said of what is not known.
 */
export const placeholder: TypeExpression = { kind: "builtin", name: "JSON" };

/** Resolves the names in a type and brings it into the model's form; what does not fit is reported. */
export function linkType(context: TypeContext, syntax: TypeSyntax): TypeExpression {
  const { report, scope } = context;
  switch (syntax.kind) {
    case "keyword":
      return linkKeyword(context, syntax);
    case "literal":
      return { kind: "enum", values: [syntax.value] };
    case "array":
      return { kind: "array", element: linkType(context, syntax.element) };
    case "tuple":
      return { kind: "tuple", elements: syntax.elements.map((type) => linkType(context, type)) };
    case "union":
      return linkUnion(context, syntax);
    case "object":
      return linkObject(context, syntax);
    case "name":
      return linkName(context, syntax);
    case "unsupported":
      report(unsupportedDiagnostic({ syntax, file: scope.file }));
      return placeholder;
  }
}

function linkKeyword(
  context: TypeContext,
  syntax: Extract<TypeSyntax, { kind: "keyword" }>,
): TypeExpression {
  if (syntax.name === "null") {
    const place = { span: placeOf(context.scope.file, syntax.span), hint: "write 'T | null'" };
    context.report(diagnostic("type/union", { name: "null" }, place));
    return placeholder;
  }
  if (syntax.name === "number" && !context.plainNumber) {
    const span = placeOf(context.scope.file, syntax.span);
    const hint = "use int32, int64, integer, float or double of crd-runtime";
    context.report(diagnostic("type/number", {}, { span, hint }));
  }
  return { kind: syntax.name };
}

function linkObject(
  context: TypeContext,
  syntax: Extract<TypeSyntax, { kind: "object" }>,
): TypeExpression {
  const linked = linkMembers(context, { body: syntax, alone: true });
  return linked.map ?? { kind: "object", members: linked.members };
}

function linkName(
  context: TypeContext,
  syntax: Extract<TypeSyntax, { kind: "name" }>,
): TypeExpression {
  const { scope, report } = context;
  const { name, span } = syntax;
  const resolved = resolveName({ scopes: context.scopes, scope, name, span, report });
  switch (resolved.kind) {
    case "wrong":
      return placeholder;
    case "global":
      return globalType(context, syntax);
    case "builtin":
      reportArguments(context, syntax);
      return { kind: "builtin", name: resolved.name };
    case "declared": {
      const { declared } = resolved;
      const declaration = declared.syntax;
      if (declaration.kind !== "interface" && declaration.kind !== "alias") {
        report(foreignDiagnostic(declared));
        return placeholder;
      }
      if (declared.exportedAs === undefined) {
        reportNotExported(context, declared);
        return placeholder;
      }
      if (declaration.typeParameters === undefined) {
        reportArguments(context, syntax);
      } else if (declared.scope !== scope) {
        const span = placeOf(scope.file, syntax.span);
        report(diagnostic("type/generic", { name: syntax.name }, { span }));
      }
      return { kind: "reference", id: typeIdOf(declared) };
    }
  }
}

function reportNotExported(context: TypeContext, declared: Declared): void {
  if (ownTags(declared).length > 0) {
    // They were reported for the same reason.
    return;
  }
  const { name, span } = declared.syntax;
  const hint = "write 'export' in front of its declaration";
  const place = { span: placeOf(declared.scope.file, span), hint };
  context.report(diagnostic("type/not-exported", { name }, place));
}

function reportArguments(
  context: TypeContext,
  syntax: Extract<TypeSyntax, { kind: "name" }>,
): void {
  if (syntax.arguments.length > 0) {
    const span = placeOf(context.scope.file, syntax.span);
    const hint = `write '${syntax.name}' without '<...>'`;
    context.report(diagnostic("type/generic", { name: syntax.name }, { span, hint }));
  }
}
