import type { ts } from "ts-morph";
import type { DeclarationSyntax, FunctionSyntax, SyntaxSpan, TypeSyntax } from "../model/index.js";
import { type Leading, readLeading } from "./comments.js";
import { type FileContext, spanOf, textOf, unsupported } from "./context.js";
import { readObject, readType } from "./types.js";

/** Reads an interface, alias, enum, class or namespace; undefined for any other statement. */
export function readDeclaration(
  context: FileContext,
  statement: ts.Statement,
): DeclarationSyntax | undefined {
  const { ts } = context;
  if (ts.isInterfaceDeclaration(statement)) {
    return {
      kind: "interface",
      ...baseOf(context, statement),
      typeParameters: typeParametersOf(context, statement),
      extends: (statement.heritageClauses ?? []).flatMap((clause) =>
        clause.types.map((type) => readHeritage(context, type)),
      ),
      body: readObject(context, statement.members),
    };
  }
  if (ts.isTypeAliasDeclaration(statement)) {
    return {
      kind: "alias",
      ...baseOf(context, statement),
      typeParameters: typeParametersOf(context, statement),
      type: readType(context, statement.type),
    };
  }
  if (ts.isEnumDeclaration(statement)) {
    return { kind: "enum", ...baseOf(context, statement) };
  }
  if (ts.isClassDeclaration(statement)) {
    return { kind: "class", ...baseOf(context, statement) };
  }
  // `declare module "x"` and `declare global` add to other modules: no declarations of the API.
  if (ts.isModuleDeclaration(statement) && statement.flags & ts.NodeFlags.Namespace) {
    return { kind: "namespace", ...baseOf(context, statement) };
  }
  return undefined;
}

/** Reads a function, or the constants of a statement that hold arrow functions. */
export function readFunctions(
  context: FileContext,
  statement: ts.Statement,
): readonly FunctionSyntax[] {
  const { ts } = context;
  if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
    return [readFunction(context, { statement, name: statement.name, signature: statement })];
  }
  if (!ts.isVariableStatement(statement)) {
    return [];
  }
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    const holdsFunction =
      initializer !== undefined &&
      (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    return holdsFunction && ts.isIdentifier(name)
      ? [readFunction(context, { statement, name, signature: initializer })]
      : [];
  });
}

function readFunction(
  context: FileContext,
  input: {
    readonly statement: ts.Statement;
    readonly name: ts.Identifier;
    readonly signature: ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;
  },
): FunctionSyntax {
  const { statement, name, signature } = input;
  const { SyntaxKind } = context.ts;
  const isDefault = hasModifier(context, { statement, kind: SyntaxKind.DefaultKeyword });
  return {
    name: name.text,
    span: spanOf(context, name),
    exported: !isDefault && hasModifier(context, { statement, kind: SyntaxKind.ExportKeyword }),
    isDefault,
    tags: readLeading(context, statement).tags,
    async: (signature.modifiers ?? []).some(({ kind }) => kind === SyntaxKind.AsyncKeyword),
    generator: signature.asteriskToken !== undefined,
    parameters: signature.parameters.map(
      ({ questionToken, initializer, dotDotDotToken, type }) => ({
        required:
          questionToken === undefined && initializer === undefined && dotDotDotToken === undefined,
        type: annotation(context, type),
      }),
    ),
    result: annotation(context, signature.type),
  };
}

function annotation(context: FileContext, type: ts.TypeNode | undefined): string | undefined {
  return type === undefined ? undefined : textOf(context, type).replaceAll(" ", "");
}

type Declared =
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.EnumDeclaration
  | ts.ClassDeclaration
  | ts.ModuleDeclaration;

function baseOf(
  context: FileContext,
  statement: Declared,
): Leading & {
  readonly name: string;
  readonly span: SyntaxSpan;
  readonly exported: boolean;
  readonly isDefault: boolean;
} {
  const { SyntaxKind } = context.ts;
  const start = statement.getStart(context.source);
  return {
    name: statement.name?.text ?? "",
    span: statement.name === undefined ? [start, 1] : spanOf(context, statement.name),
    exported: hasModifier(context, { statement, kind: SyntaxKind.ExportKeyword }),
    isDefault: hasModifier(context, { statement, kind: SyntaxKind.DefaultKeyword }),
    ...readLeading(context, statement),
  };
}

/** Whether a statement has a modifier such as `export`. */
export function hasModifier(
  context: FileContext,
  wanted: { readonly statement: ts.Statement; readonly kind: ts.SyntaxKind },
): boolean {
  const { ts } = context;
  const { statement, kind } = wanted;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some((modifier) => modifier.kind === kind);
}

function typeParametersOf(
  context: FileContext,
  { typeParameters }: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
): SyntaxSpan | undefined {
  const [first] = typeParameters ?? [];
  const last = typeParameters?.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const start = first.getStart(context.source);
  return [start, last.end - start];
}

function readHeritage(context: FileContext, node: ts.ExpressionWithTypeArguments): TypeSyntax {
  const { ts } = context;
  const named = ts.isIdentifier(node.expression) || ts.isPropertyAccessExpression(node.expression);
  if (!named) {
    return unsupported(context, { node, construct: "other" });
  }
  return {
    kind: "name",
    name: textOf(context, node.expression).replaceAll(" ", ""),
    arguments: (node.typeArguments ?? []).map((argument) => readType(context, argument)),
    span: spanOf(context, node),
  };
}
