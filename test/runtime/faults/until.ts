import { expect } from "vitest";

/** Waits until something holds. Says in `what` what did not come to pass. */
export async function until(what: string, holds: () => unknown): Promise<void> {
  await expect
    .poll(async () => Boolean(await holds()), { message: what, timeout: 20_000, interval: 20 })
    .toBe(true);
}
