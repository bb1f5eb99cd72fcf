import { KubernetesCelCompiler } from "./cel/compiler.js";
import type { CelCompiler } from "./schema/cel/cel-compiler.js";

/**
 * Makes a compiler of the CEL rules in schemas (`x-kubernetes-validations`), as kube-apiserver 1.37 compiles them. Needs the
 * package `@marcbachmann/cel-js`, whose parser it uses. One is enough for a program: it keeps what it has learned of schemas.
 *
 * @example
 * import { celCompiler } from "crd-runtime/cel";
 *
 * const cel = celCompiler();
 */
export function celCompiler(): CelCompiler {
  return new KubernetesCelCompiler();
}

export type {
  CelCompileError,
  CelCompileInput,
  CelCompiler,
  CelEvaluateInput,
  CelProgram,
  CelResult,
  CelScope,
  CelScopeInput,
} from "./schema/cel/cel-compiler.js";
