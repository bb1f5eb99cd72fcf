import { expect, it } from "vitest";
import { FakeClock } from "../fake-clock.js";
import { candidate } from "./candidate.js";
import { LeaseServer } from "./lease-server.js";

/** A clock whose time can pass without timers firing: the event loop is blocked, or the process paused. */
class StallingClock extends FakeClock {
  #stalledMs = 0;

  stall(ms: number): void {
    this.#stalledMs += ms;
  }

  override now(): number {
    return super.now() + this.#stalledMs;
  }

  override monotonic(): number {
    return super.monotonic() + this.#stalledMs;
  }
}

/** A leader that has renewed at 4 s. */
async function leader(
  options: { readonly server?: LeaseServer } = {},
): Promise<
  ReturnType<typeof candidate> & { readonly clock: StallingClock; readonly running: Promise<void> }
> {
  const clock = new StallingClock();
  const made = candidate({ ...options, clock });
  const running = made.elector.run(made.stop.signal);
  await clock.advance(4_000);
  expect(made.elector.isLeader()).toBe(true);
  return { ...made, clock, running };
}

// client-go trap: leader after a stall
it("finds leadership lost on the first question after a stall, before any timer", async () => {
  const { clock, elector, work, running } = await leader();
  clock.stall(10_001);
  expect(work.signal?.aborted).toBe(false);
  expect(elector.isLeader()).toBe(false);
  expect(work.signal?.aborted).toBe(true);
  await running;
});

it("finds leadership lost when its timers fire late, and does not renew", async () => {
  const { clock, elector, server, work, running, told } = await leader();
  const { length } = server.verbs;
  clock.stall(10_001);
  await clock.advance(2_000);
  await running;
  expect(work.signal?.aborted).toBe(true);
  expect(elector.isLeader()).toBe(false);
  expect(told).toEqual(["new leader a", "started", "stopped", "new leader "]);
  // Only to release it.
  expect(server.verbs.slice(length)).toEqual(["get", "update"]);
});

// client-go trap: leader after a stall
it("does not believe the answer to a renewal that is found after a stall", async () => {
  const server = new LeaseServer();
  const { clock, elector, work, running } = await leader({ server });
  server.reaction = ({ verb }) => {
    if (verb === "update") clock.stall(12_001);
  };
  await clock.advance(2_000);
  expect(work.signal?.aborted).toBe(true);
  expect(elector.isLeader()).toBe(false);
  await running;
});

it("does not begin to lead when the answer to its acquisition is found after a stall", async () => {
  const clock = new StallingClock();
  const { elector, server, stop, told } = candidate({ clock });
  server.reaction = ({ verb }) => {
    if (verb === "create") clock.stall(15_000);
  };
  const running = elector.run(stop.signal);
  await clock.settle();
  expect(told).toEqual(["new leader a"]);
  await clock.advance(2_000);
  expect(told).toEqual(["new leader a", "started"]);
  stop.abort();
  await running;
});

it("goes on leading after a short stall", async () => {
  const { clock, elector, running, stop } = await leader();
  clock.stall(7_000);
  expect(elector.isLeader()).toBe(true);
  await clock.advance(20_000);
  expect(elector.isLeader()).toBe(true);
  stop.abort();
  await running;
});

it("keeps out of leadership a process whose work blocks for longer than the renew deadline", async () => {
  const clock = new StallingClock();
  const { elector, stop, told, errors } = candidate({
    clock,
    onStartedLeading: () => clock.stall(10_000),
  });
  const running = elector.run(stop.signal);
  await clock.settle();
  expect(elector.isLeader()).toBe(false);
  await running;
  expect(told.slice(0, 2)).toEqual(["new leader a", "started"]);
  expect(errors.map(({ source }) => source)).toEqual(["lost"]);
});
