import { applyDefaults } from "./defaults.js";
import type { FieldError } from "./field-error.js";
import { hasStructural } from "./has-structural.js";
import { listTypeErrors } from "./list-types.js";
import { type Coerced, coerceMetadata } from "./metadata/coerce.js";
import { embeddedErrors } from "./metadata/embedded.js";
import { prune } from "./prune.js";
import type { Structural } from "./structural.js";
import { check } from "./value/check.js";
import { nodeOf, type SchemaNode } from "./value/node.js";
import { Problems } from "./value/problems.js";
import { Correlation } from "./value/ratchet.js";

/** An object to validate against a compiled schema. */
export interface ObjectInput {
  readonly object: unknown;
  /** On updates: the object as it was. Errors of values that have not changed are then dropped. */
  readonly oldObject?: unknown;
  /** Path of the value when it is no whole object: `status`. */
  readonly path?: string | undefined;
}

/** An object to validate, with its schema. */
export interface ValidateInput extends ObjectInput {
  readonly schema: CompiledSchema | Structural;
}

/**
 * A structural schema made ready for many objects: whoever validates more than a few keeps one. Patterns are compiled when
 * they are first needed.
 */
export class CompiledSchema {
  readonly structural: Structural;
  readonly #node: SchemaNode;
  #hasEmbedded: boolean | undefined;
  #hasUniqueLists: boolean | undefined;

  constructor(structural: Structural) {
    this.structural = structural;
    this.#node = nodeOf(structural);
  }

  get #embedded(): boolean {
    this.#hasEmbedded ??= hasStructural(this.structural, (schema) => schema.embeddedResource);
    return this.#hasEmbedded;
  }

  get #uniqueLists(): boolean {
    this.#hasUniqueLists ??= hasStructural(
      this.structural,
      ({ listType }) => listType === "map" || listType === "set",
    );
    return this.#hasUniqueLists;
  }

  /** As `coerceMetadata`. */
  coerceMetadata(object: unknown): Coerced {
    return coerceMetadata({ object, schema: this.#embedded ? this.structural : undefined });
  }

  /** As `prune`. */
  prune(object: unknown): string[] {
    return prune({ object, schema: this.structural });
  }

  /** As `applyDefaults`. */
  applyDefaults(object: unknown): void {
    applyDefaults({ object, schema: this.structural });
  }

  /** As `validate`. */
  validate(input: ObjectInput): readonly FieldError[] {
    const errors = this.valueErrors(input);
    if (!this.#embedded && !this.#uniqueLists) return errors;
    return [...errors, ...this.embeddedErrors(input), ...this.listErrors(input)];
  }

  /** Errors of the values alone: types, formats, limits, required members, logic. */
  valueErrors({ object, oldObject, path = "" }: ObjectInput): readonly FieldError[] {
    const problems = new Problems(path);
    const subject = { node: this.#node, value: object, path: "", problems };
    check({ correlation: undefined, ...subject });
    if (problems.none || oldObject === undefined) return problems.errors;
    const correlation = new Correlation({ value: object, old: oldObject, schema: this.structural });
    if (correlation.equal()) return [];
    const changed = new Problems(path);
    check({ correlation, ...subject, problems: changed });
    return changed.errors;
  }

  /** Errors of apiVersion, kind and metadata of embedded resources. */
  embeddedErrors({ object, path = "" }: ObjectInput): readonly FieldError[] {
    if (!this.#embedded) return [];
    return embeddedErrors({ value: object, schema: this.structural, path, root: "value" });
  }

  /** Errors of lists whose elements must be unique; none when the old object had some. */
  listErrors({ object, oldObject, path = "" }: ObjectInput): readonly FieldError[] {
    if (!this.#uniqueLists) return [];
    const schema = this.structural;
    const errors = listTypeErrors({ value: object, schema, path });
    if (errors.length === 0 || oldObject === undefined) return errors;
    return listTypeErrors({ value: oldObject, schema, path }).length > 0 ? [] : errors;
  }
}

/** Makes a structural schema ready for many objects. */
export function compile(schema: Structural): CompiledSchema {
  return new CompiledSchema(schema);
}

/**
 * What is wrong with an object, with the server's texts: its values, then embedded resources, then lists whose elements must
 * be unique. Metadata of the object itself is validated by `validateObjectMeta`, and CEL rules elsewhere.
 *
 * With `oldObject`, errors of values that have not changed are dropped, as far as old and new can be matched: not in lists
 * other than those of type map (CRDValidationRatcheting).
 *
 * Follows customresource.customResourceStrategy of apiextensions-apiserver. Errors of the members of one object come in the
 * order of the object; the server's order is random there.
 *
 * @example
 * const [error] = validate({ object: { spec: { replicas: "3" } }, schema });
 * // { type: "FieldValueTypeInvalid", field: "spec.replicas", ... }
 */
export function validate({ schema, ...input }: ValidateInput): readonly FieldError[] {
  return (schema instanceof CompiledSchema ? schema : new CompiledSchema(schema)).validate(input);
}
