import { type FieldError, invalid, type NameValidator } from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
import type { Strategy, Update } from "../resources/resource.js";
import { completeInPlace } from "./types/complete.js";
import { decodeInPlace } from "./types/decode.js";
import type { GoStruct } from "./types/go-type.js";

/** What differs from kind to kind among the built-in ones. Objects were decoded and completed when these are called. */
export interface KindRules {
  readonly type: GoStruct;
  readonly validateName: NameValidator;
  /** PUT of an object that does not exist creates it. */
  readonly allowCreateOnUpdate?: boolean | undefined;
  /** Finalizers may be any names, not only qualified ones and those that the server knows. */
  readonly anyFinalizers?: boolean | undefined;
  /** PUT needs a resourceVersion. */
  readonly requiresResourceVersion?: boolean | undefined;
  default?(object: JsonObject): void;
  prepareForCreate?(object: ApiObject): void;
  prepareForUpdate?(update: Update): void;
  validate?(object: ApiObject): readonly FieldError[];
  /** What is wrong with a new object, apart from what `validate` says. */
  validateCreate?(object: ApiObject): readonly FieldError[];
  /** What is wrong with an update, apart from what `validate` says of the object. */
  validateUpdate?(update: Update): readonly FieldError[];
  warnings?(object: ApiObject): readonly string[];
  updateWarnings?(update: Update): readonly string[];
  beginDeletion?(object: ApiObject): void;
  mayBeRemoved?(object: ApiObject): boolean;
  canonicalize?(object: ApiObject): void;
}

/** How a built-in kind is written: decoded as its Go struct, then by its own rules. */
export function typedStrategy(rules: KindRules): Strategy {
  const finalizers = rules.anyFinalizers === true ? () => [] : finalizerErrors;
  return {
    allowCreateOnUpdate: rules.allowCreateOnUpdate === true,
    allowUnconditionalUpdate: rules.requiresResourceVersion !== true,
    validateName: rules.validateName,
    prune(object) {
      const unknown = decodeInPlace(object, rules.type);
      completeInPlace(object, rules.type);
      return unknown;
    },
    default: (object) => rules.default?.(object),
    prepareForCreate: (object) => rules.prepareForCreate?.(object),
    prepareForUpdate: (update) => rules.prepareForUpdate?.(update),
    validate: (object) => [
      ...finalizers(object),
      ...(rules.validate?.(object) ?? []),
      ...(rules.validateCreate?.(object) ?? []),
    ],
    validateUpdate: (update) => [
      ...(rules.validateUpdate?.(update) ?? []),
      ...(update.subresource === ""
        ? [...finalizers(update.object), ...(rules.validate?.(update.object) ?? [])]
        : []),
    ],
    warnings: (object) => rules.warnings?.(object) ?? [],
    updateWarnings: (update) =>
      rules.updateWarnings?.(update) ?? rules.warnings?.(update.object) ?? [],
    ...(rules.beginDeletion === undefined
      ? {}
      : { beginDeletion: (object: ApiObject) => rules.beginDeletion?.(object) }),
    ...(rules.mayBeRemoved === undefined
      ? {}
      : { mayBeRemoved: (object: ApiObject) => rules.mayBeRemoved?.(object) !== false }),
    ...(rules.canonicalize === undefined
      ? {}
      : { canonicalize: (object: ApiObject) => rules.canonicalize?.(object) }),
  };
}

const standardFinalizers: ReadonlySet<string> = new Set([
  "foregroundDeletion",
  "kubernetes",
  "orphan",
]);

/** Follows validation.ValidateFinalizerName of core. */
function finalizerErrors({ metadata }: ApiObject): readonly FieldError[] {
  return (metadata.finalizers ?? []).flatMap((value, index) =>
    value.includes("/") || standardFinalizers.has(value)
      ? []
      : [
          invalid({
            field: `metadata.finalizers[${index}]`,
            value,
            detail: "name is neither a standard finalizer name nor is it fully qualified",
          }),
        ],
  );
}
