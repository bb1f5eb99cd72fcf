import type { ts } from "ts-morph";
import type { Construct, MemberSyntax, ObjectSyntax, TypeSyntax } from "../model/index.js";
import { readLeading } from "./comments.js";
import { type FileContext, spanOf, unsupported } from "./context.js";

/** Reads a type as it is written; what is outside the subset is kept with its place. */
export function readType(context: FileContext, node: ts.TypeNode): TypeSyntax {
  const { ts } = context;
  if (ts.isParenthesizedTypeNode(node)) {
    return readType(context, node.type);
  }
  if (ts.isTypeReferenceNode(node)) {
    return {
      kind: "name",
      name: node.typeName.getText(context.source).replace(/\s+/g, ""),
      arguments: (node.typeArguments ?? []).map((argument) => readType(context, argument)),
      span: spanOf(context, node),
    };
  }
  if (ts.isArrayTypeNode(node)) {
    return {
      kind: "array",
      element: readType(context, node.elementType),
      span: spanOf(context, node),
    };
  }
  if (ts.isTupleTypeNode(node)) {
    return readTuple(context, node);
  }
  if (ts.isUnionTypeNode(node)) {
    return {
      kind: "union",
      types: node.types.map((type) => readType(context, type)),
      span: spanOf(context, node),
    };
  }
  if (ts.isTypeLiteralNode(node)) {
    return { kind: "object", ...readObject(context, node.members), span: spanOf(context, node) };
  }
  if (ts.isLiteralTypeNode(node)) {
    return readLiteral(context, node);
  }
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) {
    const type = readType(context, node.type);
    const isOpenTuple = type.kind === "unsupported" && type.construct === "tuple";
    return type.kind === "array" || type.kind === "tuple" || isOpenTuple
      ? type
      : unsupported(context, { node, construct: "other" });
  }
  return (
    readKeyword(context, node) ??
    unsupported(context, { node, construct: constructOf(context, node) })
  );
}

/** A tuple whose length is not fixed is outside the subset, and so is an empty one. */
function readTuple(context: FileContext, node: ts.TupleTypeNode): TypeSyntax {
  const { ts } = context;
  const types = node.elements.map((element) => {
    if (!ts.isNamedTupleMember(element)) return element;
    const isFixed = element.questionToken === undefined && element.dotDotDotToken === undefined;
    return isFixed ? element.type : undefined;
  });
  const fixed = types.flatMap((type) =>
    type === undefined || ts.isOptionalTypeNode(type) || ts.isRestTypeNode(type) ? [] : [type],
  );
  if (fixed.length === 0 || fixed.length < types.length) {
    return unsupported(context, { node, construct: "tuple" });
  }
  return {
    kind: "tuple",
    elements: fixed.map((type) => readType(context, type)),
    span: spanOf(context, node),
  };
}

function readKeyword(context: FileContext, node: ts.TypeNode): TypeSyntax | undefined {
  const { SyntaxKind } = context.ts;
  switch (node.kind) {
    case SyntaxKind.StringKeyword:
      return { kind: "keyword", name: "string", span: spanOf(context, node) };
    case SyntaxKind.NumberKeyword:
      return { kind: "keyword", name: "number", span: spanOf(context, node) };
    case SyntaxKind.BooleanKeyword:
      return { kind: "keyword", name: "boolean", span: spanOf(context, node) };
    default:
      return undefined;
  }
}

function readLiteral(context: FileContext, node: ts.LiteralTypeNode): TypeSyntax {
  const { ts } = context;
  const { literal } = node;
  const span = spanOf(context, node);
  if (ts.isStringLiteral(literal)) {
    return { kind: "literal", value: literal.text, span };
  }
  const number = ts.isPrefixUnaryExpression(literal) ? literal.operand : literal;
  if (ts.isNumericLiteral(number)) {
    const value = Number(number.text);
    return isExact(value)
      ? { kind: "literal", value: number === literal ? value : -value, span }
      : unsupported(context, { node, construct: "inexactNumber" });
  }
  switch (literal.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return { kind: "literal", value: true, span };
    case ts.SyntaxKind.FalseKeyword:
      return { kind: "literal", value: false, span };
    case ts.SyntaxKind.NullKeyword:
      return { kind: "keyword", name: "null", span };
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
      return unsupported(context, { node, construct: "templateLiteral" });
    default:
      return unsupported(context, { node, construct: "bigint" });
  }
}

/** Beyond 2^53 the next integer is the same number, and beyond 2^1024 there is none. */
function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

