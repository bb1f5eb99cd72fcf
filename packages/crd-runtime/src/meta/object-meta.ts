import type { ManagedFieldsEntry } from "./managed-fields-entry.js";
import type { OwnerReference } from "./owner-reference.js";
import type { int64, Time } from "./scalars.js";

/** Metadata of a persisted object. All members are optional for input; the server sets most of them. */
export interface ObjectMeta {
  /** Unique within the namespace. Cannot be changed. */
  name?: string;
  /** Prefix from which the server makes a name when `name` is absent. */
  generateName?: string;
  /** Absent on cluster-scoped objects. Cannot be changed. */
  namespace?: string;
  /** Not filled by servers any more. */
  selfLink?: string;
  /** Unique over time and space; a new object of the same name has another one. */
  uid?: string;
  /** Opaque: compare for equality, pass back, never calculate with it. */
  resourceVersion?: string;
  /** Grows when the desired state changes. */
  generation?: int64;
  creationTimestamp?: Time;
  /** Set once deletion has begun; the object goes when its finalizers are gone. */
  deletionTimestamp?: Time;
  /** Seconds that the object may take to end. */
  deletionGracePeriodSeconds?: int64;
  /** Keys and values that selectors match. */
  labels?: Record<string, string>;
  /** Keys and values that nothing selects on. */
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  /** Names of those who must act before the object goes. */
  finalizers?: string[];
  managedFields?: ManagedFieldsEntry[];
}
