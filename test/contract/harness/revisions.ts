import { at, isArray, isObject, type Json } from "./json.js";

/**
 * resourceVersions as symbols that keep their order. Revisions of objects become `rv1` < `rv2` ...; those of lists and
 * bookmarks, which grow with whatever else the server does, become `rv2+`: not older than rv2, older than rv3.
 */
export class Revisions {
  readonly #sorted: readonly bigint[];
  readonly #rank: ReadonlyMap<string, number>;

  /** Of all bodies and frames of a case. */
  constructor(values: readonly Json[]) {
    const found = new Set<string>();
    for (const value of values) collect({ value, found });
    this.#sorted = [...found].map(BigInt).sort((a, b) => (a < b ? -1 : 1));
    this.#rank = new Map(this.#sorted.map((revision, index) => [String(revision), index + 1]));
  }

  /** Undefined where no object had it. */
  ofObject(revision: string): string | undefined {
    const rank = this.#rank.get(revision);
    return rank === undefined ? undefined : `rv${rank}`;
  }

  ofList(revision: string): string {
    const value = BigInt(revision);
    return `rv${this.#sorted.filter((known) => known <= value).length}+`;
  }
}

/** Whether metadata.resourceVersion of a value is that of a list. */
export function isListLike(value: Json): boolean {
  const kind = at(value, "kind");
  return isArray(at(value, "items")) || (typeof kind === "string" && /(List|Table)$/.test(kind));
}

/** Whether a value is a frame of a watch whose object only carries a revision. */
export function isBookmark(value: Json): boolean {
  return at(value, "type") === "BOOKMARK" && isObject(at(value, "object"));
}

/** Digits, as every revision of a real object is. */
export function isRevision(value: Json | undefined): value is string {
  return typeof value === "string" && /^[1-9]\d*$/.test(value);
}

function collect(input: { readonly value: Json; readonly found: Set<string> }): void {
  const { value, found } = input;
  if (isArray(value)) {
    for (const item of value) collect({ value: item, found });
    return;
  }
  if (!isObject(value) || isBookmark(value)) return;
  const revision = at(value, "metadata", "resourceVersion");
  if (isRevision(revision) && !isListLike(value)) found.add(revision);
  for (const member of Object.values(value)) collect({ value: member, found });
}
