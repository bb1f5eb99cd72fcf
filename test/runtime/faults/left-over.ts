import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";

/** Sockets, pipes and timers that keep this process alive. */
export function activeResources(): readonly string[] {
  const active = process.getActiveResourcesInfo();
  return active.filter((name) => /TCP|TLS|Pipe|Timeout|Immediate/.test(name));
}

/** Waits until nothing is counted, while nobody waits, that was not there before: sockets close in turns of their own. */
export async function nothingIsLeft(input: {
  readonly before: readonly string[];
  readonly count: () => readonly string[];
}): Promise<void> {
  const more = (): readonly string[] => {
    const known = [...input.before];
    return input.count().filter((name) => {
      const at = known.indexOf(name);
      if (at >= 0) known.splice(at, 1);
      return at < 0;
    });
  };
  for (let look = 0; look < 300 && more().length > 0; look++) await delay(10);
  expect(more()).toEqual([]);
}
