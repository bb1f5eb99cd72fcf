import { it } from "vitest";
import { holds } from "./hold.js";

// In two files, for two processors; `npm run bench -- convergence` plays 5,000 seeds.
const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

// client-go: TestHammerController
// client-go: TestUpdate
it.each(seeds)("whatever happens, all have what the server has in the end: seed %i", (seed) =>
  holds({ seed, length: 10_000 }),
);
