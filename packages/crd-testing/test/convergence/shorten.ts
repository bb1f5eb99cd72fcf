import type { Script } from "./script.js";

/** Runs that looking for a shorter script may take. */
const mostRuns = 400;

/**
 * The shortest script that still fails, as far as taking away runs of steps, then single ones, finds it (ddmin). A script
 * that does not fail is answered as it is.
 */
export async function shorten(input: {
  readonly script: Script;
  readonly fails: (script: Script) => Promise<boolean>;
}): Promise<Script> {
  const { script, fails } = input;
  let { steps } = script;
  let runs = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < steps.length && runs < mostRuns; ) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      runs++;
      if (await fails({ ...script, steps: fewer })) steps = fewer;
      else at += size;
    }
  }
  return { ...script, steps };
}