function constructOf(context: FileContext, node: ts.TypeNode): Construct {
  const { ts } = context;
  const { SyntaxKind } = ts;
  const constructs: Readonly<Partial<Record<ts.SyntaxKind, Construct>>> = {
    [SyntaxKind.AnyKeyword]: "any",
    [SyntaxKind.UnknownKeyword]: "unknown",
    [SyntaxKind.ObjectKeyword]: "object",
    [SyntaxKind.UndefinedKeyword]: "undefined",
    [SyntaxKind.BigIntKeyword]: "bigint",
    [SyntaxKind.NeverKeyword]: "never",
    [SyntaxKind.VoidKeyword]: "void",
    [SyntaxKind.SymbolKeyword]: "symbol",
    [SyntaxKind.IntersectionType]: "intersection",
    [SyntaxKind.FunctionType]: "function",
    [SyntaxKind.ConstructorType]: "function",
    [SyntaxKind.ConditionalType]: "conditional",
    [SyntaxKind.MappedType]: "mapped",
    [SyntaxKind.TypeOperator]: "keyof",
    [SyntaxKind.TypeQuery]: "typeof",
    [SyntaxKind.IndexedAccessType]: "indexedAccess",
    [SyntaxKind.TemplateLiteralType]: "templateLiteral",
    [SyntaxKind.ImportType]: "importType",
  };
  const isUnique = ts.isTypeOperatorNode(node) && node.operator === SyntaxKind.UniqueKeyword;
  if (isUnique) return "symbol";
  return isOfConstant(context, node) ? "constantValues" : (constructs[node.kind] ?? "other");
}

/** `(typeof colors)[number]`: the values of a constant. */
function isOfConstant({ ts }: FileContext, node: ts.TypeNode): boolean {
  if (!ts.isIndexedAccessTypeNode(node)) return false;
  let of = node.objectType;
  while (ts.isParenthesizedTypeNode(of)) of = of.type;
  return ts.isTypeQueryNode(of);
}

/** Reads the members of an interface body or an inline object type. */
export function readObject(
  context: FileContext,
  elements: ts.NodeArray<ts.TypeElement>,
): ObjectSyntax {
  const { ts } = context;
  const members: MemberSyntax[] = [];
  const index: ObjectSyntax["index"][number][] = [];
  const foreign: ObjectSyntax["foreign"][number][] = [];
  const methods: ObjectSyntax["methods"][number][] = [];
  for (const element of elements) {
    const leading = readLeading(context, element);
    if (ts.isPropertySignature(element)) {
      const name = memberName(context, element.name);
      if (name === undefined) {
        const construct = ts.isNumericLiteral(element.name) ? "numericName" : "computedName";
        foreign.push(unsupported(context, { node: element.name, construct }));
        continue;
      }
      members.push({
        name,
        span: spanOf(context, element.name),
        optional: element.questionToken !== undefined,
        ...(isReadonly(context, element) && { readonly: true }),
        type:
          element.type === undefined
            ? unsupported(context, { node: element.name, construct: "any" })
            : readType(context, element.type),
        ...leading,
      });
    } else if (ts.isIndexSignatureDeclaration(element)) {
      index.push({ ...readIndex(context, element), tags: leading.tags });
    } else {
      const accessor = ts.isGetAccessor(element) || ts.isSetAccessor(element);
      foreign.push(
        unsupported(context, { node: element, construct: accessor ? "accessor" : "function" }),
      );
      const name = element.name && memberName(context, element.name);
      if (element.name !== undefined && name !== undefined) {
        methods.push({ name, span: spanOf(context, element.name) });
      }
    }
  }
  return { members, index, foreign, methods };
}

function isReadonly(context: FileContext, element: ts.PropertySignature): boolean {
  const { ReadonlyKeyword } = context.ts.SyntaxKind;
  return element.modifiers?.some(({ kind }) => kind === ReadonlyKeyword) ?? false;
}

function readIndex(
  context: FileContext,
  element: ts.IndexSignatureDeclaration,
): Pick<ObjectSyntax["index"][number], "key" | "value" | "span"> {
  const key = element.parameters[0]?.type;
  // Missing in `[key: string];`, whatever the declaration says.
  const value: ts.TypeNode | undefined = element.type;
  return {
    key:
      key === undefined
        ? unsupported(context, { node: element, construct: "other" })
        : readType(context, key),
    value:
      value === undefined
        ? unsupported(context, { node: element, construct: "any" })
        : readType(context, value),
    span: spanOf(context, element),
  };
}

/** Undefined for numbers, too: `keyof` of the type has the number, and JSON a text that may differ (`1e3`). */
function memberName(context: FileContext, name: ts.PropertyName): string | undefined {
  const { ts } = context;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;
}
