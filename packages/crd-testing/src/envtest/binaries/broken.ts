import { join } from "node:path";
import { programProblem } from "../program.js";

/** A program that cannot run on this machine. */
export interface BrokenProgram {
  readonly path: string;
  /** The end of a sentence: `is not there`. */
  readonly problem: string;
}

/** The first program of a folder that cannot run here; undefined when a control plane can. kubectl is not needed. */
export function brokenProgram(folder: string): BrokenProgram | undefined {
  for (const name of ["etcd", "kube-apiserver"]) {
    const path = join(folder, name);
    const problem = programProblem(path);
    if (problem !== undefined) return { path, problem };
  }
  return undefined;
}
