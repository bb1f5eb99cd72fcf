import {
  applyDefaults,
  blocksRules,
  coerceMetadata,
  dnsSubdomainErrors,
  type FieldError,
  formatFieldError,
  invalid,
  prune,
  pruneNulls,
  rulesNotRun,
} from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
import type { ScalePaths, Strategy, Update } from "../resources/resource.js";
import { badRequest, goQuote } from "../status/index.js";
import { finalizerWarnings } from "./finalizer-warnings.js";
import type { RuleValidator } from "./rules.js";
import { scaleSpecErrors, scaleStatusErrors } from "./scale.js";
import type { VersionSchema } from "./schemas.js";
import { keepStatus, replaceByStatus, sameButMetadata } from "./spec-and-status.js";

/** What a strategy for custom resources needs to know. */
export interface CustomResourceStrategyOptions {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly schema: VersionSchema;
  /** Whether the status subresource is served. */
  readonly status: boolean;
  readonly scale: ScalePaths | undefined;
  /** Undefined: the schema has no CEL rules, or they are not checked. */
  readonly rules: () => RuleValidator | undefined;
}

/** How custom resources of one version are written. Follows customresource.customResourceStrategy. */
export class CustomResourceStrategy implements Strategy {
  readonly allowCreateOnUpdate = false;
  readonly allowUnconditionalUpdate = false;
  readonly validateName = dnsSubdomainErrors;
  readonly #options: CustomResourceStrategyOptions;
  /** What would have been violations, had the values changed: the writer is warned. */
  readonly #ratcheted = new WeakMap<ApiObject, readonly FieldError[]>();

  constructor(options: CustomResourceStrategyOptions) {
    this.#options = options;
  }

  prune(object: JsonObject): readonly string[] {
    const { schema } = this.#options;
    const { structural } = schema;
    const own = coerceMetadata({ object, schema: undefined });
    if (own.error !== undefined) throw this.#cannotBeHandled(own.error.detail);
    const unknown = [...own.unknown, ...prune({ object, schema: structural })];
    pruneNulls(object, structural);
    if (!schema.hasEmbedded) return unknown;
    const embedded = coerceMetadata({ object, schema: structural, root: "value" });
    if (embedded.error !== undefined) {
      throw this.#cannotBeHandled(formatFieldError(embedded.error));
    }
    return [...unknown, ...embedded.unknown];
  }

  default(object: JsonObject): void {
    applyDefaults({ object, schema: this.#options.schema.structural });
  }

  prepareForCreate(object: ApiObject): void {
    if (this.#options.status) delete object["status"];
    object.metadata.generation = 1;
  }

  prepareForUpdate({ object, old, subresource }: Update): void {
    if (subresource === "status") {
      replaceByStatus({ object, old });
      return;
    }
    if (this.#options.status) keepStatus({ object, old });
    if (!sameButMetadata(object, old)) {
      object.metadata.generation = (old.metadata.generation ?? 0) + 1;
    }
  }

  validate(object: ApiObject): readonly FieldError[] {
    const typeErrors = this.#typeErrors(object);
    if (typeErrors.length > 0) return this.#withRules({ errors: typeErrors, object });
    const { compiled } = this.#options.schema;
    const errors = [
      ...compiled.valueErrors({ object }),
      ...this.#scaleErrors(object, "all"),
      ...compiled.embeddedErrors({ object }),
      ...compiled.listErrors({ object }),
    ];
    return this.#withRules({ errors, object });
  }

  validateUpdate({ object, old, subresource }: Update): readonly FieldError[] {
    const typeErrors = this.#typeErrors(object);
    if (typeErrors.length > 0) return this.#withRules({ errors: typeErrors, object, old });
    const { compiled } = this.#options.schema;
    const isStatus = subresource === "status";
    const errors = [
      ...(isStatus
        ? this.#statusErrors({ object, old })
        : compiled.valueErrors({ object, oldObject: old })),
      ...this.#scaleErrors(object, isStatus ? "status" : "all"),
      ...(isStatus ? [] : compiled.embeddedErrors({ object })),
      ...compiled.listErrors({ object, oldObject: old }),
    ];
    return this.#withRules({ errors, object, old });
  }

  warnings(object: ApiObject): readonly string[] {
    const { finalizers } = object.metadata;
    if (finalizers === undefined || finalizers.length === 0) return [];
    return finalizerWarnings({ finalizers, old: [] });
  }

  updateWarnings({ object, old, subresource }: Update): readonly string[] {
    const ratcheted = (this.#ratcheted.get(object) ?? []).map(formatFieldError);
    const { finalizers } = object.metadata;
    if (subresource === "status" || finalizers === undefined || finalizers.length === 0) {
      return ratcheted;
    }
    const before = old.metadata.finalizers ?? [];
    return [...ratcheted, ...finalizerWarnings({ finalizers, old: before })];
  }

  #statusErrors(input: {
    readonly object: ApiObject;
    readonly old: ApiObject;
  }): readonly FieldError[] {
    const { object, old } = input;
    const { status } = this.#options.schema;
    if (status === undefined || !Object.hasOwn(object, "status")) return [];
    const before = old["status"];
    return status.valueErrors({
      object: object["status"],
      ...(before === undefined ? {} : { oldObject: before }),
      path: "status",
    });
  }

  #scaleErrors(object: ApiObject, part: "all" | "status"): readonly FieldError[] {
    const { scale } = this.#options;
    if (scale === undefined) return [];
    const ofStatus = scaleStatusErrors(object, scale);
    return part === "status" ? ofStatus : [...scaleSpecErrors(object, scale), ...ofStatus];
  }

  #typeErrors(object: ApiObject): readonly FieldError[] {
    const { kind, group, version } = this.#options;
    const apiVersion = `${group}/${version}`;
    if (object.kind === kind && object.apiVersion === apiVersion) return [];
    const errors: FieldError[] = [];
    if (object.kind !== kind) {
      errors.push(invalid({ field: "kind", value: object.kind, detail: `must be ${kind}` }));
    }
    if (object.apiVersion !== apiVersion) {
      const detail = `must be ${apiVersion}`;
      errors.push(invalid({ field: "apiVersion", value: object.apiVersion, detail }));
    }
    return errors;
  }

  /** Rules are checked where the object has the right types, and is not too large. */
  #withRules(input: {
    readonly errors: readonly FieldError[];
    readonly object: ApiObject;
    readonly old?: ApiObject;
  }): readonly FieldError[] {
    const { errors, object, old } = input;
    const rules = this.#options.rules();
    if (rules === undefined) return errors;
    if (blocksRules(errors)) return [...errors, rulesNotRun];
    const found = rules.validate({ object, ...(old === undefined ? {} : { oldObject: old }) });
    if (found.warnings.length > 0) this.#ratcheted.set(object, found.warnings);
    return found.errors.length === 0 ? errors : [...errors, ...found.errors];
  }

  #cannotBeHandled(why: string): Error {
    const { kind, version } = this.#options;
    return badRequest(
      `${kind} in version ${goQuote(version)} cannot be handled as a ${kind}: ${why}`,
    );
  }
}
