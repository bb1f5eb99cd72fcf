import {
  type DeepReadonly,
  deepCopyStatus,
  formatGroupVersion,
  type GroupVersion,
  type GroupVersionKind,
  parseGroupVersion,
  type TypeMeta,
} from "../meta/index.js";
import type { FieldError } from "../schema/field-error.js";
import type { Check, ValidationSettings } from "../validation/input.js";
import { type ConversionFunction, Conversions } from "./conversions.js";
import { ConflictingKindError, MissingKindError, NotRegisteredError } from "./errors.js";

/**
 * A generated `deepCopyX`. Its parameter is a type of its own for every kind, so that no common one
 * exists but `never`; the scheme calls it with objects of its kind alone.
 */
export type DeepCopyFunction = (input: never) => TypeMeta;

/** A generated `setObjectDefaults_X`: fills in defaults in place. Its parameter is, as there, a type of its own. */
export type DefaultingFunction = (object: never) => void;

/** A generated `validate_X`. Its parameter is, as there, a type of its own. */
export type ValidationFunction = Check<never>;

/**
 * The kinds that a program knows, how each is copied, gets its defaults and is validated. Filled once by the generated
 * `addToScheme` functions, then only read. Follows `runtime.Scheme` of k8s.io/apimachinery.
 *
 * @example
 * const scheme = new Scheme();
 * addToScheme(scheme);
 * const copy = scheme.deepCopyObject(database);
 */
