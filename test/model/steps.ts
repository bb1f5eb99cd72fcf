import { Session } from "node:inspector/promises";

/**
 * Counts how many blocks of our code an action runs: loops by their turns, functions by their calls. The same for the same input on
 * any machine, as V8 counts them for coverage; what its own functions do, those of regular expressions among them, is not counted.
 */
export class StepCounter {
  readonly #session = new Session();
  readonly #modules: RegExp;

  /** Of the paths of modules that are counted. */
  constructor(modules: RegExp) {
    this.#modules = modules;
  }

  /** Counting starts before what is counted has been optimised, and goes on until the end. */
  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  async count(action: () => void): Promise<number> {
    await this.#take();
    action();
    return await this.#take();
  }

  stop(): void {
    this.#session.disconnect();
  }

  /** Blocks since the last call. */
  async #take(): Promise<number> {
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => this.#modules.test(url))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  }
}
