import type { ServerResponse } from "../../src/apiserver/http.js";
import { StorageListWatcher } from "../../src/apiserver/listwatch/index.js";
import type { ApiObject } from "../../src/apiserver/object.js";
import type { ListRequest } from "../../src/apiserver/request/list-watcher.js";
import type { Representation } from "../../src/apiserver/request/negotiation/representation.js";
import { listOptions } from "../../src/apiserver/request/options/list-options.js";
import { parseQuery } from "../../src/apiserver/request/query.js";
import { errorResponse } from "../../src/apiserver/request/response/error-response.js";
import type { ApiResource, Strategy } from "../../src/apiserver/resources/resource.js";
import { Storage, type StorageOptions } from "../../src/apiserver/storage/index.js";
import { FakeClock } from "../../src/clock/fake-clock.js";

/** Nothing here writes through a strategy. */
const noStrategy = new Proxy<Strategy>(Object.create(null), {
  get: (_, name) => {
    throw new Error(`a list or a watch uses strategy.${String(name)}`);
  },
});

/** A custom resource with a selectable field. */
export const widgets: ApiResource = {
  group: "example.com",
  version: "v1",
  resource: "widgets",
  singular: "widget",
  kind: "Widget",
  listKind: "WidgetList",
  namespaced: true,
  shortNames: [],
  categories: [],
  verbs: new Set(["list", "watch"]),
  storageKey: "widgets.example.com",
  epoch: 1,
  schema: undefined,
  status: false,
  scale: undefined,
  fields: {
    supported: ["metadata.name", "metadata.namespace", ".spec.color".slice(1)],
    of: (object) => ({ "spec.color": colorOf(object) }),
  },
  columns: [
    {
      name: "Name",
      type: "string",
      format: "name",
      description: "Name of the widget",
      priority: 0,
      cell: (object) => object.metadata.name ?? "",
    },
  ],
  strategy: noStrategy,
  conversion: {
    storageVersion: "v1",
    key: "as stored",
    fromStorage: (entries) => entries.map((entry) => entry.value),
    toStorage: (object) => object,
  },
  warning: undefined,
};

/** A built-in resource. */
export const configMaps: ApiResource = {
  ...widgets,
  group: "",
  resource: "configmaps",
  singular: "configmap",
  kind: "ConfigMap",
  listKind: "ConfigMapList",
  storageKey: "configmaps",
  fields: { supported: ["metadata.name", "metadata.namespace"], of: () => ({}) },
  builtIn: true,
};

function colorOf(object: ApiObject): string {
  const spec: unknown = object["spec"];
  return typeof spec === "object" &&
    spec !== null &&
    "color" in spec &&
    typeof spec.color === "string"
    ? spec.color
    : "";
}

export interface Draft {
  readonly resource?: ApiResource;
  readonly namespace?: string;
  readonly name: string;
  readonly labels?: Record<string, string>;
  readonly color?: string;
}

export interface Asked {
  readonly resource?: ApiResource;
  readonly namespace?: string;
  readonly representation?: Partial<Representation>;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly code: number;
  readonly contentType: unknown;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of all shapes.
  readonly body: any;
}

/** A storage with what reads from it, on a clock that stands still. */
export class Fixture {
  readonly clock = new FakeClock();
  readonly storage: Storage;
  readonly lists: StorageListWatcher;

  constructor(options: StorageOptions = {}) {
    this.storage = new Storage({ clock: this.clock, ...options });
    this.lists = new StorageListWatcher({
      storage: this.storage,
      clock: this.clock,
      random: () => 0.5,
    });
    this.storage.open(widgets.storageKey);
    this.storage.open(configMaps.storageKey);
  }

