import { Administrator } from "./administrator.js";
import { Bindings } from "./bindings.js";
import type { Closable, ContractServer } from "./contract-server.js";
import type { Exchange } from "./exchange.js";
import { letters } from "./letters.js";
import { normalise } from "./normalise.js";
import { resourceDefinition } from "./resource-definition.js";
import { runCase } from "./run-case.js";
import type { Step, Topic } from "./topic.js";

/** A server that serves the definitions of a topic, for any number of cases. */
export class TopicSession implements Closable {
  readonly #topic: Topic;
  readonly #server: ContractServer;
  readonly #administrator: Administrator;
  readonly #token: string;
  readonly #fallback: ((name: string) => string) | undefined;
  #cases = 0;

  private constructor(input: SessionInput) {
    this.#topic = input.topic;
    this.#server = input.server;
    this.#administrator = new Administrator(input.server);
    this.#token = input.token;
    this.#fallback = input.fallback;
  }

  /** @throws Error when the server does not take or serve a definition */
  static async open(input: SessionInput): Promise<TopicSession> {
    const session = new TopicSession(input);
    const group = session.#group;
    const definitions = input.topic.definitions ?? [];
    await Promise.all(
      definitions.map((definition) =>
        session.#administrator.serve(resourceDefinition({ definition, group })),
      ),
    );
    return session;
  }

  /** Plays steps in a namespace of their own; normalised exchanges. */
  async play(steps: readonly Step[]): Promise<readonly Exchange[]> {
    const token = `${this.#token}${letters({ value: this.#cases, count: 3 })}`;
    this.#cases += 1;
    const ns = `ns-${token}`;
    await this.#administrator.createNamespace(ns);
    const fallback = this.#fallback;
    const bindings = new Bindings({ values: { ns, group: this.#group, token }, fallback });
    const exchanges = await runCase({
      steps,
      topic: this.#topic,
      server: this.#server,
      bindings,
    });
    await this.#administrator.removeNamespace(ns);
    const names = new Map([
      [ns, "NS"],
      [token, "case"],
      [this.#token, "group"],
    ]);
    return normalise({ exchanges, names });
  }

  async close(): Promise<void> {
    await this.#administrator.removeDefinitions(this.#group);
  }

  get #group(): string {
    return `${this.#token}.example.com`;
  }
}

export interface SessionInput {
  readonly topic: Topic;
  readonly server: ContractServer;
  /** Eight lower-case letters that nothing else on the server has. */
  readonly token: string;
  /** What names stand for that nothing has bound; that ends a case unless given. */
  readonly fallback?: ((name: string) => string) | undefined;
}
