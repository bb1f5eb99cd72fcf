import { isObject, type JsonMembers } from "./json.js";
import type { Structural } from "./structural.js";
import { compareUtf8 } from "./text/go.js";

/** What to prune, and how. */
export interface PruneInput {
  /** Changed in place, unless `mode` is "report". */
  readonly object: unknown;
  /** Absent: nothing but apiVersion, kind and metadata of a resource is known. */
  readonly schema: Structural | undefined;
  /** "resource" (the default): a whole resource, whose apiVersion, kind and metadata stay; "value": a value alone. */
  readonly root?: "resource" | "value" | undefined;
  /** "prune" (the default) removes unknown members, "report" only names them. */
  readonly mode?: "prune" | "report" | undefined;
}

type Mode = NonNullable<PruneInput["mode"]>;

const metaFields: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);
const none: ReadonlySet<string> = new Set();

/**
 * Removes the members that a schema does not know and returns their paths in the server's notation, sorted: `spec.foo`,
 * `spec.items[0].bar`. Members of `metadata` are not looked at: `coerceMetadata` does.
 *
 * Follows pruning.PruneWithOptions of apiextensions-apiserver.
 */
export function prune({ object, schema, root = "resource", mode = "prune" }: PruneInput): string[] {
  const unknown: string[] = [];
  const pruner = new Pruner({ unknown, mode });
  if (root === "resource" && isObject(object)) pruner.members(object, schema, metaFields);
  else pruner.value(object, schema);
  if (unknown.length === 0) return unknown;
  return unknown.map((path) => (path.startsWith(".") ? path.slice(1) : path)).sort(compareUtf8);
}

/**
 * Each step of a path is written as `.name` or `[index]`, on the way back from what was found: objects without unknown
 * members cost no text.
 */
class Pruner {
  readonly #unknown: string[];
  readonly #mode: Mode;

  constructor({ unknown, mode }: { readonly unknown: string[]; readonly mode: Mode }) {
    this.#unknown = unknown;
    this.#mode = mode;
  }

  value(value: unknown, schema: Structural | undefined): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) this.#elements(value, schema);
    else if (isObject(value)) this.members(value, schema, kept(schema));
  }

  members(object: JsonMembers, schema: Structural | undefined, keep: ReadonlySet<string>): void {
    const additional = schema?.additionalProperties;
    for (const name of Object.keys(object)) {
      if (keep.size > 0 && keep.has(name)) continue;
      const property = schema?.properties.get(name);
      if (property !== undefined) this.#member(object[name], property, name);
      else if (additional !== undefined)
        // `additionalProperties: true` keeps the members, yet nothing is known of what is in them.
        this.#member(object[name], typeof additional === "object" ? additional : undefined, name);
      else if (schema?.preserveUnknownFields !== true) {
        this.#unknown.push(`.${name}`);
        if (this.#mode === "prune") delete object[name];
      }
    }
  }

  #member(value: unknown, schema: Structural | undefined, name: string): void {
    if (typeof value !== "object" || value === null) return;
    const before = this.#unknown.length;
    this.value(value, schema);
    this.#prefix(before, `.${name}`);
  }

  #elements(values: readonly unknown[], schema: Structural | undefined): void {
    const items = schema?.items;
    const preserve = schema?.preserveUnknownFields === true;
    if (preserve && items === undefined) return;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (typeof value !== "object" || value === null) continue;
      const before = this.#unknown.length;
      // Elements of a list that keeps what is unknown keep it, too.
      this.value(value, preserve && items ? { ...items, preserveUnknownFields: true } : items);
      this.#prefix(before, `[${index}]`);
    }
  }

  #prefix(from: number, step: string): void {
    const unknown = this.#unknown;
    for (let index = from; index < unknown.length; index += 1) {
      unknown[index] = `${step}${unknown[index]}`;
    }
  }
}

function kept(schema: Structural | undefined): ReadonlySet<string> {
  return schema?.embeddedResource === true ? metaFields : none;
}
