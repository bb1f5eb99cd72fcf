import { expect, it } from "vitest";
import { runScript } from "./model/run-script.js";
import { describeScript, randomScript, shrink } from "./model/script.js";

/** What a seed shows to be wrong, with the shortest script that does; undefined when nothing is. */
async function failureOf(input: {
  readonly seed: number;
  readonly rates: readonly [number, number];
}): Promise<string | undefined> {
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
      const failure = await failureOf({ seed, rates: [0.94, 1.06] });
      if (failure !== undefined) expect.fail(failure);
    }
  },
);

it("finds two leaders, and a short script, where a clock is slower than leases tolerate", async () => {
  let failure: string | undefined;
  for (let seed = 0; failure === undefined && seed < 400; seed++) {
    failure = await failureOf({ seed, rates: [0.4, 1] });
  }
  expect(failure).toMatch(/^seed \d+: two leaders: \w and \w, at [\d.]+ s\n {2}candidates: /);
  expect(failure?.split("\n").length).toBeLessThan(6);
});
