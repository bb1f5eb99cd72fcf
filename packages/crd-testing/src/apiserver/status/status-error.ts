import type { Status, StatusDetails } from "crd-runtime";

/** What the server answers instead of an object: the Status that goes to the client. */
export class StatusError extends Error {
  override readonly name: string = "StatusError";
  readonly status: Readonly<Status>;

  constructor(status: Readonly<Status>, options?: ErrorOptions) {
    super(status.message, options);
    this.status = status;
  }

  /** HTTP status code. */
  get code(): number {
    return this.status.code ?? 500;
  }

  get reason(): string {
    return this.status.reason ?? "";
  }
}

/** What the factories of this folder make a StatusError of. */
export interface Failure {
  readonly code: number;
  /** `""`: unknown. */
  readonly reason: string;
  readonly message: string;
  readonly details?: StatusDetails | undefined;
  readonly cause?: unknown;
}

/** A StatusError with the members of its Status in the order in which the server writes them. */
export function failure(input: Failure): StatusError {
  const { code, reason, message, details, cause } = input;
  const status: Status = {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message,
    ...(reason === "" ? {} : { reason }),
    ...(details === undefined ? {} : { details: withoutEmpty(details) }),
    code,
  };
  return new StatusError(status, cause === undefined ? undefined : { cause });
}

/** Go's omitempty, in the order in which the server writes. */
function withoutEmpty(details: StatusDetails): StatusDetails {
  const { name, group, kind, uid, causes, retryAfterSeconds } = details;
  return {
    ...(name ? { name } : {}),
    ...(group ? { group } : {}),
    ...(kind ? { kind } : {}),
    ...(uid ? { uid } : {}),
    ...(causes !== undefined && causes.length > 0 ? { causes } : {}),
    ...(retryAfterSeconds ? { retryAfterSeconds } : {}),
  };
}
