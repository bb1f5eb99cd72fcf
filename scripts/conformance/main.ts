import { compareRepository } from "./repository.js";
import { printComparison } from "./table.js";

/** `npm run conformance`: which tests of client-go have one of ours that proves the same, and which do not. */
const comparison = compareRepository();
process.stdout.write(printComparison(comparison));
if (comparison.problems.length > 0) process.exitCode = 1;
