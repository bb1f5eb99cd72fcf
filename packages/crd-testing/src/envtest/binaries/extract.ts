import { chmodSync } from "node:fs";
import { basename, join } from "node:path";
import { extract as untar } from "tar";
import { type Machine, programProblem } from "../program.js";
import { BinariesError } from "./errors.js";
import { problemOf } from "./fetch.js";

const programs = ["etcd", "kube-apiserver", "kubectl"] as const;
const member = /^(?:\.\/)?controller-tools\/envtest\/(etcd|kube-apiserver|kubectl)(\.exe)?$/;

/**
 * Takes the three programs out of an archive of envtest, `controller-tools/envtest/<program>`, into a folder. Whatever else is
 * in it, links above all, stays in it.
 *
 * @throws BinariesError `archive` when it cannot be read, or lacks a program that runs on the machine
 */
export async function extract(input: {
  readonly file: string;
  readonly folder: string;
  /** Where it came from, for the message. */
  readonly url: string;
  readonly machine?: Machine;
}): Promise<void> {
  const { file, folder, url, machine } = input;
  const refuse = (problem: string, cause?: unknown): BinariesError =>
    new BinariesError({ reason: "archive", values: { url, problem } }, { cause });
  try {
    await untar({
      file,
      cwd: folder,
      strip: 2,
      strict: true,
      preserveOwner: false,
      filter: (path, entry) => member.test(path) && "type" in entry && isFile(entry.type),
    });
  } catch (error) {
    throw refuse(problemOf(error), error);
  }
  for (const name of programs) {
    const path = join(folder, basename(name));
    makeExecutable(path);
    const problem = programProblem(path, machine);
    if (problem !== undefined) throw refuse(`'controller-tools/envtest/${name}' ${problem}`);
  }
}

function isFile(type: unknown): boolean {
  return type === "File" || type === "OldFile";
}

/** As setup-envtest leaves them: for all to run, for nobody to write. */
function makeExecutable(path: string): void {
  try {
    chmodSync(path, 0o555);
  } catch {
    // It is not there: that is said next.
  }
}
