import type { Clock } from "crd-runtime";
import { type ParseableType, TypedError, validateTyped } from "crd-runtime/managedfields";
import type { ApiObject, JsonObject } from "../object.js";
import { badRequest, failure } from "../status/index.js";
import { capManagers } from "./cap-managers.js";
import { ApplyConflictError } from "./conflict.js";
import { kubectlManager, lastAppliedFields, withLastApplied } from "./last-applied.js";
import { encodeManagedFields, type Managed, rfc3339 } from "./managed.js";
import { managedBeforeApply, managedBeforeUpdate } from "./managed-before.js";
import { identityOf, type ManagerIdentity } from "./manager-identity.js";
import {
  describeKind,
  describeObject,
  isApiObject,
  managedFieldsOf,
  metadataOf,
  metadataText,
  withManagedFields,
} from "./object-parts.js";
import { stripMeta } from "./strip-meta.js";
import { type Applied, applyManaged, type ResetFields, updateManaged } from "./updater.js";

/** The manager of what was there before an object was applied for the first time. */
const beforeFirstApply = "before-first-apply";

/** Fields that a resource resets, by subresource (`""` for the main resource). */
export type ResetFieldsBySubresource = ReadonlyMap<string, ResetFields>;

const noResetFields: ResetFields = new Map();
const nobody: Managed = new Map();

/** A write on its way. */
export interface FieldManagerUpdate {
  /** What is stored; undefined: the object is created. */
  readonly live: ApiObject | undefined;
  /** What is going to be, before the strategy's PrepareForCreate or PrepareForUpdate. */
  readonly object: ApiObject;
  /** Name of the manager, `fieldManager` of the request or `managerFromUserAgent`. */
  readonly manager: string;
  /** `""` for the main resource. */
  readonly subresource: string;
  /** When it happened, in milliseconds since 1970; now when absent. */
  readonly time?: number | undefined;
}

/** An apply on its way. */
export interface FieldManagerApply {
  /** What is stored; undefined: the object is created. */
  readonly live: ApiObject | undefined;
  /** The decoded body. */
  readonly patch: JsonObject;
  readonly manager: string;
  readonly force: boolean;
  readonly subresource: string;
}

/**
 * Keeps `metadata.managedFields` of the objects of a resource in one version, and applies. Follows the chain of managers of
 * apimachinery's managedfields. Entries of other API versions are taken as if they were of this one: fields are not
 * converted, but an update that does not fit their types goes untold, as on the server. Objects that are handed in are not changed, but results share parts with them.
 */
export class FieldManager {
  readonly #type: ParseableType;
  readonly #apiVersion: string;
  readonly #kind: string;
  readonly #clock: Clock;
  readonly #resetFields: ResetFieldsBySubresource;
  readonly #typeOf: (apiVersion: string) => ParseableType | undefined;
  readonly #members: JsonObject;

  constructor(input: {
    readonly type: ParseableType;
    readonly apiVersion: string;
    readonly kind: string;
    readonly clock: Clock;
    readonly resetFields?: ResetFieldsBySubresource | undefined;
    /** Type of objects in another version, where nothing but their apiVersion changes on the way there. */
    readonly typeOf?: ((apiVersion: string) => ParseableType | undefined) | undefined;
    /** What an object has beside its metadata before anybody has written to it: `{ spec: {} }` of a Lease. */
    readonly members?: JsonObject | undefined;
  }) {
    this.#type = input.type;
    this.#apiVersion = input.apiVersion;
    this.#kind = input.kind;
    this.#clock = input.clock;
    this.#resetFields = input.resetFields ?? new Map();
    this.#typeOf = input.typeOf ?? (() => undefined);
    this.#members = input.members ?? {};
  }