export class Scheme {
  /** By `apiVersion`, then kind. */
  readonly #types = new Map<string, Map<string, DeepCopyFunction>>();
  /** By `apiVersion`, then kind. */
  readonly #defaulting = new Map<string, Map<string, DefaultingFunction>>();
  /** By `apiVersion`, then kind. */
  readonly #validation = new Map<string, Map<string, ValidationFunction>>();
  readonly #conversions = new Conversions();
  /** Kinds that belong to no version of their own: any group and version may carry them. */
  readonly #unversioned: ReadonlyMap<string, DeepCopyFunction> = new Map([
    ["Status", deepCopyStatus],
  ]);

  /**
   * Adds kinds. Adding the same again changes nothing.
   *
   * @throws ConflictingKindError when a kind is there with another function; then none is added
   * @throws TypeError when the version or a kind is empty
   */
  addKnownTypes(
    groupVersion: GroupVersion,
    types: Readonly<Record<string, DeepCopyFunction>>,
  ): void {
    if (groupVersion.version === "") {
      throw new TypeError("a version is required to add types to a scheme");
    }
    const apiVersion = formatGroupVersion(groupVersion);
    const known = this.#types.get(apiVersion) ?? new Map<string, DeepCopyFunction>();
    for (const [kind, deepCopy] of Object.entries(types)) {
      const present = known.get(kind);
      if (kind === "") {
        throw new TypeError("a kind must have a name");
      }
      if (present !== undefined && present !== deepCopy) {
        throw new ConflictingKindError({ ...groupVersion, kind });
      }
    }
    for (const [kind, deepCopy] of Object.entries(types)) {
      known.set(kind, deepCopy);
    }
    this.#types.set(apiVersion, known);
  }

  /**
   * Says how objects of a kind get their defaults: what the generated `registerDefaults` calls. The last function that
   * is given for a kind holds, as in `Scheme.AddTypeDefaultingFunc`.
   *
   * @throws TypeError when the version or the kind is empty
   */
  addTypeDefaultingFunc(groupVersionKind: GroupVersionKind, setDefaults: DefaultingFunction): void {
    const { version, kind } = groupVersionKind;
    if (version === "" || kind === "") {
      throw new TypeError("a version and a kind are required to add a function for defaults");
    }
    const apiVersion = formatGroupVersion(groupVersionKind);
    const known = this.#defaulting.get(apiVersion) ?? new Map<string, DefaultingFunction>();
    this.#defaulting.set(apiVersion, known.set(kind, setDefaults));
  }

  /**
   * Fills in the defaults of an object in place, by the function of its kind; one that has none is left as it is.
   * No client and no informer does this by itself. Follows `Scheme.Default`.
   *
   * @throws MissingKindError when `apiVersion` or `kind` is absent
   */
  default(object: TypeMeta): void {
    const { apiVersion, kind } = declared(object);
    this.#defaulting.get(apiVersion)?.get(kind)?.(object as never);
  }

  /**
   * Says how objects of a kind are validated: what the generated `registerValidations` calls. The last function that is
   * given for a kind holds. Follows `Scheme.AddValidationFunc`.
   *
   * @throws TypeError when the version or the kind is empty
   */
  addValidationFunc(groupVersionKind: GroupVersionKind, validate: ValidationFunction): void {
    const { version, kind } = groupVersionKind;
    if (version === "" || kind === "") {
      throw new TypeError("a version and a kind are required to add a validation");
    }
    const apiVersion = formatGroupVersion(groupVersionKind);
    const known = this.#validation.get(apiVersion) ?? new Map<string, ValidationFunction>();
    this.#validation.set(apiVersion, known.set(kind, validate));
  }

  /**
   * What is wrong with an object that is created, by the function of its kind; nothing where there is none. No client does
   * this by itself. Follows `Scheme.Validate`.
   *
   * @throws MissingKindError when `apiVersion` or `kind` is absent
   */
  validate(object: DeepReadonly<TypeMeta>, settings: ValidationSettings = {}): FieldError[] {
    const create = { ...settings, object, operation: "create" };
    return this.#validationOf(object)(create as never);
  }

  /**
   * What is wrong with an object that takes the place of another one; what was wrong before and has not changed is not told.
   * Follows `Scheme.ValidateUpdate`.
   *
   * @throws MissingKindError when `apiVersion` or `kind` is absent
   */
  validateUpdate(
    object: DeepReadonly<TypeMeta>,
    oldObject: DeepReadonly<TypeMeta>,
    settings: ValidationSettings = {},
  ): FieldError[] {
    const update = { ...settings, object, oldObject, operation: "update" };
    return this.#validationOf(object)(update as never);
  }

  /**
   * Says how objects of one version become those of another: what the generated `registerConversions` calls. The last
   * function that is given for two kinds holds. Follows `Scheme.AddConversionFunc`.
   *
   * @throws TypeError when a version or a kind is empty
   */
  addConversionFunc(
    from: GroupVersionKind,
    to: GroupVersionKind,
    convert: ConversionFunction,
  ): void {
    this.#conversions.add({ from, to, convert });
  }

  /**
   * Converts an object to another version: by the function for the two, or by two functions over a version in between, as
   * every version of a kind has functions to and from its hub. Its own version gives a copy. The object is not changed, and
   * the result shares nothing with it. Follows `Scheme.ConvertToVersion`.
   *
   * @throws MissingKindError when `apiVersion` or `kind` is absent
   * @throws NotConvertibleError when there are no such functions
   * @throws NotRegisteredError when the version is the object's own and the scheme does not know the kind
   */
  convertToVersion<T extends TypeMeta = TypeMeta>(
    object: DeepReadonly<TypeMeta>,
    target: GroupVersion,
  ): T;
  convertToVersion(object: DeepReadonly<TypeMeta>, target: GroupVersion): TypeMeta {
    const { apiVersion, kind } = declared(object);
    if (apiVersion === formatGroupVersion(target)) return this.deepCopyObject(object);
    return this.#conversions.convert({
      object,
      from: { ...groupVersionOf(apiVersion), kind },
      target,
    });
  }

  /** Whether the kind was added, or belongs to every version as Status does. */
  recognizes(groupVersionKind: GroupVersionKind): boolean {
    return this.#find(formatGroupVersion(groupVersionKind), groupVersionKind.kind) !== undefined;
  }

  /** The kinds that were added for a version, in the order of adding. */
  knownTypes(groupVersion: GroupVersion): ReadonlyMap<string, DeepCopyFunction> {
    return new Map(this.#types.get(formatGroupVersion(groupVersion)));
  }

  /** Everything that was added, in the order of adding. */
  allKnownTypes(): GroupVersionKind[] {
    return [...this.#types].flatMap(([apiVersion, known]) => {
      const { group, version } = parseGroupVersion(apiVersion) ?? {
        group: "",
        version: apiVersion,
      };
      return [...known.keys()].map((kind) => ({ group, version, kind }));
    });
  }

  /** Whether any kind of the version was added. */
  isVersionRegistered(groupVersion: GroupVersion): boolean {
    return this.#types.has(formatGroupVersion(groupVersion));
  }

  /**
   * The kind that an object declares.
   *
   * @throws MissingKindError when `apiVersion` or `kind` is absent
   * @throws NotRegisteredError when the scheme does not know it
   */
  objectKind(object: DeepReadonly<TypeMeta>): GroupVersionKind {
    const { apiVersion, kind } = declared(object);
    const groupVersionKind = { ...groupVersionOf(apiVersion), kind };
    if (this.#find(apiVersion, kind) === undefined) {
      throw new NotRegisteredError(groupVersionKind);
    }
    return groupVersionKind;
  }

  /**
   * Copies an object by the function of its kind.
   *
   * @throws MissingKindError when `apiVersion` or `kind` is absent
   * @throws NotRegisteredError when the scheme does not know it
   */
  deepCopyObject<T extends TypeMeta = TypeMeta>(object: DeepReadonly<T>): T;
  deepCopyObject(object: DeepReadonly<TypeMeta>): TypeMeta {
    const { apiVersion, kind } = declared(object);
    const deepCopy = this.#find(apiVersion, kind);
    if (deepCopy === undefined) {
      throw new NotRegisteredError({ ...groupVersionOf(apiVersion), kind });
    }
    return deepCopy(object as never);
  }

  #validationOf(object: DeepReadonly<TypeMeta>): ValidationFunction {
    const { apiVersion, kind } = declared(object);
    return this.#validation.get(apiVersion)?.get(kind) ?? (() => []);
  }

  #find(apiVersion: string, kind: string): DeepCopyFunction | undefined {
    return this.#types.get(apiVersion)?.get(kind) ?? this.#unversioned.get(kind);
  }
}

function declared(object: DeepReadonly<TypeMeta>): { apiVersion: string; kind: string } {
  const { apiVersion, kind } = object;
  if (kind === undefined || kind === "") {
    throw new MissingKindError("kind");
  }
  if (apiVersion === undefined || apiVersion === "") {
    throw new MissingKindError("apiVersion");
  }
  return { apiVersion, kind };
}

/** What is no group and version cannot be registered; it is named as it stands. */
function groupVersionOf(apiVersion: string): GroupVersion {
  return parseGroupVersion(apiVersion) ?? { group: "", version: apiVersion };
}
