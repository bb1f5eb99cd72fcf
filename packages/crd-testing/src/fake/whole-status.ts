import type { Status } from "crd-runtime";

/** A Status with what makes clients know it as one, where a test has left that out. */
export function wholeStatus(status: Status): Status {
  return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", ...status };
}
