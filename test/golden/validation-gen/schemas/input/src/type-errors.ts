import type { Queue } from "./apis/example.com/v1/types.js";
import { validate_Label, validate_Queue } from "./apis/example.com/v1/zz_generated.validations.js";

/** What must not compile. */
export function typeErrors(queue: Queue): void {
  // @ts-expect-error: rules in CEL need what evaluates them
  validate_Queue({ object: queue });
  // Markers alone do not.
  validate_Label({ object: "x" });
}
