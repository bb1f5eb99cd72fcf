import type { JSON as JSONValue, Time } from "./scalars.js";

/** The fields that one manager owns through server-side apply or updates. */
export interface ManagedFieldsEntry {
  manager?: string;
  operation?: "Apply" | "Update";
  /** Version of the API in which the field set is written. */
  apiVersion?: string;
  time?: Time;
  /** Format of `fieldsV1`; always `FieldsV1`. */
  fieldsType?: string;
  /** The set as nested keys, `{"f:spec": {"f:replicas": {}}}`. */
  fieldsV1?: { [key: string]: JSONValue };
  /** `status`, or absent for the main resource. */
  subresource?: string;
}
