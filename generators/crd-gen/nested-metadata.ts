import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import {
  type Member,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";

/** Where an expression stands: `member 'template'`, for messages. */
interface Place {
  readonly subject: string;
  readonly span: SourceSpan;
}

/** A type that is looked through. */
interface Part {
  readonly id: TypeId;
  /** Whether it is a kind, or a base of one: its own metadata is the API server's business. */
  readonly ofKind: boolean;
}

function placeOf(member: Member): Place {
  return { subject: `member '${member.name}'`, span: member.span };
}

/**
 * Finds ObjectMeta anywhere but in the metadata of a kind. Its schema is a bare object there too, so the API
 * server drops all that is in it without a word.
 */
export function nestedMetadata(input: {
  readonly types: TypesById;
  /** Types of the kinds to be looked through. */
  readonly kinds: readonly TypeId[];
}): readonly Diagnostic[] {
  const { types } = input;
  const kinds = new Set(input.kinds);
  const found: Diagnostic[] = [];
  /** Types still to be looked through: a queue, since chains of types can be longer than a stack is deep. */
  const queue: Part[] = [];
  const seen = new Set<string>();

  const report = ({ subject, span }: Place): void => {
    found.push(diagnostic("crd/nested-metadata", { subject }, { span }));
  };
  const enqueue = (part: Part): void => {
    const key = `${part.id} ${part.ofKind}`;
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(part);
  };
  const enqueueType = (id: TypeId): void => enqueue({ id, ofKind: kinds.has(id) });
  const visitMembers = (members: readonly Member[]): void => {
    for (const member of members) visit({ expression: member.type, place: placeOf(member) });
  };
  const visitPart = ({ id, ofKind }: Part): void => {
    const { declaration, name, span } = typeById(types, id);
    if (declaration.kind === "alias") {
      visit({ expression: declaration.type, place: { subject: `type ${name}`, span } });
      return;
    }
    for (const base of declaration.extends) {
      if (base.kind === "reference") enqueue({ id: base.id, ofKind });
    }
    visitMembers(
      ofKind ? declaration.members.filter(({ name }) => name !== "metadata") : declaration.members,
    );
  };
  const visit = (at: { readonly expression: TypeExpression; readonly place: Place }): void => {
    const { expression, place } = at;
    switch (expression.kind) {
      case "builtin":
        if (expression.name === "ObjectMeta") report(place);
        break;
      case "reference":
        if (kinds.has(expression.id)) report(place);
        enqueueType(expression.id);
        break;
      case "array":
        visit({ expression: expression.element, place });
        break;
      case "map":
        visit({ expression: expression.value, place });
        break;
      case "nullable":
        visit({ expression: expression.type, place });
        break;
      case "object":
        visitMembers(expression.members);
        break;
      case "union":
        // Of the other unions nothing is pruned.
        if (expression.form === "discriminated") {
          for (const { id } of expression.members) enqueueType(id);
        }
        break;
    }
  };

  for (const id of input.kinds) enqueueType(id);
  for (const part of queue) visitPart(part);
  return found;
}
