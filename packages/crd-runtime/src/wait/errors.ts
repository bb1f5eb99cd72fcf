/** A condition did not come about: the attempts or the time were used up. */
export class WaitTimeoutError extends Error {
  override readonly name: string = "WaitTimeoutError";
}
