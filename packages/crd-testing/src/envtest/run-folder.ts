import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./environment.js";
import { onExit } from "./on-exit.js";
import type { ProcessIdentity } from "./process-identity.js";
import { forgetRun, recordRun } from "./runs.js";

/**
 * A temporary folder of one environment, for this user only. It is gone after `remove`, when this process ends, or,
 * after a SIGKILL, with the next start of an environment.
 */
export class RunFolder {
  readonly path: string;
  readonly #env: Environment;
  readonly #forgetExit: () => void;

  constructor(input: {
    readonly env: Environment;
    /** Called when this process ends, before the folder goes. */
    readonly onExit: () => void;
  }) {
    // mkdtemp makes it 0700: keys, and the socket of an etcd without passwords, are for this user only.
    this.path = mkdtempSync(join(tmpdir(), "crd-controlplane-"));
    this.#env = input.env;
    this.#forgetExit = onExit(() => {
      input.onExit();
      this.#removeTraces();
    });
    this.record([]);
  }

  /** Path of a file or folder in it. */
  join(name: string): string {
    return join(this.path, name);
  }

  /** Writes a file that only this user reads. Returns its path. */
  write(file: { readonly name: string; readonly text: string }): string {
    const path = this.join(file.name);
    writeFileSync(path, file.text, { mode: 0o600 });
    return path;
  }

  /** Removes files that are not needed any more. */
  discard(names: readonly string[]): void {
    for (const name of names) rmSync(this.join(name), { force: true });
  }

  /** Writes down what runs in it, for a later process to clean up after this one. */
  record(processes: readonly ProcessIdentity[]): void {
    recordRun({ env: this.#env, folder: this.path, processes: [...processes] });
  }

  remove(): void {
    this.#forgetExit();
    this.#removeTraces();
  }

  #removeTraces(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
    forgetRun({ env: this.#env, folder: this.path });
  }
}
