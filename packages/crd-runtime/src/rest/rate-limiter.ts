/** Decides when a request may go. Injectable through `RestConfig.rateLimiter`. */
export interface RateLimiter {
  /**
   * Waits for the turn of one request.
   *
   * @throws the signal's reason when it is aborted before the turn comes
   */
  wait(signal?: AbortSignal): Promise<void>;
}
