import { Administrator } from "./administrator.js";
import { Bindings } from "./bindings.js";
import type { ContractServer } from "./contract-server.js";
import type { Exchange } from "./exchange.js";
import type { JsonObject } from "./json.js";
import { normalise } from "./normalise.js";
import { Pool } from "./pool.js";
import type { Recording } from "./recording.js";
import { runCase } from "./run-case.js";
import type { Definition, Topic } from "./topic.js";

/** Plays the cases of topics, all at the same time as far as the server allows; normalised exchanges by topic and title. */
export async function runTopics(input: {
  readonly topics: readonly Topic[];
  readonly server: ContractServer;
  /** Six lower-case letters, other ones for each run on a server. */
  readonly token: string;
}): Promise<ReadonlyMap<string, Recording>> {
  const { topics, server, token } = input;
  const pool = new Pool(server.concurrency);
  const recordings = await Promise.all(
    topics.map(async (topic, index) => {
      const run = new TopicRun({ topic, server, pool, token: `${token}${letters(index)}` });
      return [topic.name, await run.play()] as const;
    }),
  );
  return new Map(recordings);
}

class TopicRun {
  readonly #topic: Topic;
  readonly #server: ContractServer;
  readonly #administrator: Administrator;
  readonly #pool: Pool;
  readonly #token: string;

  constructor(input: {
    readonly topic: Topic;
    readonly server: ContractServer;
    readonly pool: Pool;
    readonly token: string;
  }) {
    this.#topic = input.topic;
    this.#server = input.server;
    this.#administrator = new Administrator(input.server);
    this.#pool = input.pool;
    this.#token = input.token;
  }

  /** Serves the definitions of the topic; what went wrong, if anything did. */
  async #serve(input: {
    readonly definitions: readonly Definition[];
    readonly group: string;
  }): Promise<Exchange | undefined> {
    const { definitions, group } = input;
    try {
      await Promise.all(
        definitions.map((definition) =>
          this.#pool.run(() =>
            this.#administrator.serve(resourceDefinition({ definition, group })),
          ),
        ),
      );
      return undefined;
    } catch (error) {
      return {
        step: "definitions",
        problem: error instanceof Error ? error.message : String(error),
      };
    }
  }

  async play(): Promise<Recording> {
    const { definitions = [], cases } = this.#topic;
    const group = `${this.#token}.example.com`;
    const refused = await this.#serve({ definitions, group });
    if (refused !== undefined)
      return Object.fromEntries(Object.keys(cases).map((title) => [title, [refused]]));
    const recording = await Promise.all(
      Object.entries(cases).map(([title, steps], index) =>
        this.#pool.run(async () => {
          const own = `${this.#token}${letters(index)}`;
          const ns = `ns-${own}`;
          await this.#administrator.createNamespace(ns);
          const bindings = new Bindings({ ns, group, token: own });
          const server = this.#server;
          const exchanges = await runCase({ steps, topic: this.#topic, server, bindings });
          await this.#administrator.removeNamespace(ns);
          const names = new Map([
            [ns, "NS"],
            [own, "case"],
            [this.#token, "group"],
          ]);
          return [title, normalise({ exchanges, names })] as const;
        }),
      ),
    );
    await this.#pool.run(() => this.#administrator.removeDefinitions(group));
    return Object.fromEntries(recording);
  }
}

/** The whole object of a definition in short form. */
export function resourceDefinition(input: {
  readonly definition: Definition;
  readonly group: string;
}): JsonObject {
  const { definition, group } = input;
  const { plural, kind, scope = "Namespaced", names, spec, schema, version, versions } = definition;
  const openAPIV3Schema = schema ?? {
    type: "object",
    "x-kubernetes-preserve-unknown-fields": true,
  };
  const only = { name: "v1", served: true, storage: true, schema: { openAPIV3Schema } };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { plural, kind, ...(names as object | undefined) },
      versions: versions ?? [{ ...only, ...(version as object | undefined) }],
      ...(spec as object | undefined),
    },
  };
}

/** Two letters for a small number, so that all tokens have the same length. */
function letters(index: number): string {
  const letter = (value: number): string => String.fromCharCode("a".charCodeAt(0) + value);
  return letter(Math.floor(index / 26) % 26) + letter(index % 26);
}
