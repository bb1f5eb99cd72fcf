/** Whether something is the reason of `AbortSignal.timeout`: the time that the caller gave is up. */
export function isTimeUp(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}