  /**
   * The object of a create, update or patch with its new managedFields. Never fails: where the server cannot tell, the
   * managedFields stay as they are.
   */
  update(input: FieldManagerUpdate): ApiObject {
    const { live, object } = input;
    const { managed, entries } = managedBeforeUpdate(input);
    // Managers are known from the beginning or not at all.
    if (managed.size === 0 && live !== undefined && hasUid(live)) {
      return withManagedFields({ object, managedFields: undefined });
    }
    try {
      const { manager, subresource, time } = input;
      const before = live ?? this.#nothing();
      const after = this.#track({ live: before, object, manager, subresource, managed, time });
      // Of two entries of the same manager one counts, and the other goes with the next write.
      const same = after === managed && managed.size === entries?.length;
      const managedFields = same ? entries : encodeManagedFields(after);
      return withManagedFields({ object, managedFields });
    } catch (error) {
      // RangeError: nested deeper than the stack.
      if (!(error instanceof TypedError || error instanceof RangeError)) throw error;
      const managedFields = live === undefined ? undefined : managedFieldsOf(live);
      return withManagedFields({ object, managedFields });
    }
  }

  /**
   * The merged object with its new managedFields, before defaults. When nothing changes it equals the live one.
   *
   * @throws ApplyConflictError when fields of other managers would change and `force` is not given
   * @throws StatusError 400 when the patch is no object of this resource, 500 when it does not fit the schema
   */
  apply(input: FieldManagerApply): ApiObject {
    const { patch, manager } = input;
    const live = input.live ?? this.#nothing();
    const managed = managedBeforeApply(live);
    this.#checkKind(patch);
    const started = managed.size > 0 ? managed : this.#startTracking({ ...input, live });
    const applied = this.#applyTo({ ...input, live, managed: started });
    return manager === kubectlManager
      ? withLastApplied({ object: applied, applied: patch })
      : applied;
  }

  /** An object without anything: what the server compares a new one with. */
  #nothing(): ApiObject {
    return { apiVersion: this.#apiVersion, kind: this.#kind, metadata: {}, ...this.#members };
  }

