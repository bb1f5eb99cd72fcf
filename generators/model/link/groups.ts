import { diagnostic } from "../../diagnostics/index.js";
import {
  accessorOf,
  compareVersions,
  groupGoNameOf,
  isDnsSubdomain,
  isIdentifier,
  lowerCamel,
  pluralNameOf,
  spellLike,
  upperCamel,
} from "../names/index.js";
import type {
  ApiGroup,
  ApiType,
  ApiVersion,
  ConversionFunction,
  HandWrittenFunction,
  Kind,
} from "../types.js";
import { groupBy } from "./group-by.js";
import type { KindDraft } from "./kinds.js";
import { type NamedKind, reportNameCollisions } from "./name-collisions.js";
import { type KindNames, nameKind, type VersionedDraft } from "./names.js";
import type { PackageInfo } from "./package.js";
import { type Report, startOf } from "./report.js";

/** All there is to know of a version before its group's names are given. */
export interface VersionDraft {
  readonly package: PackageInfo;
  readonly types: readonly ApiType[];
  readonly functions: readonly HandWrittenFunction[];
  readonly peers: readonly string[] | undefined;
  readonly conversions: readonly ConversionFunction[];
  readonly kinds: readonly KindDraft[];
}

interface GroupInput {
  readonly name: string;
  /** Highest version first. */
  readonly versions: readonly [VersionDraft, ...VersionDraft[]];
  readonly report: Report;
}

/** Brings versions together into groups, sorted by name, and gives everything its names. */
export function linkGroups(input: {
  readonly versions: readonly VersionDraft[];
  readonly report: Report;
}): readonly ApiGroup[] {
  const byGroup = groupBy(input.versions, (version) => version.package.group);
  const groups = [...byGroup]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([name, versions]) => {
      const [first, ...others] = versions.toSorted((left, right) =>
        compareVersions(left.package.version, right.package.version),
      );
      return first === undefined
        ? []
        : [linkGroup({ ...input, name, versions: [first, ...others] })];
    });
  reportGroupCollisions({ ...input, groups });
  return groups;
}

function linkGroup(input: GroupInput): ApiGroup {
  const goName = goNameOf(input);
  const names = nameKinds(input);
  return {
    name: input.name,
    goName,
    accessor: lowerCamel(goName),
    versions: input.versions.map((version) => linkVersion({ ...input, version, goName, names })),
  };
}

function goNameOf(input: GroupInput): string {
  const { name, versions, report } = input;
  const said = versions.flatMap(({ package: { goName } }) => goName ?? []);
  const [first, ...others] = said;
  for (const tag of others) {
    if (tag.value !== first?.value) {
      const place = { span: tag.span, hint: `write '+groupGoName=${first?.value ?? ""}'` };
      report(
        diagnostic(
          "model/group-go-name-differs",
          { group: name, other: first?.value ?? "" },
          place,
        ),
      );
    }
  }
  const goName = first?.value ?? groupGoNameOf(name);
  // Of a group that is no domain the name is wrong already.
  if (!isIdentifier(goName) && isDnsSubdomain(name)) {
    const place = { span: docOf(versions[0]), hint: "add '// +groupGoName=Name' to doc.ts" };
    report(diagnostic("model/group-go-name", { name: goName }, place));
  }
  return goName;
}

function docOf({ package: { folder } }: VersionDraft): ReturnType<typeof startOf> {
  return startOf(folder.doc?.path ?? folder.files[0]?.path ?? folder.directory);
}

/** The names of each kind of the group, by kind. */
function nameKinds(input: GroupInput): ReadonlyMap<string, KindNames> {
  const drafts = input.versions.flatMap(({ package: { version, tags }, kinds }) =>
    kinds.map((draft): VersionedDraft => ({ version, draft, skipped: isSkipped({ draft, tags }) })),
  );
  const byKind = groupBy(drafts, ({ draft }) => draft.type.name);
  const kinds = [...byKind].flatMap(([kind, [first, ...others]]): readonly NamedKind[] => {
    if (first === undefined) {
      return [];
    }
    const names = nameKind({ versions: [first, ...others], report: input.report });
    const { client, type } = first.draft;
    return [{ kind, names, lists: client?.verbs.includes("list") === true, span: type.span }];
  });
  reportNameCollisions({ kinds, report: input.report });
  return new Map(kinds.map(({ kind, names }) => [kind, names]));
}

/** Left out of the definition of its kind. */
function isSkipped(input: {
  readonly draft: KindDraft;
  /** Those of doc.ts. */
  readonly tags: PackageInfo["tags"];
}): boolean {
  return input.draft.skipped || input.tags.some(({ name }) => name === "kubebuilder:skip");
}

