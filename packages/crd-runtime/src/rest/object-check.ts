import type { KubernetesListLike, KubernetesObject } from "../meta/index.js";
import type { WatchEvent } from "../watch/event.js";
import { filterWatch } from "../watch/filter.js";
import { DecodeError, type DecodeProblem } from "./decode-error.js";
import type { StandardIssue, StandardSchema } from "./standard-schema.js";

/** Hears of an object that is not what its schema says, which is then left out. */
export type OnInvalid = ((error: DecodeError) => void) | undefined;

/** Checks the objects of one kind against a schema, which is loaded with the first of them. */
export class ObjectCheck {
  readonly #load: () => Promise<StandardSchema>;

  constructor(load: () => Promise<StandardSchema>) {
    this.#load = load;
  }

  /** @throws DecodeError when the object is not what the schema says; what loading throws */
  async object(object: KubernetesObject): Promise<void> {
    keeps({ object, schema: await this.#load(), onInvalid: undefined });
  }

  /** The list without objects that are not what the schema says; with them it rejects, where nobody listens. */
  async list<L extends KubernetesListLike<KubernetesObject>>(
    list: L,
    onInvalid: OnInvalid,
  ): Promise<L> {
    const schema = await this.#load();
    const items = list.items.filter((object) => keeps({ object, schema, onInvalid }));
    return items.length === list.items.length ? list : { ...list, items };
  }

  /** A function that passes on the objects that stay. */
  async each<T extends KubernetesObject, Item>(
    each: (object: T) => Item | undefined,
    onInvalid: OnInvalid,
  ): Promise<(object: T) => Item | undefined> {
    const schema = await this.#load();
    return (object) => (keeps({ object, schema, onInvalid }) ? each(object) : undefined);
  }

  /** The events whose objects stay. A deletion always stays: a cache would keep the object for ever. */
  events<E extends WatchEvent<KubernetesObject>>(
    events: AsyncIterable<E>,
    onInvalid: OnInvalid,
  ): AsyncIterable<E> {
    let schema: StandardSchema | undefined;
    const kept = filterWatch(events, (event) => {
      if (schema === undefined || event.type === "BOOKMARK") return event;
      const stays = keeps({ object: event.object, schema, onInvalid });
      return stays || event.type === "DELETED" ? event : undefined;
    });
    return {
      [Symbol.asyncIterator]: () => {
        const iterator = kept[Symbol.asyncIterator]();
        return {
          next: async () => {
            schema ??= await this.#load();
            return await iterator.next();
          },
          return: async () => {
            await iterator.return?.();
            return { done: true, value: undefined };
          },
        };
      },
    };
  }
}

/**
 * Whether an object stays: one that is not what the schema says is told of and left out, or, where nobody listens, thrown.
 *
 * @throws DecodeError; TypeError when the schema answers asynchronously
 */
function keeps(input: {
  readonly object: KubernetesObject;
  readonly schema: StandardSchema;
  readonly onInvalid: OnInvalid;
}): boolean {
  const error = errorOf(input);
  if (error === undefined) return true;
  if (input.onInvalid === undefined) throw error;
  input.onInvalid(error);
  return false;
}

function errorOf(input: {
  readonly object: KubernetesObject;
  readonly schema: StandardSchema;
}): DecodeError | undefined {
  const { object, schema } = input;
  const result = schema["~standard"].validate(object);
  if ("then" in result) throw new TypeError("the schema of a kind must not be asynchronous");
  const { issues = [] } = result;
  if (issues.length === 0) return undefined;
  const { apiVersion, kind, metadata } = object;
  return new DecodeError({
    apiVersion: text(apiVersion),
    kind: text(kind),
    namespace: text(metadata.namespace),
    objectName: text(metadata.name),
    resourceVersion: text(metadata.resourceVersion),
    problems: issues.map(problemOf),
  });
}

function problemOf({ message, path = [] }: StandardIssue): DecodeProblem {
  const keys = path.map((segment) => (typeof segment === "object" ? segment.key : segment));
  return { message, field: keys.reduce<string>(fieldIn, "") };
}

function fieldIn(path: string, key: PropertyKey): string {
  const name = String(key);
  if (typeof key === "number" || !/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name))
    return `${path}[${name}]`;
  return path === "" ? name : `${path}.${name}`;
}

/** What the schema found may be the metadata itself. */
function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