  #identity(
    input: Pick<ManagerIdentity, "manager" | "operation" | "subresource">,
  ): ManagerIdentity {
    const { manager, operation, subresource } = input;
    return {
      manager: manager === "" ? "unknown" : manager,
      operation,
      apiVersion: this.#apiVersion,
      subresource,
    };
  }

  #now(): string {
    return rfc3339(this.#clock.now());
  }

  /** The managers after an update. @throws TypedError */
  #track(
    input: FieldManagerUpdate & { readonly live: ApiObject; readonly managed: Managed },
  ): Managed {
    const { manager, subresource } = input;
    const live = bare(input.live);
    const object = bare(input.object);
    const type = this.#type;
    validateTyped({ value: object, type, duplicates: "allowed" });
    validateTyped({ value: live, type, duplicates: "allowed" });
    this.#assertConvertible({ managed: input.managed, values: [live, object] });
    const resetFields = this.#resetFields.get(subresource) ?? noResetFields;
    const apiVersion = this.#apiVersion;
    const { managed, fields } = updateManaged({
      live,
      object,
      type,
      apiVersion,
      managed: input.managed,
      resetFields,
    });
    const own = stripMeta(fields);
    if (own.isEmpty()) return capManagers(managed);
    const identity = this.#identity({ manager, operation: "Update", subresource });
    const id = identityOf(identity);
    const previous = managed.get(id);
    const all = previous === undefined ? own : own.union(previous.fields);
    const entry = { fields: all, time: rfc3339(input.time ?? this.#clock.now()), ...identity };
    return capManagers(new Map(managed).set(id, entry));
  }

  /**
   * Objects are compared in the versions of all managers, so they must fit there: a field that such a version does not know
   * makes the update untold. @throws TypedError
   */
  #assertConvertible(input: {
    readonly managed: Managed;
    readonly values: readonly ApiObject[];
  }): void {
    const { managed, values } = input;
    const versions = new Set([...managed.values()].map(({ apiVersion }) => apiVersion));
    versions.delete(this.#apiVersion);
    for (const version of versions) {
      const type = this.#typeOf(version);
      if (type === undefined) continue;
      for (const value of values) validateTyped({ value, type, duplicates: "allowed" });
    }
  }

  /** Managers of an object that had none: whatever is in it was there before. */
  #startTracking(input: FieldManagerApply & { readonly live: ApiObject }): Managed {
    const { live, subresource } = input;
    try {
      return this.#track({
        live: this.#nothing(),
        object: live,
        managed: nobody,
        manager: beforeFirstApply,
        subresource,
      });
    } catch (error) {
      if (!(error instanceof TypedError)) throw error;
      const message = `failed to create manager for existing fields: failed to convert new object (${describeObject(live)}) to smd typed: ${error.message}`;
      throw failure({ code: 500, reason: "", message, cause: error });
    }
  }

  #checkKind(patch: JsonObject): void {
    const { apiVersion, kind } = patch;
    if (apiVersion !== this.#apiVersion || kind !== this.#kind) {
      throw badRequest(`invalid object type: ${describeKind(patch)}`);
    }
    if (Array.isArray(metadataOf(patch)["managedFields"])) {
      throw badRequest("metadata.managedFields must be nil");
    }
  }

  #applyTo(
    input: FieldManagerApply & { readonly live: ApiObject; readonly managed: Managed },
  ): ApiObject {
    const { manager, subresource, patch } = input;
    const live = bare(input.live);
    this.#validate({ what: "patch", object: patch, duplicates: "refused" });
    this.#validate({ what: "live", object: live, duplicates: "allowed" });
    const identity = this.#identity({ manager, operation: "Apply", subresource });
    const id = identityOf(identity);
    const result = this.#applyOrForce({ ...input, live, identity, id });
    const entry = result.managed.get(id);
    const managed = new Map(result.managed);
    if (entry !== undefined) {
      const fields = stripMeta(entry.fields);
      const time = result.changed ? this.#now() : entry.time;
      if (fields.isEmpty()) managed.delete(id);
      else managed.set(id, { ...entry, fields, time });
    }
    const object = result.changed ? merged(result.object) : input.live;
    return withManagedFields({ object, managedFields: encodeManagedFields(managed) });
  }

  /** kubectl has no conflicts about what its client-side apply has applied. */
  #applyOrForce(
    input: FieldManagerApply & {
      readonly live: ApiObject;
      readonly managed: Managed;
      readonly identity: ManagerIdentity;
      readonly id: string;
    },
  ): Applied {
    const { live, patch, managed, identity, id, manager, force, subresource } = input;
    const type = this.#type;
    const resetFields = this.#resetFields.get(subresource) ?? noResetFields;
    const operation = { live, applied: patch, type, managed, resetFields, identity, id };
    try {
      return applyManaged({ ...operation, force });
    } catch (error) {
      if (!(error instanceof ApplyConflictError) || manager !== kubectlManager) throw error;
      const left = error.except(lastAppliedFields({ live, type, apiVersion: this.#apiVersion }));
      if (left !== undefined) throw left;
      return applyManaged({ ...operation, force: true });
    }
  }

  #validate(input: {
    readonly what: "live" | "patch";
    readonly object: JsonObject;
    readonly duplicates: "allowed" | "refused";
  }): void {
    const { what, object, duplicates } = input;
    try {
      validateTyped({ value: object, type: this.#type, duplicates });
    } catch (error) {
      if (!(error instanceof TypedError)) throw error;
      const message = `failed to create typed ${what} object (${describeObject(object)}): ${error.message}`;
      throw failure({ code: 500, reason: "", message, cause: error });
    }
  }
}

/** An object without managedFields, which nobody manages. */
function bare(object: ApiObject): ApiObject {
  return withManagedFields({ object, managedFields: undefined });
}

function hasUid(object: ApiObject): boolean {
  return metadataText({ object, name: "uid" }) !== "";
}

function merged(value: unknown): ApiObject {
  if (isApiObject(value)) return value;
  throw new TypeError("an object that was merged with one of the API is one of the API");
}