function linkVersion(
  input: GroupInput & {
    readonly version: VersionDraft;
    readonly goName: string;
    readonly names: ReadonlyMap<string, KindNames>;
  },
): ApiVersion {
  const { version, goName, names, report } = input;
  const { folder, version: name, group } = version.package;
  const kinds = version.kinds
    .flatMap((draft) => {
      const kindNames = names.get(draft.type.name);
      return kindNames === undefined ? [] : [linkKind({ ...input, draft, names: kindNames })];
    })
    .toSorted((left, right) => (left.kind < right.kind ? -1 : 1));
  reportKindCollisions({ kinds, version, report });
  return {
    group,
    version: name,
    directory: folder.directory,
    span: docOf(version),
    description: version.package.description,
    tags: version.package.tags,
    accessor: `${lowerCamel(goName)}${upperCamel(name)}`,
    typeName: `${goName}${upperCamel(name)}`,
    versionAccessor: versionAccessorOf(name),
    handWrittenRegister: folder.files.find(({ path }) => path === `${folder.directory}/register.ts`)
      ?.path,
    defaulted: version.package.defaulterNames.length > 0,
    peers: version.peers,
    conversions: version.conversions,
    types: version.types,
    functions: version.functions,
    kinds,
    ...(version.package.exports && { exports: version.package.exports }),
  };
}

function versionAccessorOf(version: string): string {
  const name = lowerCamel(upperCamel(version));
  return isIdentifier(name) ? name : `v${name}`;
}

function linkKind(
  input: GroupInput & {
    readonly version: VersionDraft;
    readonly draft: KindDraft;
    readonly names: KindNames;
  },
): Kind {
  const { draft, names, version } = input;
  const kind = draft.type.name;
  const pluralName = pluralNameFor({ kind, plural: names.plural });
  const { version: apiVersion, tags } = version.package;
  return {
    type: draft.type.id,
    kind,
    plural: names.plural,
    singular: names.singular,
    listKind: `${kind}List`,
    listType: draft.listType?.id,
    shortNames: names.shortNames,
    categories: names.categories,
    scope: names.scope,
    hasStatus: draft.hasStatus,
    statusSubresource: draft.statusSubresource,
    served: draft.served,
    skipped: isSkipped({ draft, tags }),
    storage: names.storage === apiVersion,
    client:
      draft.client === undefined
        ? undefined
        : {
            ...draft.client,
            accessor: accessorOf({ kind, pluralName }),
            expansions: { client: undefined, lister: undefined, informer: undefined },
          },
    pluralName,
  };
}

/** Members of clients and listers, which no kind can be reached by; `then` would make a promise of them. */
const reservedAccessors: ReadonlySet<string> = new Set(["constructor", "list", "then"]);

/** The plural in Go case: as the user chose it, unless its accessor is reserved. */
function pluralNameFor(input: { readonly kind: string; readonly plural: string }): string {
  const { kind } = input;
  const chosen = spellLike(input);
  return chosen === undefined || reservedAccessors.has(accessorOf({ kind, pluralName: chosen }))
    ? pluralNameOf(kind)
    : chosen;
}

function reportKindCollisions(input: {
  readonly kinds: readonly Kind[];
  readonly version: VersionDraft;
  readonly report: Report;
}): void {
  const { kinds, version, report } = input;
  const plurals = new Set<string>();
  const accessors = new Map<string, Kind>();
  for (const kind of kinds) {
    const place = {
      span: version.types.find(({ id }) => id === kind.type)?.span,
      hint: "give it another plural: '// +kubebuilder:resource:path=...'",
    };
    // A shared plural is reported for the whole group.
    const samePlural = plurals.has(kind.plural);
    const accessor = kind.client?.accessor;
    const sameAccessor = accessor === undefined ? undefined : accessors.get(accessor);
    if (!samePlural && sameAccessor !== undefined && accessor !== undefined) {
      const names = { kind: kind.kind, other: sameAccessor.kind, accessor };
      report(diagnostic("model/accessor-collision", names, place));
    }
    plurals.add(kind.plural);
    if (accessor !== undefined) {
      accessors.set(accessor, kind);
    }
  }
}

function reportGroupCollisions(input: {
  readonly groups: readonly ApiGroup[];
  readonly versions: readonly VersionDraft[];
  readonly report: Report;
}): void {
  const seen = new Map<string, ApiGroup>();
  for (const group of input.groups) {
    const other = seen.get(group.accessor);
    if (other === undefined) {
      seen.set(group.accessor, group);
      continue;
    }
    const version = input.versions.find((one) => one.package.group === group.name);
    const name = upperCamel(group.name.split(".").slice(0, 2).join("."));
    const hint = `add '// +groupGoName=${name}' to doc.ts`;
    const place = { span: version === undefined ? undefined : docOf(version), hint };
    const names = { group: group.name, other: other.name, name: group.goName };
    input.report(diagnostic("model/group-collision", names, place));
  }
}
