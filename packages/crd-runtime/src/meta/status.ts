import type { ListMeta } from "./list-meta.js";
import type { int32 } from "./scalars.js";
import type { TypeMeta } from "./type-meta.js";

/** The server's answer to a call that returns no object: mostly an error. */
export interface Status extends TypeMeta {
  metadata?: ListMeta;
  status?: "Success" | "Failure";
  /** For people. */
  message?: string;
  /** One CamelCase word for machines: `NotFound`, `Conflict` ... Servers may send words not known here. */
  reason?: string;
  details?: StatusDetails;
  /** The HTTP status code. */
  code?: int32;
}

/** What a Status is about. */
export interface StatusDetails {
  /** Name of the object. */
  name?: string;
  group?: string;
  /** The resource (`databases`), in some answers the kind. */
  kind?: string;
  uid?: string;
  /** One entry per invalid member, for reason `Invalid`. */
  causes?: StatusCause[];
  /** Seconds to wait before the call is worth repeating. */
  retryAfterSeconds?: int32;
}

/** One cause of a failure. */
export interface StatusCause {
  /** `FieldValueInvalid`, `UnexpectedServerResponse` ... */
  reason?: string;
  message?: string;
  /** JSON path of the member: `spec.replicas`, `spec.items[0].name`. */
  field?: string;
}
