import type { NodePlopAPI } from "plop";
import { plopGenerators } from "./generators/cli.js";

/**
 * Registers `apigroup`, `import`, `regenerate` and `verify` in a project's plopfile. Generators of the project's own can stand
 * beside them.
 *
 * @example
 * process.exitCode = 1; // stays when the import fails
 * const { plopfile } = await import("create-crd-project");
 * export default function (plop) {
 *   plopfile(plop);
 *   plop.setGenerator("mine", { ... });
 * }
 */
export function plopfile(plop: NodePlopAPI): void {
  for (const { name, ...generator } of plopGenerators({ folder: plop.getPlopfilePath() })) {
    plop.setGenerator(name, generator);
  }
}

export default plopfile;
