import { type Diagnostic, diagnostic, type SourceSpan } from "../../diagnostics/index.js";
import type { KindNames } from "./names.js";
import type { Report } from "./report.js";

/** A kind of a group with the names that its resource has in all versions. */
export interface NamedKind {
  readonly kind: string;
  readonly names: KindNames;
  /** Whether its client lists: then a type that takes the place of its list is reported as that. */
  readonly lists: boolean;
  /** Its type in the highest version. */
  readonly span: SourceSpan;
}

/**
 * Reports kinds of one group that share a plural, singular or short name, and a kind that is the list kind of another. The
 * API server refuses the names of the second CustomResourceDefinition, which then is never established.
 */
export function reportNameCollisions(input: {
  readonly kinds: readonly NamedKind[];
  readonly report: Report;
}): void {
  const kinds = input.kinds.toSorted((left, right) => (left.kind < right.kind ? -1 : 1));
  const byKind = new Map(kinds.map((one) => [one.kind, one]));
  const owners = new Map<string, NamedKind>();
  for (const one of kinds) {
    const names = namesOf(one);
    const shared = names.find((name) => owners.has(name));
    const other = shared === undefined ? undefined : owners.get(shared);
    if (shared !== undefined && other !== undefined) {
      input.report(collision({ one, other, name: shared }));
    }
    for (const name of names) {
      owners.set(name, owners.get(name) ?? one);
    }
    const list = byKind.get(`${one.kind}List`);
    if (list !== undefined && !one.lists) {
      const values = { kind: list.kind, other: one.kind, name: list.kind };
      const hint = `rename it: it is the list kind of '${one.kind}'`;
      input.report(diagnostic("model/name-collision", values, { span: list.span, hint }));
    }
  }
}

/** The plural first: a collision of plurals says most. */
function namesOf({ names }: NamedKind): readonly string[] {
  return [...new Set([names.plural, names.singular, ...names.shortNames])];
}

function collision(input: {
  readonly one: NamedKind;
  readonly other: NamedKind;
  readonly name: string;
}): Diagnostic {
  const { one, other, name } = input;
  const { kind, span } = one;
  if (one.names.plural === other.names.plural) {
    const hint = "give it another plural: '// +kubebuilder:resource:path=...'";
    const values = { kind, other: other.kind, plural: name };
    return diagnostic("model/plural-collision", values, { span, hint });
  }
  const argument =
    name === one.names.plural ? "path" : name === one.names.singular ? "singular" : "shortName";
  const hint = `give it another name: '// +kubebuilder:resource:${argument}=...'`;
  return diagnostic("model/name-collision", { kind, other: other.kind, name }, { span, hint });
}
