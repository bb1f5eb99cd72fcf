import { LeaseServer } from "../lease-server.js";
import { ModelCandidate } from "./candidate.js";
import { History } from "./history.js";
import { horizonMs, type Script } from "./script.js";
import { World } from "./world.js";

/** Enough for the last pause and network failure to end, and for a lease to expire and be taken. */
const endMs = horizonMs + 30_000;

/** Runs a script; what went wrong, undefined when nothing did. */
export async function runScript(script: Script): Promise<string | undefined> {
  // Whoever watches over the tests has its turn between two runs.
  await new Promise<void>((resolve) => setImmediate(resolve));
  const run = new Run(script);
  return await run.toEnd();
}

class Run {
  readonly #world = new World();
  readonly #server = new LeaseServer();
  readonly #script: Script;
  readonly #candidates: ModelCandidate[];
  #problem: string | undefined;
  readonly #history: History;

  constructor(script: Script) {
    this.#script = script;
    const shared = { world: this.#world, server: this.#server };
    this.#history = new History({
      isAtWork: (identity) => this.#candidates.some((each) => each.isAtWork(identity)),
    });
    this.#candidates = script.candidates.map(
      (each) => new ModelCandidate({ script: each, ...shared }),
    );
  }

  async toEnd(): Promise<string | undefined> {
    for (const action of this.#script.actions) {
      const candidate = this.#candidates.find(({ name }) => name === action.who);
      this.#world.at({ ms: action.at, run: () => candidate?.act(action) });
    }
    for (const candidate of this.#candidates) candidate.start();
    await this.#world.runUntil({ end: endMs, after: () => this.#check() });
    const leaders = this.#leaders();
    if (leaders.length !== 1) this.#found(`at the end leads: ${leaders.join(", ") || "nobody"}`);
    return this.#problem;
  }

  #check(): void {
    const leaders = this.#leaders();
    if (leaders.length > 1) this.#found(`two leaders: ${leaders.join(" and ")}`);
    for (const candidate of this.#candidates) this.#found(candidate.check());
    this.#found(this.#history.next(this.#server.lease?.spec));
  }

  #leaders(): readonly string[] {
    const { asks } = this.#script;
    return this.#candidates.filter((each) => each.leads(asks)).map(({ name }) => name);
  }

  #found(problem: string | undefined): void {
    if (problem !== undefined) this.#problem ??= `${problem}, at ${this.#world.now / 1_000} s`;
  }
}
