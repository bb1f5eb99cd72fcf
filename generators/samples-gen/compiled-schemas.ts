import { type CompiledSchema, compile, Structurals } from "crd-runtime/schema";
import type { Schema } from "./schema.js";

/** The schemas of a run and their parts, each compiled once: the kinds of a group have many in common. */
export class CompiledSchemas {
  readonly #structurals = new Structurals();
  readonly #compiled = new WeakMap<Schema, CompiledSchema>();

  of(schema: Schema): CompiledSchema {
    const known = this.#compiled.get(schema);
    if (known !== undefined) return known;
    const compiled = compile(this.#structurals.of(schema));
    this.#compiled.set(schema, compiled);
    return compiled;
  }
}
