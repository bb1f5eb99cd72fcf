import type { ManagedFieldsEntry, OwnerReference } from "crd-runtime";

/** A JSON object. Integers beyond 2^53 are bigint, as crd-runtime's parseJSON makes them. */
export type JsonObject = { [member: string]: unknown };

/** metadata of an object in the server. */
export interface Metadata {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string | null;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFieldsEntry[];
  selfLink?: string;
}

/** An object of the API, decoded and known to have metadata of the right types. */
export interface ApiObject extends JsonObject {
  apiVersion: string;
  kind: string;
  metadata: Metadata;
}
