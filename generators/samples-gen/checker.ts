import {
  blocksRules,
  type CelCompiler,
  type CompiledSchema,
  compileRules,
  dnsSubdomainErrors,
  type FieldError,
  forbidden,
  type RuleNode,
  validateObjectMeta,
  validateRules,
} from "crd-runtime/schema";
import { isJsonObject, type JsonValue } from "../model/index.js";
import type { JsonObject } from "./schema.js";

/** What the API server would find wrong with objects of a version that are created. */
export class Checker {
  readonly #schema: CompiledSchema;
  readonly #rules: RuleNode | undefined;
  readonly #scope: "Cluster" | "Namespaced";
  readonly #hasStatus: boolean;

  constructor(input: {
    readonly schema: CompiledSchema;
    readonly scope: string;
    /** Whether the status is a subresource, so that what an object says of it is dropped. */
    readonly hasStatus: boolean;
    readonly cel: CelCompiler;
  }) {
    const { schema, cel } = input;
    this.#schema = schema;
    this.#rules = compileRules({ schema: schema.structural, cel }).rules;
    this.#scope = input.scope === "Cluster" ? "Cluster" : "Namespaced";
    this.#hasStatus = input.hasStatus;
  }

  /**
   * As `kubectl apply` is answered, which asks for strict validation: unknown members are errors, too. A namespaced object
   * without a namespace goes into the one of the context.
   */
  problems(sample: JsonObject): readonly FieldError[] {
    const object: Record<string, JsonValue> = structuredClone(sample);
    const unknown = this.#schema.prune(object);
    const coerced = this.#schema.coerceMetadata(object);
    if (coerced.error !== undefined) return [coerced.error];
    this.#schema.applyDefaults(object);
    if (this.#hasStatus) delete object["status"];
    const errors = [
      ...[...unknown, ...coerced.unknown].map((field) => forbidden(field, "unknown field")),
      ...this.#metadataErrors(object),
      ...this.#schema.validate({ object }),
    ];
    if (this.#rules === undefined || blocksRules(errors)) return errors;
    return [...errors, ...validateRules({ rules: this.#rules, object }).errors];
  }

  #metadataErrors({ metadata }: JsonObject): readonly FieldError[] {
    const given = isJsonObject(metadata) ? metadata : {};
    const scope = this.#scope;
    return validateObjectMeta({
      // Its types have been looked at: metadata that is not what it has to be is an error before.
      metadata: { ...(scope === "Namespaced" && { namespace: "default" }), ...given },
      scope,
      validateName: (name, use) => dnsSubdomainErrors(name, use),
    });
  }
}
