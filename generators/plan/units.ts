import { folderOf, nameOf } from "../files.js";
import { type Mentions, versionFolderOf } from "../model/link/index.js";
import { groupFolderOf } from "../model/names/index.js";

/** A source file as the cache knows it. */
export interface FileFacts extends Mentions {
  readonly path: string;
  /** SHA-256 of its text. */
  readonly digest: string;
}

/** A file of sample objects. */
export interface SampleFacts {
  readonly path: string;
  /** SHA-256 of its text. */
  readonly digest: string;
  /** Those of its objects. */
  readonly groups: readonly string[];
}

/** Groups that refer to one another, with all their files: they are linked and generated for without the others. */
export interface Unit {
  /** Sorted by path. */
  readonly files: readonly FileFacts[];
  readonly expansions: readonly FileFacts[];
  /** Those with objects of its groups. */
  readonly samples: readonly SampleFacts[];
}

/** Sorts files into units, by their first files. Files that no group owns make one unit of everything. */
export function unitsOf(input: {
  readonly files: readonly FileFacts[];
  readonly expansions: readonly FileFacts[];
  readonly samples: readonly SampleFacts[];
  /** Folder of the API types. */
  readonly apis: string;
}): readonly Unit[] {
  const { files, expansions, samples, apis } = input;
  const folders = versionsOf({ files, apis });
  const sets = new Sets();
  const byName = new Map<string, string>();
  for (const { directory, names } of folders.values()) {
    for (const name of names) sets.join(directory, byName.get(name) ?? directory);
    for (const name of names) byName.set(name, byName.get(name) ?? directory);
  }
  for (const { directory, files: own } of folders.values()) {
    for (const { paths, words } of own) {
      for (const path of paths) {
        const other = folderAbove({ folders, path });
        if (other !== undefined) sets.join(directory, other);
      }
      for (const word of words) {
        const other = byName.get(word) ?? byName.get(word.split("/").slice(-2).join("/"));
        if (other !== undefined) sets.join(directory, other);
      }
    }
  }
  const units = new Map<
    string,
    { files: FileFacts[]; expansions: FileFacts[]; samples: SampleFacts[] }
  >();
  for (const { directory, files: own } of folders.values()) {
    const root = sets.rootOf(directory);
    const unit = units.get(root) ?? { files: [], expansions: [], samples: [] };
    unit.files.push(...own);
    units.set(root, unit);
  }
  for (const expansion of expansions) {
    const owner = byName.get(`folder:${nameOf(folderOf(expansion.path))}`);
    const unit = owner === undefined ? undefined : units.get(sets.rootOf(owner));
    if (unit === undefined) return [{ files, expansions, samples }];
    unit.expansions.push(expansion);
  }
  for (const sample of samples) {
    const roots = sample.groups.flatMap((group) => {
      const owner = byName.get(group);
      return owner === undefined ? [] : [sets.rootOf(owner)];
    });
    for (const root of new Set(roots)) units.get(root)?.samples.push(sample);
  }
  return [...units.values()];
}

interface VersionFacts {
  readonly directory: string;
  readonly files: FileFacts[];
  /** Its group, its folder of client code, and the ways to name the version. */
  readonly names: string[];
}

function versionsOf(input: {
  readonly files: readonly FileFacts[];
  readonly apis: string;
}): ReadonlyMap<string, VersionFacts> {
  const found = new Map<string, VersionFacts>();
  for (const file of input.files) {
    const place = versionFolderOf({ path: file.path, apis: input.apis });
    if (place === undefined) continue;
    const { directory, groupFolder, version } = place;
    const facts = found.get(directory) ?? { directory, files: [], names: [groupFolder] };
    found.set(directory, facts);
    facts.files.push(file);
    for (const group of file.path === `${directory}/doc.ts` ? [file.group ?? groupFolder] : []) {
      const named = `${group}/${file.version ?? version}`;
      facts.names.push(group, `${group}/${version}`, named, `folder:${groupFolderOf(group)}`);
    }
    facts.names.push(`${groupFolder}/${version}`, `folder:${groupFolderOf(groupFolder)}`);
  }
  return found;
}

/** The version folder in which a path lies. */
function folderAbove(input: {
  readonly folders: ReadonlyMap<string, VersionFacts>;
  readonly path: string;
}): string | undefined {
  for (let path = input.path; path !== ""; path = folderOf(path)) {
    if (input.folders.has(path)) return path;
  }
  return undefined;
}

/** Disjoint sets of names. */
class Sets {
  readonly #parents = new Map<string, string>();

  rootOf(name: string): string {
    const parent = this.#parents.get(name);
    if (parent === undefined || parent === name) return name;
    const root = this.rootOf(parent);
    this.#parents.set(name, root);
    return root;
  }

  join(left: string, right: string): void {
    this.#parents.set(this.rootOf(right), this.rootOf(left));
  }
}
