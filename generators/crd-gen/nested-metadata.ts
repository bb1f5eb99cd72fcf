import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import {
  isImported,
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
  /** What in the project leads to the type of a package: nobody can change what is in there. */
  readonly via: Place | undefined;
}

function placeOf(member: Member): Place {
  return { subject: `member '${member.name}'`, span: member.span };
}

function textOf({ file, line, column }: SourceSpan): string {
  return `${file}:${line}:${column}`;
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
  /** By place: of a type of a package there may be many ways to one. */
  const found = new Map<string, Diagnostic>();
  /** Types still to be looked through: a queue, since chains of types can be longer than a stack is deep. */
  const queue: Part[] = [];
  const seen = new Set<string>();

  const report = ({ subject, span }: Place): void => {
    found.set(textOf(span), diagnostic("crd/nested-metadata", { subject }, { span }));
  };
  const enqueue = (part: Part): void => {
    const key = `${part.id} ${part.ofKind} ${part.via === undefined ? "" : textOf(part.via.span)}`;
    if (seen.has(key)) return;
    seen.add(key);
    queue.push(part);
  };
  const enqueueType = (input: { readonly id: TypeId; readonly place?: Place }): void => {
    const { id, place } = input;
    const via = isImported(typeById(types, id)) ? place : undefined;
    enqueue({ id, ofKind: kinds.has(id), via });
  };
  const visitMembers = (input: {
    readonly members: readonly Member[];
    readonly via?: Place | undefined;
  }): void => {
    for (const member of input.members) {
      visit({ expression: member.type, place: input.via ?? placeOf(member) });
    }
  };
  const visitPart = ({ id, ofKind, via }: Part): void => {
    const { declaration, name, span } = typeById(types, id);
    const place = via ?? { subject: `type ${name}`, span };
    if (declaration.kind === "alias") {
      visit({ expression: declaration.type, place });
      return;
    }
    for (const base of declaration.extends) {
      if (base.kind !== "reference") continue;
      enqueue({ id: base.id, ofKind, via: isImported(typeById(types, base.id)) ? place : via });
    }
    const members = ofKind
      ? declaration.members.filter(({ name }) => name !== "metadata")
      : declaration.members;
    visitMembers({ members, via });
  };
  const visit = (at: { readonly expression: TypeExpression; readonly place: Place }): void => {
    const { expression, place } = at;
    switch (expression.kind) {
      case "builtin":
        if (expression.name === "ObjectMeta") report(place);
        break;
      case "reference":
        if (kinds.has(expression.id)) report(place);
        enqueueType({ id: expression.id, place });
        break;
      case "array":
        visit({ expression: expression.element, place });
        break;
      case "tuple":
        for (const element of expression.elements) visit({ expression: element, place });
        break;
      case "map":
        visit({ expression: expression.value, place });
        break;
      case "nullable":
        visit({ expression: expression.type, place });
        break;
      case "object":
        visitMembers({ members: expression.members });
        break;
      case "union":
        // Of the other unions nothing is pruned.
        if (expression.form === "discriminated") {
          for (const { id } of expression.members) enqueueType({ id, place });
        }
        break;
    }
  };

  for (const id of input.kinds) enqueueType({ id });
  for (const part of queue) visitPart(part);
  return [...found.values()];
}
