import { diagnostic, type SourceSpan } from "../../diagnostics/index.js";
import { builtins } from "../builtins.js";
import type { AliasSyntax, DeclarationSyntax, InterfaceSyntax, TypeSyntax } from "../syntax.js";
import type { ApiType, TypeExpression } from "../types.js";
import { followAliases, peek } from "./aliases.js";
import { linkType, placeholder, type TypeContext } from "./expressions.js";
import { linkMembers } from "./members.js";
import { placeOf, type Report } from "./report.js";
import { type Declared, type FileScope, type Scopes, typeIdOf } from "./scope.js";
import { linkTags, ownTags } from "./tags.js";
import { typeText } from "./type-text.js";
import { foreignDiagnostic, unsupportedDiagnostic } from "./unsupported.js";

/** A type with everything but its copy and defaults, for which the other types must be known. */
export type DeclaredType = Omit<ApiType, "deepCopy" | "deepCopyName" | "defaulting">;

/** Links the declarations of a file, in source order; those that are not exported are only looked over. */
export function linkDeclarations(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly report: Report;
}): readonly DeclaredType[] {
  const { scope, report } = input;
  return scope.file.declarations.flatMap((syntax) => {
    const declared = scope.locals.get(syntax.name);
    if (declared?.syntax !== syntax) {
      const span = placeOf(scope.file, syntax.span);
      const first = placeOf(scope.file, declared?.syntax.span ?? syntax.span);
      reportDuplicate({ name: syntax.name, span, first, report });
      return [];
    }
    return linkDeclaration({ ...input, declared }) ?? [];
  });
}

/** Reports a second declaration of a name. */
export function reportDuplicate(input: {
  readonly name: string;
  readonly span: SourceSpan;
  readonly first: SourceSpan;
  readonly report: Report;
}): void {
  const { name, span, first, report } = input;
  const hint = `it is declared in ${first.file}:${first.line}`;
  report(diagnostic("type/duplicate", { name }, { span, hint }));
}

function linkDeclaration(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly report: Report;
  readonly declared: Declared;
}): DeclaredType | undefined {
  const { scope, report, declared } = input;
  const { syntax } = declared;
  const span = placeOf(scope.file, syntax.span);
  const written = ownTags(declared);
  const byDefault =
    syntax.isDefault ||
    scope.file.exports.some(({ names }) =>
      names?.some(({ name, local }) => name === "default" && local === syntax.name),
    );
  if (byDefault) {
    const hint = "write 'export' without 'default'";
    const name = syntax.name === "" ? "default" : syntax.name;
    report(diagnostic("type/default-export", { name }, { span, hint }));
    return undefined;
  }
  if (declared.exportedAs === undefined) {
    reportHiddenTags({ ...input, written });
    return undefined;
  }
  if (syntax.kind !== "interface" && syntax.kind !== "alias") {
    report(foreignDiagnostic(declared));
    return undefined;
  }
  if (syntax.typeParameters !== undefined) {
    const place = placeOf(scope.file, syntax.typeParameters);
    const hint = "write one type for each use";
    report(diagnostic("type/generic", { name: syntax.name }, { span: place, hint }));
    return undefined;
  }
  const tags = linkTags({
    tags: written,
    place: {
      target: "type",
      where: syntax.kind === "interface" ? "on an interface" : "on a type alias",
      isInterface: syntax.kind === "interface",
    },
    file: scope.file,
    report,
  });
  const plainNumber =
    scope.package.plainNumber || tags.some(({ name }) => name === "crd-project:plainNumber");
  const context: TypeContext = { scopes: input.scopes, scope, report, plainNumber };
  return {
    id: typeIdOf(declared),
    name: declared.exportedAs,
    file: scope.file.path,
    span,
    description: syntax.description,
    tags,
    declaration:
      syntax.kind === "interface"
        ? linkInterface(context, syntax)
        : { kind: "alias", type: linkAlias(context, { declared, syntax }) },
  };
}

/** Tags on what is no part of the API would be lost. One message: they have one way out. */
function reportHiddenTags(input: {
  readonly declared: Declared;
  readonly written: DeclarationSyntax["tags"];
  readonly scope: FileScope;
  readonly report: Report;
}): void {
  const { scope, report } = input;
  const { name } = input.declared.syntax;
  const [first] = input.written;
  if (first !== undefined) {
    const span = placeOf(scope.file, first.span);
    const hint = `write 'export' in front of '${name}'`;
    report(diagnostic("tag/not-exported", { tag: `+${first.text}`, name }, { span, hint }));
  }
}

