import type { ts } from "ts-morph";
import type { ConstantSyntax, JsonValue } from "../model/index.js";
import { type FileContext, spanOf } from "./context.js";
import { hasModifier } from "./declarations.js";

/** Reads the constants of a statement that hold no function; none for any other statement. */
export function readConstants(
  context: FileContext,
  statement: ts.Statement,
): readonly ConstantSyntax[] {
  const { ts } = context;
  if (
    !ts.isVariableStatement(statement) ||
    (statement.declarationList.flags & ts.NodeFlags.Const) === 0
  ) {
    return [];
  }
  const exported = hasModifier(context, { statement, kind: ts.SyntaxKind.ExportKeyword });
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    const holdsFunction =
      initializer !== undefined &&
      (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer));
    if (!ts.isIdentifier(name) || holdsFunction) {
      return [];
    }
    const literal = initializer === undefined ? undefined : readLiteral(context, initializer);
    return [{ name: name.text, span: spanOf(context, name), exported, literal }];
  });
}

/** A box, because null is a value. */
type Literal = ConstantSyntax["literal"];

/** The value of an expression that is JSON as it stands; undefined for what has to be computed. */
function readLiteral(context: FileContext, node: ts.Expression): Literal {
  const { ts } = context;
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node)
  ) {
    return readLiteral(context, node.expression);
  }
  if (ts.isStringLiteralLike(node)) {
    return { value: node.text };
  }
  if (ts.isNumericLiteral(node)) {
    const value = Number(node.text);
    // `1e400` is no number that JSON has.
    return Number.isFinite(value) ? { value } : undefined;
  }
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) {
    const { MinusToken, PlusToken } = ts.SyntaxKind;
    const value = Number(node.operand.text);
    if (!Number.isFinite(value)) return undefined;
    return node.operator === MinusToken
      ? { value: -value }
      : node.operator === PlusToken
        ? { value }
        : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) {
    const items = node.elements.map((element) => readLiteral(context, element));
    return items.every((item) => item !== undefined)
      ? { value: items.map(({ value }) => value) }
      : undefined;
  }
  if (ts.isObjectLiteralExpression(node)) {
    return readObject(context, node);
  }
  switch (node.kind) {
    case ts.SyntaxKind.TrueKeyword:
      return { value: true };
    case ts.SyntaxKind.FalseKeyword:
      return { value: false };
    case ts.SyntaxKind.NullKeyword:
      return { value: null };
    default:
      return undefined;
  }
}

function readObject(context: FileContext, node: ts.ObjectLiteralExpression): Literal {
  const { ts } = context;
  const entries: [string, JsonValue][] = [];
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property)) {
      return undefined;
    }
    const { name, initializer } = property;
    const named = ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name);
    const literal = named ? readLiteral(context, initializer) : undefined;
    if (!named || literal === undefined) {
      return undefined;
    }
    entries.push([name.text, literal.value]);
  }
  return { value: Object.fromEntries(entries) };
}