  /** Creates or replaces an object; returns its revision. */
  put(draft: Draft): number {
    const { resource = widgets, namespace = "default", name, labels, color } = draft;
    const { group, version, kind, storageKey, fields, epoch } = resource;
    const key = { storageKey, namespace: resource.namespaced ? namespace : "", name };
    const object: ApiObject = {
      apiVersion: group === "" ? version : `${group}/${version}`,
      kind,
      metadata: {
        name,
        ...(resource.namespaced ? { namespace } : {}),
        ...(labels === undefined ? {} : { labels }),
      },
      ...(color === undefined ? {} : { spec: { color } }),
    };
    const encode = (revision: number) => {
      object.metadata.resourceVersion = String(revision);
      const value = new TextEncoder().encode(JSON.stringify(object));
      return { value, labels, fields: fields.of(object), epoch };
    };
    const current = this.storage.get(key);
    const entry =
      current === undefined
        ? this.storage.create({ ...key, encode })
        : this.storage.update({ ...key, revision: current.revision, encode });
    if (entry === undefined) throw new Error("a write that nobody contests failed");
    return entry.revision;
  }

  remove(draft: Draft): number {
    const { resource = widgets, namespace = "default", name } = draft;
    const key = { storageKey: resource.storageKey, namespace, name };
    const deleted = this.storage.delete(key);
    if (deleted === undefined) throw new Error(`${name} is not there`);
    return deleted.revision;
  }

  /** Makes an object of each name. */
  fill(...names: readonly string[]): void {
    for (const name of names) this.put({ name, labels: { name } });
  }

  request(query: string, asked: Asked = {}): ListRequest {
    const { resource = widgets, namespace = "default", representation = {}, signal } = asked;
    const values = parseQuery(query);
    return {
      resource,
      namespace,
      options: listOptions(values),
      query: values,
      representation: { format: "json", pretty: false, transform: undefined, ...representation },
      signal: signal ?? new AbortController().signal,
    };
  }

  /** The response to a list or, with `watch=1`, to a watch; never rejects. */
  async respond(query: string, asked: Asked = {}): Promise<ServerResponse> {
    try {
      const request = this.request(query, asked);
      return request.options.watch
        ? await this.lists.watch(request)
        : await this.lists.list(request);
    } catch (error) {
      const accepting = { accept: "", userAgent: "", query: new Map() };
      return errorResponse({ error, accepting });
    }
  }

  /** A list's answer, or that of a watch that is refused. */
  async ask(query: string, asked: Asked = {}): Promise<Answer> {
    const { status, headers, body } = await this.respond(query, asked);
    const text = await textOf(body);
    const isJson = headers["content-type"] === "application/json";
    return {
      code: status,
      contentType: headers["content-type"],
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  }

  /** Names in a list. */
  async names(query: string, asked: Asked = {}): Promise<readonly string[]> {
    const { body } = await this.ask(query, asked);
    return body.items.map((item: ApiObject) => item.metadata.name);
  }

  /** Begins a watch. */
  async watch(query: string, asked: Asked = {}): Promise<Watching> {
    const response = await this.respond(`watch=1&${query}`, asked);
    if (response.body instanceof Uint8Array) {
      throw new Error(`no watch: ${new TextDecoder().decode(response.body)}`);
    }
    const watching = new Watching(response.body);
    await this.clock.settle();
    return watching;
  }
}

export async function textOf(body: ServerResponse["body"]): Promise<string> {
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString();
}

export interface WatchEvent {
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into objects of all shapes.
  readonly object: any;
}

/** A client that reads a watch as fast as it comes. */
export class Watching {
  readonly chunks: string[] = [];
  ended = false;
  failure: unknown;
  #taken = 0;

  constructor(body: AsyncIterable<Uint8Array>) {
    void this.#read(body);
  }

  /** Events since the last call. */
  take(): readonly WatchEvent[] {
    const lines = this.chunks.join("").split("\n");
    const events = lines.slice(this.#taken, -1);
    this.#taken += events.length;
    return events.map((line) => JSON.parse(line));
  }

  /** Events since the last call as `TYPE name@resourceVersion`. */
  brief(): readonly string[] {
    return this.take().map(({ type, object }) => {
      if (type === "ERROR") return `ERROR ${object.code}`;
      const { name, resourceVersion, annotations } = object.metadata;
      const mark = annotations?.["k8s.io/initial-events-end"] === "true" ? " end" : "";
      return type === "BOOKMARK"
        ? `BOOKMARK @${resourceVersion}${mark}`
        : `${type} ${name}@${resourceVersion}`;
    });
  }

  async #read(body: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const chunk of body) this.chunks.push(new TextDecoder().decode(chunk));
    } catch (error) {
      this.failure = error;
    }
    this.ended = true;
  }
}
