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

/** The kind itself is checked in the model. */
function namesOf({ stored: { kind } }: VersionedKind): readonly Name[] {
  return [
    { what: "plural", name: kind.plural },
    { what: "singular", name: kind.singular },
    ...kind.shortNames.map((name) => ({ what: "short name", name })),
    ...kind.categories.map((name) => ({ what: "category", name })),
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
  const lower = what === "list kind" ? name.toLowerCase() : name;
  return label.test(lower) ? undefined : "begin with a letter";
}

/** Names that the API server refuses in a definition, by the rules of apiextensions-apiserver's validation. */
export function nameProblems(kind: VersionedKind): readonly Diagnostic[] {
  const { kind: names } = kind.stored;
  const found = namesOf(kind).flatMap((each) => {
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
