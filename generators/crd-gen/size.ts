import type { JSONSchemaProps } from "./schema.js";

/** How large a schema is once everything that it shares is written out. */
export interface SchemaSize {
  /** Schemas in it, itself included. */
  readonly nodes: number;
  /** Schemas on the longest way down, itself included. */
  readonly depth: number;
}

/** Three times what the largest published CustomResourceDefinitions have; the API server takes 1.5 MB at most. */
export const largest: SchemaSize = { nodes: 50_000, depth: 200 };

function children(schema: JSONSchemaProps): readonly JSONSchemaProps[] {
  const { items, additionalProperties, properties = {}, oneOf = [], allOf = [] } = schema;
  const single = [items, additionalProperties].filter((child) => child !== undefined);
  return [...single, ...Object.values(properties), ...oneOf, ...allOf];
}

/** Measures schemas, each of the shared ones once. */
export class SchemaSizes {
  readonly #sizes = new WeakMap<JSONSchemaProps, SchemaSize>();

  sizeOf(schema: JSONSchemaProps): SchemaSize {
    const known = this.#sizes.get(schema);
    if (known !== undefined) return known;
    let nodes = 1;
    let depth = 0;
    for (const child of children(schema)) {
      const size = this.sizeOf(child);
      nodes += size.nodes;
      depth = Math.max(depth, size.depth);
    }
    const size = { nodes, depth: depth + 1 };
    this.#sizes.set(schema, size);
    return size;
  }
}
