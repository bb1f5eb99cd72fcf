import { type OwnerReference, parseGroupVersion } from "../meta/index.js";
import type { AnyObject } from "./finalizers.js";
import { AlreadyOwnedError, OwnerReferenceError } from "./owner-reference-error.js";

/** An owner and what it owns. */
export interface Ownership<T extends AnyObject> {
  /** As the server has returned it: with apiVersion, kind, name and uid. */
  readonly owner: AnyObject;
  /** Not changed: what is returned shares with it what is the same. */
  readonly object: T;
}

/** How an owner is named. */
export interface OwnerReferenceOptions {
  /** Whether a foreground deletion of the owner waits for the object. */
  readonly blockOwnerDeletion?: boolean | undefined;
}

/**
 * Makes an owner the one that manages an object: the object is deleted with it, and changes of the object are its concern. Follows
 * controller-runtime's `SetControllerReference`.
 *
 * @returns a new object; the given one when it says so already
 * @throws AlreadyOwnedError when another owner manages the object
 * @throws OwnerReferenceError when the owner is in another namespace, or does not say what it is
 * @example
 * const secret = setControllerReference({ owner: database, object: { metadata: { name, namespace }, data } });
 */
export function setControllerReference<T extends AnyObject>(
  input: Ownership<T> & OwnerReferenceOptions,
): T {
  const { blockOwnerDeletion = true } = input;
  const reference = { ...ownerReference(input), controller: true, blockOwnerDeletion };
  const controller = getControllerOf(input.object);
  if (controller !== undefined && !refersToSame({ a: controller, b: reference })) {
    throw new AlreadyOwnedError({ object: input.object, owner: controller });
  }
  return withReference({ object: input.object, reference });
}

/**
 * Makes an owner one of several: the object is deleted when all are gone. Follows controller-runtime's `SetOwnerReference`.
 *
 * @returns a new object; the given one when it says so already
 * @throws OwnerReferenceError when the owner is in another namespace, or does not say what it is
 */
export function setOwnerReference<T extends AnyObject>(
  input: Ownership<T> & OwnerReferenceOptions,
): T {
  const { blockOwnerDeletion } = input;
  const block = blockOwnerDeletion === undefined ? {} : { blockOwnerDeletion };
  return withReference({
    object: input.object,
    reference: { ...ownerReference(input), ...block },
  });
}

/**
 * Leaves out the reference to an owner, also one that manages the object. Unlike controller-runtime's `RemoveOwnerReference` it is no
 * error when there is none.
 *
 * @returns a new object; the given one when the owner is none
 * @throws OwnerReferenceError when the owner does not say what it is
 */
export function removeOwnerReference<T extends AnyObject>(input: Ownership<T>): T {
  const { object, owner } = input;
  if (!hasOwnerReference(input)) return object;
  const reference = referenceTo(owner);
  return withReferences({
    object,
    references: referencesOf(object).filter((each) => !refersToSame({ a: each, b: reference })),
  });
}

/** Whether an object names an owner, managing or not. */
export function hasOwnerReference(input: Ownership<AnyObject>): boolean {
  const reference = referenceTo(input.owner);
  return referencesOf(input.object).some((each) => refersToSame({ a: each, b: reference }));
}

/** Whether some owner manages an object. */
export function hasControllerReference(object: AnyObject): boolean {
  return getControllerOf(object) !== undefined;
}

/** The reference to the owner that manages an object. Follows `metav1.GetControllerOf`. */
export function getControllerOf(object: AnyObject): Readonly<OwnerReference> | undefined {
  return referencesOf(object).find(({ controller }) => controller === true);
}

/** Whether an owner manages an object; by uid, so that a new owner of the same name does not. Follows `metav1.IsControlledBy`. */
export function isControlledBy(input: Ownership<AnyObject>): boolean {
  const uid = getControllerOf(input.object)?.uid;
  return uid !== undefined && uid === input.owner.metadata.uid;
}

function referencesOf(object: AnyObject): readonly Readonly<OwnerReference>[] {
  return object.metadata.ownerReferences ?? [];
}

function ownerReference(input: Ownership<AnyObject>): OwnerReference {
  const { owner, object } = input;
  const ownerNamespace = owner.metadata.namespace ?? "";
  const namespace = object.metadata.namespace ?? "";
  if (ownerNamespace !== "" && namespace === "") {
    throw new OwnerReferenceError({
      object,
      owner,
      problem: `a cluster-scoped object must not have an owner in a namespace: the owner is in ${ownerNamespace}`,
    });
  }
  if (ownerNamespace !== "" && namespace !== ownerNamespace) {
    throw new OwnerReferenceError({
      object,
      owner,
      problem: `owners in other namespaces are not allowed: the owner is in ${ownerNamespace}`,
    });
  }
  const reference = referenceTo(owner);
  if (reference.uid === "") {
    throw new OwnerReferenceError({
      object,
      owner,
      problem: "the owner has no uid: create it first",
    });
  }
  return reference;
}

function referenceTo(owner: AnyObject): OwnerReference {
  const { apiVersion = "", kind = "" } = owner;
  const { name = "", uid = "" } = owner.metadata;
  if (apiVersion === "" || kind === "" || name === "") {
    const problem =
      "the owner has no apiVersion, kind or name: pass it as a client has returned it";
    throw new OwnerReferenceError({ owner, problem });
  }
  return { apiVersion, kind, name, uid };
}

/** Whatever the version and the uid: an owner is named once. */
function refersToSame(input: {
  readonly a: Readonly<OwnerReference>;
  readonly b: Readonly<OwnerReference>;
}): boolean {
  const { a, b } = input;
  const groupOf = ({ apiVersion }: Readonly<OwnerReference>): string | undefined =>
    parseGroupVersion(apiVersion)?.group;
  return a.name === b.name && a.kind === b.kind && groupOf(a) === groupOf(b);
}

function withReference<T extends AnyObject>(input: {
  readonly object: T;
  readonly reference: OwnerReference;
}): T {
  const { object, reference } = input;
  const references = referencesOf(object);
  const old = references.find((each) => refersToSame({ a: each, b: reference }));
  if (old === undefined) return withReferences({ object, references: [...references, reference] });
  if (isEqual({ a: old, b: reference })) return object;
  return withReferences({
    object,
    references: references.map((each) => (each === old ? reference : each)),
  });
}

function withReferences<T extends AnyObject>(input: {
  readonly object: T;
  readonly references: readonly Readonly<OwnerReference>[];
}): T {
  const { object, references } = input;
  return { ...object, metadata: { ...object.metadata, ownerReferences: references } };
}

function isEqual(input: {
  readonly a: Readonly<OwnerReference>;
  readonly b: Readonly<OwnerReference>;
}): boolean {
  const { a, b } = input;
  return (
    a.apiVersion === b.apiVersion &&
    a.uid === b.uid &&
    a.controller === b.controller &&
    a.blockOwnerDeletion === b.blockOwnerDeletion
  );
}
