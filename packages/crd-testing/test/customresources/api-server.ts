import { parseJSON } from "crd-runtime";
import { alwaysAllow } from "../../src/apiserver/authorization/authorizer.js";
import { bootstrapObjects, builtInResources } from "../../src/apiserver/builtin/index.js";
import {
  DefinitionController,
  StoredDefinitions,
  StoredInstances,
  type Timing,
} from "../../src/apiserver/customresources/index.js";
import { installObject, StoredNamespaces } from "../../src/apiserver/lifecycle/index.js";
import type { JsonObject } from "../../src/apiserver/object.js";
import {
  createResourceHandler,
  type ResourceHandler,
} from "../../src/apiserver/request/handler.js";
import type { ListWatcher } from "../../src/apiserver/request/list-watcher.js";
import { Catalog } from "../../src/apiserver/resources/index.js";
import { Storage } from "../../src/apiserver/storage/index.js";
import { FieldManagers } from "../../src/apiserver/verbs/field-managers.js";
import { FakeClock } from "../../src/index.js";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** An answer, decoded. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: JsonObject;
  readonly text: string;
}

/** An event of one resource, decoded. */
export interface SeenEvent {
  readonly type: "ADDED" | "DELETED" | "MODIFIED";
  readonly object: JsonObject;
}

const noLists: ListWatcher = {
  list: () => {
    throw new Error("lists are not part of this test");
  },
  watch: () => {
    throw new Error("watches are not part of this test");
  },
  page: async ({ resource, namespace }) => {
    throw new Error(`lists are not part of this test: ${resource.resource} ${namespace}`);
  },
};

/** The parts of the server that this folder proves, over the real storage and verbs; no lists and watches. */
export class TestApiServer {
  readonly clock = new FakeClock();
  readonly storage = new Storage({ clock: this.clock });
  readonly catalog: Catalog;
  readonly controller: DefinitionController;
  readonly #handler: ResourceHandler;
  #uid = 0;

  constructor(options: { readonly timing?: Timing } = {}) {
    const { clock, storage } = this;
    const resources = builtInResources({
      clock,
      authorizer: alwaysAllow,
      userOfToken: () => undefined,
    });
    this.catalog = new Catalog(resources);
    const managers = new FieldManagers(clock);
    const random = { uid: () => `uid-${++this.#uid}`, nameSuffix: () => "bcdfg" };
    for (const { group, resource: name, object } of bootstrapObjects()) {
      const resource = this.catalog.find({ group, version: "v1", resource: name });
      if (resource === undefined) throw new Error(`no ${name}`);
      installObject(
        { storage, clock, random, managers },
        { resource, object, manager: "kube-apiserver" },
      );
    }
    const definitions = this.catalog.find({
      group: "apiextensions.k8s.io",
      version: "v1",
      resource: "customresourcedefinitions",
    });
    if (definitions === undefined) throw new Error("no customresourcedefinitions");
    this.controller = new DefinitionController({
      definitions: new StoredDefinitions({ storage, resource: definitions, managers }),
      instances: new StoredInstances({ storage, clock }),
      catalog: this.catalog,
      clock,
      timing: options.timing ?? "none",
      compileRules: undefined,
    });
    this.#handler = createResourceHandler({
      catalog: this.catalog,
      storage,
      clock,
      lists: noLists,
      random,
      namespaces: new StoredNamespaces(storage),
    });
  }

  async request(
    method: string,
    path: string,
    body?: unknown,
    contentType = "application/json",
  ): Promise<Answer> {
    const response = await this.#handler({
      method,
      path,
      headers: { "content-type": contentType, accept: "application/json", "user-agent": "test/1" },
      body: body === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(body)),
      signal: new AbortController().signal,
      user: { name: "admin", groups: ["system:masters"] },
    });
    if (response === undefined || !(response.body instanceof Uint8Array)) {
      throw new Error("no body");
    }
    const text = decoder.decode(response.body);
    const json = text.startsWith("{") ? (parseJSON(text) as JsonObject) : {};
    return { status: response.status, headers: response.headers, body: json, text };
  }

  /** Collects the events of a resource from now on. */
  events(storageKey: string): () => readonly SeenEvent[] {
    const watch = this.storage.watch({ storageKey, from: this.storage.revision });
    const seen: SeenEvent[] = [];
    return () => {
      for (const { entry, previous } of watch.take(1_000)) {
        const subject = entry ?? previous;
        if (subject === undefined) continue;
        seen.push({
          type: entry === undefined ? "DELETED" : previous === undefined ? "ADDED" : "MODIFIED",
          object: parseJSON(decoder.decode(subject.value)) as JsonObject,
        });
      }
      return seen;
    };
  }
}
