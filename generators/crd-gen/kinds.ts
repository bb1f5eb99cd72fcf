import { type ApiGroup, type GroupOutline, isDomain } from "../model/index.js";
import type { KindVersion, VersionedKind } from "./crd.js";

function ordered(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Whether any kind of a group gets a definition. */
export function hasDefinitions(group: GroupOutline): boolean {
  return (
    isDomain(group) && group.versions.some(({ kinds }) => kinds.some(({ skipped }) => !skipped))
  );
}

/**
 * The kinds of a group that get a definition, each with its versions in the order of their names as strings, as
 * controller-gen has them.
 */
export function kindsOf(group: ApiGroup): readonly VersionedKind[] {
  if (!isDomain(group)) return [];
  const kinds = new Map<string, KindVersion[]>();
  for (const version of group.versions.toSorted((a, b) => ordered(a.version, b.version))) {
    const types = new Map(version.types.map((type) => [type.id, type]));
    for (const kind of version.kinds.filter(({ skipped }) => !skipped)) {
      const type = types.get(kind.type);
      if (type === undefined) throw new Error(`kind ${kind.kind} has no type ${kind.type}`);
      const entries = kinds.get(kind.kind) ?? [];
      entries.push({ version, kind, type });
      kinds.set(kind.kind, entries);
    }
  }
  return [...kinds]
    .sort(([a], [b]) => ordered(a, b))
    .map(([kind, versions]) => ({
      group: group.name,
      versions,
      stored: storedOf({ kind, versions }),
    }));
}

/** The model has made sure that there is exactly one. */
function storedOf(input: {
  readonly kind: string;
  readonly versions: readonly KindVersion[];
}): KindVersion {
  const [stored, other] = input.versions.filter((entry) => entry.kind.storage);
  if (stored === undefined || other !== undefined) {
    throw new Error(`kind ${input.kind} must have one storage version`);
  }
  return stored;
}
