import { z } from "zod";
import { holds } from "../../packages/crd-testing/test/convergence/hold.js";

/** Plays seeds, `first` and each `step` after it; prints one JSON object for each that is done. */
const [first, step, end, length] = z
  .tuple([z.coerce.number(), z.coerce.number(), z.coerce.number(), z.coerce.number()])
  .parse(process.argv.slice(2));
for (let seed = first; seed < end; seed += step) {
  const problem = await holds({ seed, length }).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  process.stdout.write(`${JSON.stringify({ seed, problem })}\n`);
}
