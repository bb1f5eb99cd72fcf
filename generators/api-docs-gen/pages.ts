import { posix } from "node:path";
import {
  type ApiModel,
  type ApiType,
  type ApiVersion,
  groupFolderOf,
  indexModel,
  type ModelIndex,
  type TypeId,
} from "../model/index.js";
import { plain } from "./markdown.js";
import { reachable, referencesOf } from "./references.js";
import { Slugs } from "./slugs.js";

/** The page of a version, with the types on it. */
export interface Page {
  readonly path: string;
  readonly version: ApiVersion;
  /** Sorted by name. */
  readonly kinds: readonly ApiType[];
  readonly parts: readonly ApiType[];
}

/** All pages, and where each type stands. */
export class Pages {
  readonly all: readonly Page[];
  readonly index: ModelIndex;
  readonly #places = new Map<TypeId, { readonly path: string; readonly anchor: string }>();
  readonly #usedBy = new Map<TypeId, ApiType[]>();

  constructor(input: { readonly model: ApiModel; readonly folder: string }) {
    const { model, folder } = input;
    this.index = indexModel(model);
    const { types, versions } = this.index;
    const documented = reachable({ model, types });
    this.all = versions
      .map(({ version }) => pageOf({ version, documented, folder }))
      .filter(({ kinds, parts }) => kinds.length + parts.length > 0);
    for (const page of this.all) {
      this.#place(page);
    }
    for (const type of this.all.flatMap(({ kinds, parts }) => [...kinds, ...parts])) {
      for (const id of referencesOf(types, type)) {
        this.#usedBy.set(id, [...(this.#usedBy.get(id) ?? []), type]);
      }
    }
  }

  /** A link to a type from a page; its name where it has no section. */
  link(input: { readonly id: TypeId; readonly from: string }): string {
    const name = plain(this.index.types.get(input.id)?.name ?? input.id);
    const place = this.#places.get(input.id);
    if (place === undefined) return name;
    const page = place.path === input.from ? "" : relativePath({ ...input, to: place.path });
    return `[${name}](${page}#${place.anchor})`;
  }

  /** The types that name a type, sorted by name and then by version. */
  usersOf(id: TypeId): readonly ApiType[] {
    return (this.#usedBy.get(id) ?? []).toSorted((a, b) =>
      `${a.name} ${a.id}` < `${b.name} ${b.id}` ? -1 : 1,
    );
  }

  /** In the order of the template. */
  #place({ path, version, kinds, parts }: Page): void {
    const slugs = new Slugs();
    const place = (type: ApiType): void => {
      this.#places.set(type.id, { path, anchor: slugs.next(type.name) });
    };
    slugs.next(pageTitle(version));
    if (kinds.length > 0) slugs.next("Kinds");
    kinds.forEach(place);
    if (parts.length > 0) slugs.next("Types");
    parts.forEach(place);
  }
}

/** `example.com/v1`. */
export function pageTitle({ group, version }: Pick<ApiVersion, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}

/** `../other.com/v1.md`. */
export function relativePath(input: { readonly from: string; readonly to: string }): string {
  return posix.relative(posix.dirname(input.from), input.to);
}

function pageOf(input: {
  readonly version: ApiVersion;
  readonly documented: ReadonlySet<TypeId>;
  readonly folder: string;
}): Page {
  const { version, documented, folder } = input;
  const types = version.types
    .filter(({ id }) => documented.has(id))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const kinds = new Set(version.kinds.map(({ type }) => type));
  return {
    path: `${folder}/${groupFolderOf(version.group)}/${version.version}.md`,
    version,
    kinds: types.filter(({ id }) => kinds.has(id)),
    parts: types.filter(({ id }) => !kinds.has(id)),
  };
}
