import type { SourceSpan } from "../diagnostics/index.js";
import {
  type ApiType,
  allMembers,
  isImported,
  type Member,
  type Tag,
  type TypeExpression,
  type TypesById,
} from "../model/index.js";

/** A step of a path into a schema that leads to another value. */
export type PathStep =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "items" | "additionalProperties" };

/** A path into a schema, taken apart. */
export interface SchemaPath {
  /** To the schema of a value. */
  readonly steps: readonly PathStep[];
  /** Behind it: `pattern`, `x-kubernetes-validations[0].rule`, "" for the schema itself. */
  readonly rest: string;
}

/** A declaration that a schema was made of. */
export interface Anchor {
  /** `type Widget`, `member 'size'`. */
  readonly subject: string;
  readonly span: SourceSpan;
  readonly tags: readonly Tag[];
  readonly member: Member | undefined;
  /** From its value to the one in question. */
  readonly path: readonly ("items" | "additionalProperties")[];
}

const step =
  /\.properties\[([^\]]*)\]|\.(items|additionalProperties)(?![\w-])|\.(?:allOf|anyOf|oneOf)\[\d+\]|\.not(?![\w-])/y;

/** Reads `.properties[spec].items.pattern`; branches of allOf and its like stay where they are. */
export function schemaPath(text: string): SchemaPath {
  const steps: PathStep[] = [];
  step.lastIndex = 0;
  let end = 0;
  for (let match = step.exec(text); match !== null; match = step.exec(text)) {
    const [, name, inside] = match;
    end = step.lastIndex;
    if (name !== undefined) steps.push({ kind: "property", name });
    else if (inside === "items" || inside === "additionalProperties") steps.push({ kind: inside });
  }
  return { steps, rest: text.slice(end).replace(/^\./, "") };
}

interface Node {
  readonly anchors: readonly Anchor[];
  readonly expression: TypeExpression | undefined;
  readonly members: readonly Member[];
}

/** The declarations that the value at the end of a path is made of, the nearest first; never none. */
export function anchorsOf(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly steps: readonly PathStep[];
}): readonly Anchor[] {
  const { types, type, steps } = input;
  let node = typeNode({ types, type, anchors: [] });
  let anchors = node.anchors;
  for (const next of steps) {
    node = nodeBelow({ types, node, step: next });
    if (node.anchors.length > 0) anchors = node.anchors;
  }
  return anchors;
}

function typeNode(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly anchors: readonly Anchor[];
}): Node {
  const { types, type } = input;
  const { name, span, tags, declaration } = type;
  const own: Anchor = { subject: `type ${name}`, span, tags, member: undefined, path: [] };
  const anchors = isImported(type) ? input.anchors : [...input.anchors, own];
  // Of recursive types as many as a schema can hold.
  if (anchors.length > 50) return { anchors, expression: undefined, members: [] };
  return declaration.kind === "interface"
    ? { anchors, expression: undefined, members: allMembers(types, type) }
    : expressionNode({ types, expression: declaration.type, anchors });
}

function expressionNode(input: {
  readonly types: TypesById;
  readonly expression: TypeExpression;
  readonly anchors: readonly Anchor[];
}): Node {
  const { types, expression, anchors } = input;
  switch (expression.kind) {
    case "reference": {
      const type = types.get(expression.id);
      return type === undefined
        ? { anchors, expression, members: [] }
        : typeNode({ types, type, anchors });
    }
    case "nullable":
      return expressionNode({ ...input, expression: expression.type });
    case "object":
      return { anchors, expression, members: expression.members };
    case "union": {
      const ids = expression.form === "discriminated" ? expression.members : [];
      const members = ids.flatMap(({ id }) => {
        const type = types.get(id);
        return type === undefined ? [] : allMembers(types, type);
      });
      return { anchors, expression, members };
    }
    default:
      return { anchors, expression, members: [] };
  }
}

function nodeBelow(input: {
  readonly types: TypesById;
  readonly node: Node;
  readonly step: PathStep;
}): Node {
  const { types, node, step: next } = input;
  if (next.kind === "property") {
    const member = node.members.find(({ name }) => name === next.name);
    if (member === undefined) return { anchors: [], expression: undefined, members: [] };
    const { name, span, tags, type } = member;
    const anchor: Anchor = { subject: `member '${name}'`, span, tags, member, path: [] };
    const anchors = span.file.endsWith(".ts") ? [anchor] : [];
    return expressionNode({ types, expression: type, anchors });
  }
  const anchors = node.anchors.map((anchor) => ({ ...anchor, path: [...anchor.path, next.kind] }));
  const { expression } = node;
  const inside =
    expression?.kind === "array"
      ? expression.element
      : expression?.kind === "map"
        ? expression.value
        : undefined;
  return inside === undefined
    ? { anchors, expression: undefined, members: [] }
    : expressionNode({ types, expression: inside, anchors });
}