function linkInterface(context: TypeContext, syntax: InterfaceSyntax): ApiType["declaration"] {
  const parents = syntax.extends.flatMap((parent) => linkParent(context, parent) ?? []);
  const { members, map } = linkMembers(context, {
    body: syntax.body,
    alone: syntax.extends.length === 0,
  });
  return map === undefined
    ? { kind: "interface", extends: parents, members }
    : { kind: "alias", type: map };
}

function linkParent(context: TypeContext, parent: TypeSyntax): TypeExpression | undefined {
  const { scope, report } = context;
  if (parent.kind === "unsupported") {
    report(unsupportedDiagnostic({ syntax: parent, file: scope.file }));
    return placeholder;
  }
  const linked = linkType(context, parent);
  if (linked === placeholder) {
    return placeholder;
  }
  if (!isInheritable(context, { parent, linked })) {
    const name = typeText(parent);
    const meta = linked.kind === "builtin" && /^(?:Object|List)Meta$/.test(linked.name);
    const hint = meta
      ? `write the member 'metadata: ${name}'`
      : isMap(context, parent)
        ? `it is a map: put it into a member of its own, 'labels: ${name}'`
        : "extend an interface or TypeMeta";
    const span = placeOf(scope.file, parent.span);
    report(diagnostic("type/extends", { name }, { span, hint }));
    return undefined;
  }
  return linked;
}

function isInheritable(
  context: TypeContext,
  input: { readonly parent: TypeSyntax; readonly linked: TypeExpression },
): boolean {
  const { linked, parent } = input;
  if (linked.kind === "builtin") {
    const isMeta = linked.name === "ObjectMeta" || linked.name === "ListMeta";
    return builtins[linked.name].copy === "function" && !isMeta;
  }
  if (linked.kind !== "reference" || isMap(context, parent)) {
    return false;
  }
  const followed = followAliases({ ...context, syntax: parent });
  const resolved = peek(followed);
  return (
    followed.syntax.kind === "object" ||
    (resolved?.kind === "declared" && resolved.declared.syntax.kind === "interface") ||
    (resolved?.kind === "builtin" && builtins[resolved.name].copy === "function")
  );
}

/** Whether a type is a map, whose index signature an interface cannot inherit beside members of its own. */
function isMap(context: TypeContext, parent: TypeSyntax): boolean {
  const followed = followAliases({ ...context, syntax: parent });
  if (followed.syntax.kind === "object") {
    return followed.syntax.index.length > 0;
  }
  const resolved = peek(followed);
  return resolved?.kind === "declared"
    ? resolved.declared.syntax.kind === "interface" &&
        resolved.declared.syntax.body.index.length > 0
    : followed.syntax.kind === "name" && followed.syntax.name === "Record";
}

function linkAlias(
  context: TypeContext,
  input: { readonly declared: Declared; readonly syntax: AliasSyntax },
): TypeExpression {
  if (leadsBack(context, input)) {
    // What else is wrong with the type follows from this.
    const span = placeOf(context.scope.file, input.syntax.span);
    context.report(diagnostic("type/cycle", { name: input.syntax.name }, { span }));
    return placeholder;
  }
  return linkType(context, input.syntax.type);
}

/** Whether names and unions of an alias lead to itself without an object, list or map in between. */
function leadsBack(
  context: TypeContext,
  input: { readonly declared: Declared; readonly syntax: AliasSyntax },
): boolean {
  const seen = new Set<Declared>();
  const visit = (scope: FileScope, type: TypeSyntax): boolean => {
    if (type.kind === "union") {
      return type.types.some((part) => visit(scope, part));
    }
    const resolved = peek({ ...context, scope, syntax: type });
    if (resolved?.kind !== "declared") {
      return false;
    }
    const { declared } = resolved;
    if (declared === input.declared) {
      return true;
    }
    if (seen.has(declared) || declared.syntax.kind !== "alias") {
      return false;
    }
    seen.add(declared);
    return visit(declared.scope, declared.syntax.type);
  };
  return visit(context.scope, input.syntax.type);
}
