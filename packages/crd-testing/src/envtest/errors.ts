import { z } from "zod";

/** No API server can be had on this machine. The message names every place that was looked at and what to do. */
export class ControlPlaneUnavailable extends Error {
  override readonly name = "ControlPlaneUnavailable";
}

/** An API server was found and did not come up. The message ends with its last log lines. */
export class ControlPlaneFailed extends Error {
  override readonly name = "ControlPlaneFailed";
}

const withCode = z.object({ code: z.string() });

/** `ENOENT` and its like, of an error of the operating system. */
export function errorCode(error: unknown): string | undefined {
  return withCode.safeParse(error).data?.code;
}

/** An existing cluster cannot be used, or cannot do what is asked of it. */
export class ExistingClusterError extends Error {
  override readonly name = "ExistingClusterError";
}
