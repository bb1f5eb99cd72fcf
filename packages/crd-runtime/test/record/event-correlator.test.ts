import { expect, it } from "vitest";
import { EventCorrelator } from "../../src/record/correlate/correlator.js";
import { EventNames } from "../../src/record/event-name.js";
import { FakeClock } from "../fake-clock.js";

// client-go constant: event cache size
it("remembers the last 4096 events, of which a repetition is counted", () => {
  const clock = new FakeClock();
  const names = new EventNames(clock);
  const correlator = new EventCorrelator({ options: {}, clock, names });
  const isCounted = (pod: number): boolean => {
    const involvedObject = { kind: "Pod", name: `pod-${pod}` };
    const event = { metadata: { name: names.next(`pod-${pod}`) }, involvedObject, message: "up" };
    return correlator.correlate(event)?.patch !== undefined;
  };
  for (let pod = 0; pod < 4_096; pod++) expect(isCounted(pod)).toBe(false);
  expect(isCounted(0)).toBe(true);
  expect(isCounted(4_096)).toBe(false);
  // The first was seen again; the second has been quiet for the longest time.
  expect([isCounted(0), isCounted(1)]).toEqual([true, false]);
});
