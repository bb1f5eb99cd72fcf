import { exactJson } from "../model/index.js";
import { type JSONSchemaProps, valuesOf } from "./schema.js";

/** How large a schema is once everything that it shares is written out. */
export interface SchemaSize {
  /** Schemas in it, itself included. */
  readonly nodes: number;
  /** Schemas on the longest way down, itself included. */
  readonly depth: number;
}

/** Three times what the largest published CustomResourceDefinitions have; the API server takes 1.5 MB at most. */
export const largest: SchemaSize = { nodes: 50_000, depth: 200 };

/** Bytes of JSON that etcd takes in one request unless told otherwise (`--max-request-bytes`). */
export const largestStored = 1.5 * 2 ** 20;

/** Bytes of a definition as it is stored, which is JSON; 0 when its YAML is far from the limit. */
export function storedBytes(input: { readonly crd: unknown; readonly yaml: string }): number {
  // JSON has quotes where YAML has none, and up to three bytes a character.
  return input.yaml.length < largestStored / 4 ? 0 : Buffer.byteLength(exactJson(input.crd));
}

/** Measures schemas, each of the shared ones once. */
export class SchemaSizes {
  readonly #sizes = new WeakMap<JSONSchemaProps, SchemaSize>();

  sizeOf(schema: JSONSchemaProps): SchemaSize {
    const known = this.#sizes.get(schema);
    if (known !== undefined) return known;
    let nodes = 1;
    let depth = 0;
    const add = (child: JSONSchemaProps | undefined): void => {
      if (child === undefined) return;
      const size = this.sizeOf(child);
      nodes += size.nodes;
      depth = Math.max(depth, size.depth);
    };
    add(schema.items);
    add(valuesOf(schema));
    for (const name in schema.properties) add(schema.properties[name]);
    schema.oneOf?.forEach(add);
    schema.allOf?.forEach(add);
    const size = { nodes, depth: depth + 1 };
    this.#sizes.set(schema, size);
    return size;
  }
}
