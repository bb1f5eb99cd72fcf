/** Names an object. Follows `ObjectReference` of core v1. */
export interface ObjectReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  /** Absent for cluster-scoped objects. */
  readonly namespace?: string;
  readonly name?: string;
  readonly uid?: string;
  readonly resourceVersion?: string;
  /** A part of the object: `spec.containers{web}`. */
  readonly fieldPath?: string;
}
