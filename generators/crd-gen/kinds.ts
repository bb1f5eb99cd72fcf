import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { ApiGroup, ApiType } from "../model/index.js";
import type { KindVersion, VersionedKind } from "./crd.js";

const storageTag = "kubebuilder:storageversion";
const resourceTag = "kubebuilder:resource";
const protectedGroup = /(^|\.)(k8s|kubernetes)\.io$/;

export interface CollectedKinds {
  readonly kinds: readonly VersionedKind[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The tag on the kind's type, or else the type's name. */
function spanOf(entry: KindVersion, tag?: string): SourceSpan {
  return entry.type.tags.find(({ name }) => name === tag)?.span ?? entry.type.span;
}

/** Versions of each kind of a group: kinds by name, versions in the order of their names as strings. */
function byKind(group: ApiGroup): readonly (readonly [KindVersion, ...KindVersion[]])[] {
  const kinds = new Map<string, [KindVersion, ...KindVersion[]]>();
  const versions = group.versions.toSorted((a, b) => (a.version < b.version ? -1 : 1));
  for (const version of versions) {
    const types = new Map<string, ApiType>(version.types.map((type) => [type.id, type]));
    for (const kind of version.kinds) {
      const type = types.get(kind.type);
      if (type === undefined) throw new Error(`kind ${kind.kind} has no type ${kind.type}`);
      const entry = { version, kind, type };
      const known = kinds.get(kind.kind);
      if (known === undefined) kinds.set(kind.kind, [entry]);
      else known.push(entry);
    }
  }
  return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entries]) => entries);
}

/** What contradicts exactly one storage version. */
function storageProblems(versions: readonly [KindVersion, ...KindVersion[]]): Diagnostic[] {
  const [first, ...others] = versions.filter((entry) => entry.kind.storage);
  if (first === undefined) {
    const [{ kind, version }] = versions;
    return [
      diagnostic(
        "crd/no-storage-version",
        { kind: kind.kind, count: String(versions.length) },
        {
          span: spanOf(versions[0]),
          hint: `add '// +${storageTag}' here, or above the type in another version than ${version.version}`,
        },
      ),
    ];
  }
  return others.map((entry) =>
    diagnostic(
      "crd/several-storage-versions",
      {
        kind: entry.kind.kind,
        version: entry.version.version,
        first: first.version.version,
      },
      { span: spanOf(entry, storageTag) },
    ),
  );
}

const comparedNames: readonly {
  readonly what: string;
  readonly of: (entry: KindVersion) => string;
  /** Names that a version may leave to the others. */
  readonly optional: boolean;
}[] = [
  { what: "plural", of: ({ kind }) => kind.plural, optional: false },
  { what: "singular", of: ({ kind }) => kind.singular, optional: false },
  { what: "scope", of: ({ kind }) => kind.scope, optional: false },
  { what: "short names", of: ({ kind }) => kind.shortNames.join(";"), optional: true },
  { what: "categories", of: ({ kind }) => kind.categories.join(";"), optional: true },
];

/** Names and scopes in which versions contradict each other. */
function nameProblems(versions: readonly KindVersion[]): Diagnostic[] {
  return comparedNames.flatMap(({ what, of, optional }) => {
    const [first, ...others] = versions.filter((entry) => !optional || of(entry) !== "");
    if (first === undefined) return [];
    return others
      .filter((entry) => of(entry) !== of(first))
      .map((entry) =>
        diagnostic(
          "crd/names-differ",
          {
            kind: entry.kind.kind,
            what,
            here: `'${of(entry)}'`,
            version: entry.version.version,
            there: `'${of(first)}'`,
            other: first.version.version,
          },
          { span: spanOf(entry, resourceTag) },
        ),
      );
  });
}

function firstNamed(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.find((names) => names.length > 0) ?? [];
}

/** The kinds of a group that get a definition, and what keeps the others from it. */
export function collectKinds(group: ApiGroup): CollectedKinds {
  const kinds: VersionedKind[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const versions of byKind(group)) {
    const [entry] = versions;
    const { kind } = entry.kind;
    if (!group.name.includes(".")) {
      const parameters = { kind, group: group.name };
      diagnostics.push(diagnostic("crd/group-without-dot", parameters, { span: spanOf(entry) }));
      continue;
    }
    const problems = [...storageProblems(versions), ...nameProblems(versions)];
    diagnostics.push(...problems);
    const stored = versions.find((candidate) => candidate.kind.storage);
    if (problems.length > 0 || stored === undefined) continue;
    kinds.push({
      group: group.name,
      versions,
      stored,
      shortNames: firstNamed(versions.map((candidate) => candidate.kind.shortNames)),
      categories: firstNamed(versions.map((candidate) => candidate.kind.categories)),
    });
  }
  const [first] = kinds;
  if (first !== undefined && protectedGroup.test(group.name)) {
    const { span } = first.stored.version;
    diagnostics.push(diagnostic("crd/protected-group", { group: group.name }, { span }));
  }
  return { kinds, diagnostics };
}
