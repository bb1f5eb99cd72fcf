import { setTimeout as delay } from "node:timers/promises";
import { ControlPlaneFailed } from "./errors.js";
import type { ServerProcess } from "./server-process.js";
import { isStopped } from "./stopped.js";

/** One of the two programs of a control plane, for tests of what clients do while a server is down or says nothing. */
export interface ControlPlaneProgram {
  /** Number of its process; undefined while it does not run. */
  readonly pid: number | undefined;
  /** SIGSTOP: its connections stay open, and nothing is answered. Resolves when it stands still. */
  pause(): Promise<void>;
  /** SIGCONT. */
  resume(): void;
  /** SIGKILL. Resolves when it has ended. Harmless when it does not run. */
  kill(): Promise<void>;
  /**
   * Starts it again after `kill`, with the port, data and flags that it had. Resolves when the API server is ready, or, where
   * the other program does not run, when this one has been started.
   *
   * @throws ControlPlaneFailed when it runs, when the control plane was stopped, when a server ends or is not ready in time
   */
  start(): Promise<void>;
}

/** How kube-apiserver is started again. */
export interface ApiServerStartOptions {
  /**
   * Who signs the serving certificate, which is a new one at every start: the authority that did, unless given, or a new one,
   * which ControlPlane and its kubeconfig name from then on. Client certificates stay valid.
   */
  readonly servingAuthority?: "same" | "new" | undefined;
}

/** The kube-apiserver of a control plane. */
export interface ApiServerProgram extends ControlPlaneProgram {
  start(options?: ApiServerStartOptions): Promise<void>;
}

/** A program with its processes, one after the other. */
export class Program {
  readonly #name: string;
  readonly #spawn: () => Promise<ServerProcess>;
  #server: ServerProcess | undefined;
  /** SIGSTOP was sent, and no SIGCONT. */
  #isPaused = false;

  constructor(input: { readonly name: string; readonly spawn: () => Promise<ServerProcess> }) {
    this.#name = input.name;
    this.#spawn = input.spawn;
  }

  /** The last process, which may have ended. */
  get server(): ServerProcess | undefined {
    return this.#server;
  }

  /** The process, while it runs. */
  get running(): ServerProcess | undefined {
    return this.#server?.hasEnded === false ? this.#server : undefined;
  }

  /** @throws ControlPlaneFailed when it runs; what the spawn throws */
  async spawn(): Promise<void> {
    if (this.running !== undefined) {
      throw new ControlPlaneFailed(`${this.#name} runs: kill it before it is started again`);
    }
    this.#server = await this.#spawn();
  }

  async #pause(): Promise<void> {
    const server = this.running;
    server?.signal("SIGSTOP");
    this.#isPaused = true;
    while (this.#isPaused && server?.hasEnded === false && !isStopped(server.identity.pid)) {
      await delay(1);
    }
  }

  #resume(): void {
    this.#isPaused = false;
    this.running?.signal("SIGCONT");
  }

  /** Resolves when it has ended; at once when it does not run. */
  async kill(): Promise<void> {
    const server = this.running;
    server?.signal("SIGKILL");
    await server?.ended;
  }

  /** As the user sees it. */
  control<Start extends ControlPlaneProgram["start"]>(
    start: Start,
  ): ControlPlaneProgram & { readonly start: Start } {
    const running = (): ServerProcess | undefined => this.running;
    return {
      get pid() {
        return running()?.identity.pid;
      },
      pause: () => this.#pause(),
      resume: () => this.#resume(),
      kill: () => this.kill(),
      start,
    };
  }
}
