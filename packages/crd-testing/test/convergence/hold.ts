import { runScript } from "./run.js";
import { drawScript, printScript, type Script } from "./script.js";
import { shorten } from "./shorten.js";

/** Rejects with a short script that goes wrong, and what does, when that of the seed does. */
export async function holds(input: {
  readonly seed: number;
  readonly length: number;
  readonly run?: (script: Script) => Promise<readonly string[]>;
}): Promise<void> {
  const { seed, length, run = runScript } = input;
  const script = drawScript({ seed, length });
  const problems = await run(script);
  if (problems.length === 0) return;
  const short = await shorten({ script, fails: async (each) => (await run(each)).length > 0 });
  const said = (await run(short)).slice(0, 5).map((problem) => `- ${problem}`);
  const from = `${short.steps.length} of the ${length} steps of seed ${seed} are enough to go wrong:`;
  throw new Error([from, printScript(short), ...said].join("\n"));
}
