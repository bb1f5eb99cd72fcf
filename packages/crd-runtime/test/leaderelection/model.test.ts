import { expect, it } from "vitest";
import { runScript } from "./model/run-script.js";
import { type Choice, describeScript, randomScript, shrink, type Times } from "./model/script.js";

/** Clocks may differ by 1 : 4 / 3.5, what a leader may hold of its lease. */
const loose: Times = { leaseDurationMs: 4_000, renewDeadlineMs: 2_500, retryPeriodMs: 1_000 };

/** A leader may hold nearly all of its lease, and others look often: whatever is counted too generously shows. */
const tight: readonly Times[] = [
  { leaseDurationMs: 4_000, renewDeadlineMs: 3_900, retryPeriodMs: 1_000 },
  { leaseDurationMs: 4_000, renewDeadlineMs: 3_900, retryPeriodMs: 100 },
  { leaseDurationMs: 6_000, renewDeadlineMs: 5_900, retryPeriodMs: 200 },
  { leaseDurationMs: 3_000, renewDeadlineMs: 2_900, retryPeriodMs: 500 },
];

/** What a seed shows to be wrong, with the shortest script that does; undefined when nothing is. */
async function failureOf(input: Choice & { readonly seed: number }): Promise<string | undefined> {
  const script = randomScript(input);
  if ((await runScript(script)) === undefined) return undefined;
  const fails = async (each: typeof script): Promise<boolean> =>
    (await runScript(each)) !== undefined;
  const shortest = await shrink({ script, fails });
  return `seed ${input.seed}: ${await runScript(shortest)}\n  ${describeScript(shortest)}`;
}

const blocks = Array.from({ length: 8 }, (_, block) => block * 400);

it.each(blocks)(
  "never has two leaders, and ends with one: 400 scripts from seed %d on",
  async (first) => {
    for (let seed = first; seed < first + 400; seed++) {
      // All pairs of clocks that leases of these times tolerate.
      const failure = await failureOf({ seed, rates: [0.94, 1.06], times: [loose] });
      if (failure !== undefined) expect.fail(failure);
    }
  },
);

it.each(blocks.slice(0, 4))(
  "never has two leaders where each has times of its own and none to spare: 400 scripts from seed %d on",
  async (first) => {
    for (let seed = first; seed < first + 400; seed++) {
      // Equal clocks: such times tolerate no others.
      const failure = await failureOf({ seed, rates: [1, 1], times: tight });
      if (failure !== undefined) expect.fail(failure);
    }
  },
);

it("finds two leaders, and a short script, where a clock is slower than leases tolerate", async () => {
  let failure: string | undefined;
  for (let seed = 0; failure === undefined && seed < 400; seed++) {
    failure = await failureOf({ seed, rates: [0.4, 1], times: [loose] });
  }
  expect(failure).toMatch(/^seed \d+: two leaders: \w and \w, at [\d.]+ s\n {2}candidates: /);
  expect(failure?.split("\n").length).toBeLessThan(6);
});
