import { labelValueErrors, qualifiedNameErrors } from "../../labels/validation.js";
import type { ObjectMeta } from "../../meta/object-meta.js";
import { type FieldError, forbidden, invalid, required, tooLong } from "../field-error.js";
import { equalJson } from "../json.js";
import { goQuote } from "../text/go.js";
import { managedFieldsErrors } from "./managed-fields.js";
import { dnsLabelErrors, type NameValidator } from "./names.js";
import { ownerReferenceErrors } from "./owner-references.js";

/** Metadata of an object that is created, after its name was generated. */
export interface ObjectMetaInput {
  readonly metadata: Readonly<ObjectMeta>;
  /** "Namespaced": a namespace is required; "Cluster": none is allowed. */
  readonly scope: "Cluster" | "Namespaced";
  readonly validateName: NameValidator;
  /** `metadata` when absent. */
  readonly path?: string | undefined;
}

/** Metadata of an object that is updated, and as it was. */
export interface ObjectMetaUpdateInput {
  readonly metadata: Readonly<ObjectMeta>;
  readonly old: Readonly<ObjectMeta>;
  readonly path?: string | undefined;
}

const maxAnnotationBytes = 256 * 1024;
const orphan = "orphan";
const foreground = "foregroundDeletion";

/**
 * What is wrong with the metadata of a new object, with the server's texts.
 *
 * Follows validation.ValidateObjectMeta of apimachinery.
 */
export function validateObjectMeta(input: ObjectMetaInput): readonly FieldError[] {
  const { metadata, scope, validateName, path = "metadata" } = input;
  const { name = "", generateName = "", namespace = "" } = metadata;
  const errors: FieldError[] = [];
  if (generateName !== "") {
    const field = `${path}.generateName`;
    for (const detail of validateName(generateName, "prefix")) {
      errors.push(invalid({ field, value: generateName, detail }));
    }
  }
  const nameField = `${path}.name`;
  if (name === "") errors.push(required(nameField, "name or generateName is required"));
  else
    for (const detail of validateName(name, "name")) {
      errors.push(invalid({ field: nameField, value: name, detail }));
    }
  const field = `${path}.namespace`;
  if (scope === "Cluster") {
    if (namespace !== "") errors.push(forbidden(field, "not allowed on this type"));
  } else if (namespace === "") errors.push(required(field));
  else
    for (const detail of dnsLabelErrors(namespace)) {
      errors.push(invalid({ field, value: namespace, detail }));
    }
  errors.push(
    ...generationErrors(metadata, path),
    ...labelErrors(metadata, path),
    ...annotationErrors(metadata, path),
    ...ownerReferenceErrors(metadata.ownerReferences ?? [], `${path}.ownerReferences`),
    ...finalizerErrors(metadata, path),
    ...managedFieldsErrors(metadata.managedFields ?? [], `${path}.managedFields`),
  );
  return errors;
}

/**
 * What is wrong with the metadata of an object that is updated: immutable members among them, and finalizers that are
 * added although the object is being deleted.
 *
 * Follows validation.ValidateObjectMetaUpdate of apimachinery.
 */
export function validateObjectMetaUpdate(input: ObjectMetaUpdateInput): readonly FieldError[] {
  const { metadata, old, path = "metadata" } = input;
  const errors: FieldError[] = [...newFinalizerErrors(input, path)];
  if ((metadata.resourceVersion ?? "") === "") {
    const detail = "must be specified for an update";
    errors.push(invalid({ field: `${path}.resourceVersion`, value: "", detail }));
  }
  errors.push(...generationErrors(metadata, path));
  const generation = metadata.generation ?? 0;
  if (generation < (old.generation ?? 0)) {
    const detail = "must not be decremented";
    errors.push(invalid({ field: `${path}.generation`, value: generation, detail }));
  }
  for (const member of ["name", "namespace", "uid"] as const) {
    errors.push(
      ...immutable({ path, member, value: metadata[member] ?? "", old: old[member] ?? "" }),
    );
  }
  for (const member of ["creationTimestamp", "deletionTimestamp"] as const) {
    const value = metadata[member] ?? null;
    errors.push(...immutable({ path, member, value, old: old[member] ?? null }));
  }
  const member = "deletionGracePeriodSeconds";
  errors.push(
    ...immutable({ path, member, value: metadata[member] ?? null, old: old[member] ?? null }),
    ...labelErrors(metadata, path),
    ...annotationErrors(metadata, path),
    ...ownerReferenceErrors(metadata.ownerReferences ?? [], `${path}.ownerReferences`),
    ...managedFieldsErrors(metadata.managedFields ?? [], `${path}.managedFields`),
  );
  return errors;
}

/** A value that must be what it was; the error of one that is not. */
function immutable(input: {
  readonly path: string;
  readonly member: string;
  readonly value: unknown;
  readonly old: unknown;
}): readonly FieldError[] {
  const { path, member, value, old } = input;
  if (equalJson(value, old)) return [];
  return [invalid({ field: `${path}.${member}`, value, detail: "field is immutable" })];
}

function generationErrors({ generation = 0 }: ObjectMeta, path: string): readonly FieldError[] {
  if (generation >= 0) return [];
  const detail = "must be greater than or equal to 0";
  return [invalid({ field: `${path}.generation`, value: generation, detail })];
}

function labelErrors({ labels = {} }: ObjectMeta, path: string): readonly FieldError[] {
  const field = `${path}.labels`;
  return Object.entries(labels).flatMap(([key, value]) => [
    ...qualifiedNameErrors(key).map((detail) => invalid({ field, value: key, detail })),
    ...labelValueErrors(value).map((detail) => invalid({ field, value, detail })),
  ]);
}

/** Case does not count in the keys of annotations. */
function annotationErrors({ annotations = {} }: ObjectMeta, path: string): readonly FieldError[] {
  const field = `${path}.annotations`;
  const errors = Object.keys(annotations).flatMap((key) =>
    qualifiedNameErrors(key.toLowerCase()).map((detail) => invalid({ field, value: key, detail })),
  );
  const bytes = Object.entries(annotations).reduce(
    (total, [key, value]) => total + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  return bytes > maxAnnotationBytes ? [...errors, tooLong(field, maxAnnotationBytes)] : errors;
}

function finalizerErrors({ finalizers = [] }: ObjectMeta, path: string): readonly FieldError[] {
  const field = `${path}.finalizers`;
  const errors = finalizers.flatMap((finalizer) =>
    qualifiedNameErrors(finalizer).map((detail) => invalid({ field, value: finalizer, detail })),
  );
  if (!finalizers.includes(orphan) || !finalizers.includes(foreground)) return errors;
  const detail = `finalizer ${orphan} and ${foreground} cannot be both set`;
  return [...errors, invalid({ field, value: finalizers, detail })];
}

function newFinalizerErrors(input: ObjectMetaUpdateInput, path: string): readonly FieldError[] {
  const { metadata, old } = input;
  if (old.deletionTimestamp === undefined || old.deletionTimestamp === null) return [];
  const known = new Set(old.finalizers);
  const added = [...new Set(metadata.finalizers)]
    .filter((finalizer) => !known.has(finalizer))
    .sort();
  if (added.length === 0) return [];
  const list = `[]string{${added.map(goQuote).join(", ")}}`;
  const detail = `no new finalizers can be added if the object is being deleted, found new finalizers ${list}`;
  return [forbidden(`${path}.finalizers`, detail)];
}
