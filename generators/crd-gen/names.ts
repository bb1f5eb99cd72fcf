import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { VersionedKind } from "./crd.js";

/** A DNS-1035 label: unlike other labels it begins with a letter. */
const label = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const longestLabel = 63;
/** Of the definition itself, `<plural>.<group>`. */
const longestName = 253;

interface Name {
  /** What it is to its kind: `plural`, `list kind`. */
  readonly what: string;
  readonly name: string;
}

/** Names that only one kind of a group can have. */
function resourcesOf({ stored: { kind } }: VersionedKind): readonly Name[] {
  return [
    { what: "plural", name: kind.plural },
    { what: "singular", name: kind.singular },
    ...kind.shortNames.map((name) => ({ what: "short name", name })),
  ];
}

/** Names of another sort, of which the same is true. */
function kindsOf({ stored: { kind } }: VersionedKind): readonly Name[] {
  return [
    { what: "kind", name: kind.kind },
    { what: "list kind", name: kind.listKind },
  ];
}

function spanOf({ stored: { type } }: VersionedKind): SourceSpan {
  return type.tags.find(({ name }) => name === "kubebuilder:resource")?.span ?? type.span;
}

/** What is wrong with a name; undefined when the API server takes it. */
function faultOf({ name, what }: Name): string | undefined {
  if (name.length > longestLabel) {
    return `${name.length} characters, and ${longestLabel} are allowed`;
  }
  const lower = what.endsWith("kind") ? name.toLowerCase() : name;
  return label.test(lower) ? undefined : "begin with a letter";
}

function wrongNames(kind: VersionedKind): readonly Diagnostic[] {
  const { kind: names } = kind.stored;
  const categories = names.categories.map((name) => ({ what: "category", name }));
  const found = [...resourcesOf(kind), ...kindsOf(kind), ...categories].flatMap((each) => {
    const hint = faultOf(each);
    if (hint === undefined) return [];
    const parameters = { ...each, kind: names.kind };
    return [diagnostic("crd/name", parameters, { span: spanOf(kind), hint })];
  });
  const name = `${names.plural}.${kind.group}`;
  if (found.length > 0 || name.length <= longestName) return found;
  const hint = `${name.length} characters, and ${longestName} are allowed`;
  const parameters = { what: "name", name, kind: names.kind };
  return [diagnostic("crd/name", parameters, { span: spanOf(kind), hint })];
}

function collisions(input: {
  readonly kinds: readonly VersionedKind[];
  readonly namesOf: (kind: VersionedKind) => readonly Name[];
}): readonly Diagnostic[] {
  const taken = new Map<string, VersionedKind>();
  return input.kinds.flatMap((kind) => {
    const found: Diagnostic[] = [];
    const own = new Map(input.namesOf(kind).map(({ what, name }) => [name, what]));
    for (const [name, what] of own) {
      const other = taken.get(name);
      if (other === undefined) {
        taken.set(name, kind);
      } else {
        const parameters = {
          what,
          name,
          kind: kind.stored.kind.kind,
          other: other.stored.kind.kind,
        };
        found.push(diagnostic("crd/name-collision", parameters, { span: spanOf(kind) }));
      }
    }
    return found;
  });
}

/**
 * Names with which the API server refuses a definition, or takes it and never serves it, by the rules of
 * apiextensions-apiserver's validation and its naming controller.
 */
export function nameProblems(kinds: readonly VersionedKind[]): readonly Diagnostic[] {
  return [
    ...kinds.flatMap(wrongNames),
    ...collisions({ kinds, namesOf: resourcesOf }),
    ...collisions({ kinds, namesOf: kindsOf }),
  ];
}
