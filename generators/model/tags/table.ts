import { clientGenTags } from "./client-gen.js";
import { codeGeneratorTags } from "./code-generator.js";
import { controllerGenTags } from "./controller-gen.js";
import { controllerGenSchemaTags } from "./controller-gen-schema.js";
import { crdProjectTags } from "./crd-project.js";
import { deepcopyGenTags } from "./deepcopy-gen.js";
import type { TagConflict, TagEntry } from "./entry.js";
import { openapiGenTags } from "./openapi-gen.js";
import { validationGenTags } from "./validation-gen.js";

/** Every tag of code-generator and controller-gen, and ours: the reference is printed from it. */
export const tagTable: readonly TagEntry[] = [
  ...clientGenTags,
  ...deepcopyGenTags,
  ...controllerGenTags,
  ...controllerGenSchemaTags,
  ...openapiGenTags,
  ...validationGenTags,
  ...codeGeneratorTags,
  ...crdProjectTags,
];

const byName: ReadonlyMap<string, TagEntry> = new Map(tagTable.map((entry) => [entry.name, entry]));
const wildcards = tagTable.filter(({ name }) => name.endsWith("*"));

/** The names of the table, without those that end in `*`. */
export const tagNames: readonly string[] = [...byName.keys()].filter((name) => !name.endsWith("*"));

/** The entry of a name as written in front of `=`; wildcard entries match by their prefix. */
export function findTag(name: string): TagEntry | undefined {
  return (
    byName.get(name) ??
    findNested(name) ??
    wildcards.find((entry) => name.startsWith(entry.name.slice(0, -1)))
  );
}

const nested =
  /^([\w-]+:(?:validation:)?)((?:items:|additionalProperties:)+)((?:items|additionalProperties):.+)$/;

/** `kubebuilder:validation:items:additionalProperties:MaxLength`, of which the table has the last prefix only. */
function findNested(name: string): TagEntry | undefined {
  const [, prefix = "", , rest = ""] = nested.exec(name) ?? [];
  const entry = rest === "" ? undefined : byName.get(`${prefix}${rest}`);
  return entry === undefined ? undefined : { ...entry, name };
}

const aliases: ReadonlyMap<string, readonly string[]> = closure();

/** Other tags that say the same, whichever of them names the others. */
export function aliasesOf(name: string): readonly string[] {
  return aliases.get(name) ?? [];
}

function closure(): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Set<string>>();
  for (const { name, aliases: others } of tagTable) {
    const all = [name, ...others].flatMap((one) => [one, ...(groups.get(one) ?? [])]);
    const group = new Set(all);
    for (const one of group) groups.set(one, group);
  }
  return new Map(
    [...groups].map(([name, group]) => [name, [...group].filter((other) => other !== name).sort()]),
  );
}

const conflicts: ReadonlyMap<string, readonly TagConflict[]> = conflictsByName();

/** What contradicts a tag, seen from it, whichever of the two entries says so. */
export function conflictsOf(name: string): readonly TagConflict[] {
  return conflicts.get(name) ?? [];
}

function conflictsByName(): ReadonlyMap<string, readonly TagConflict[]> {
  const found = new Map<string, TagConflict[]>();
  const add = (name: string, conflict: TagConflict): void => {
    found.set(name, [...(found.get(name) ?? []), conflict]);
  };
  for (const entry of tagTable) {
    for (const conflict of entry.conflicts) {
      add(entry.name, conflict);
      if (conflict.with === entry.name) continue;
      const { own, other, ...rest } = conflict;
      add(conflict.with, {
        ...rest,
        with: entry.name,
        ...(other !== undefined && { own: other }),
        ...(own !== undefined && { other: own }),
      });
    }
  }
  return found;
}
