import { it } from "vitest";
import { holds } from "./hold.js";

// Of each sort: existing objects streamed and listed, in pages, with resyncs.
it.each([1_002, 1_003, 1_005, 1_010])("it holds for 10,000 steps: seed %i", (seed) =>
  holds({ seed, length: 10_000 }),
);
