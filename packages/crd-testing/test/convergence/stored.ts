import {
  type DeepReadonly,
  isConnectionError,
  isNotFound,
  metaNamespaceKey,
  type Persisted,
} from "crd-runtime";
import type { Database, Databases } from "../faults/rig.js";
import type { Script, Step } from "./script.js";

type Stored = Persisted<Database>;
type Put = Extract<Step, { readonly do: "put" }>;

/** What was written to the server, and what an informer with a script's options must have of it. */
export class StoredDatabases {
  readonly #writers: (namespace: string) => Databases;
  readonly #objects = new Map<string, Stored>();

  constructor(writers: (namespace: string) => Databases) {
    this.#writers = writers;
  }

  async put({ namespace, name, size, tier, held }: Put): Promise<void> {
    const writer = this.#writers(namespace);
    const found = this.#objects.get(`${namespace}/${name}`);
    const finalizers = held ? ["example.com/hold"] : [];
    const metadata = { ...found?.metadata, name, labels: { tier }, finalizers };
    const object = { metadata, spec: { size } };
    const write = (): Promise<Stored> =>
      found === undefined ? writer.create(object) : writer.update(object);
    await this.#write({ namespace, name, write });
  }

  async delete({ namespace, name }: Pick<Put, "namespace" | "name">): Promise<void> {
    if (!this.#objects.has(`${namespace}/${name}`)) return;
    const write = async (): Promise<undefined> => {
      await this.#writers(namespace).delete(name);
    };
    await this.#write({ namespace, name, write });
  }

  /**
   * What an informer must have.
   *
   * @throws Error when the server has something else than what was written
   */
  async expected(options: Script["options"]): Promise<readonly Stored[]> {
    const { namespace, labelSelector, transform } = options;
    const all = await this.#writers("").list();
    const differs = difference({ has: all.items, expected: this.#objects.values() });
    if (differs !== undefined) throw new Error(`the server ${differs}`);
    return [...this.#objects.values()]
      .filter(({ metadata }) => namespace === "" || metadata.namespace === namespace)
      .filter(
        ({ metadata: { labels } }) =>
          labelSelector === undefined || labelSelector === `tier=${labels?.["tier"]}`,
      )
      .map((object) => (transform ? larger(object) : object));
  }

  /** A restart may break the write, and what is not held may be gone by it: then the server alone knows. */
  async #write(input: {
    readonly namespace: string;
    readonly name: string;
    readonly write: () => Promise<Stored | undefined>;
  }): Promise<void> {
    const { namespace, name, write } = input;
    const written = await write().catch((error: unknown) => {
      if (!isConnectionError(error)) throw error;
      return undefined;
    });
    const certain = written !== undefined && written.metadata.deletionTimestamp === undefined;
    const stored = certain ? written : await this.#read(namespace, name);
    const key = `${namespace}/${name}`;
    if (stored === undefined) this.#objects.delete(key);
    else this.#objects.set(key, stored);
  }

  #read(namespace: string, name: string): Promise<Stored | undefined> {
    return this.#writers(namespace)
      .get(name)
      .catch((error: unknown) => {
        if (!isNotFound(error)) throw error;
        return undefined;
      });
  }
}

/** A transform; seen twice, it shows. */
export function larger(object: Stored): Stored {
  return { ...object, spec: { size: object.spec.size + 1_000 } };
}

/** How objects, with all that they hold, are not those expected; undefined when they are. */
export function difference(input: {
  readonly has: Iterable<DeepReadonly<Stored>>;
  readonly expected: Iterable<DeepReadonly<Stored>>;
}): string | undefined {
  const has = textsOf(input.has);
  const expected = textsOf(input.expected);
  if (has.join() === expected.join()) return undefined;
  const shown = (texts: readonly string[], others: readonly string[]): string =>
    texts.filter((text) => !others.includes(text)).join(" ");
  return `has [${shown(has, expected)}] where there should be [${shown(expected, has)}]`;
}

function textsOf(objects: Iterable<DeepReadonly<Stored>>): readonly string[] {
  return Array.from(
    objects,
    (object) => `${metaNamespaceKey(object)} ${JSON.stringify(object)}`,
  ).sort();
}
