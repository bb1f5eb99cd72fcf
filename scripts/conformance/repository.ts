import { listFiles, readText } from "../../test/repository/sources.js";
import { annotationsOf } from "./annotations.js";
import { type Comparison, compare } from "./compare.js";
import { readInventory } from "./inventory.js";

/** The inventory against the tests of this repository. */
export function compareRepository(): Comparison {
  const tests = listFiles(/^(test|packages\/[^/]+\/test)\/.*\.test\.ts$/);
  const annotations = tests.flatMap((file) => annotationsOf({ file, text: readText(file) }));
  return compare({ areas: readInventory(), annotations, readText });
}
