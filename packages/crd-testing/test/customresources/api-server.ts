import { parseJSON } from "crd-runtime";
import { celCompiler } from "crd-runtime/cel";
import { ruleChecks } from "crd-runtime/schema";
import { alwaysAllow } from "../../src/apiserver/authorization/authorizer.js";
import { rulesOf } from "../../src/apiserver/authorization/rules.js";
import { bootstrapObjects, builtInResources } from "../../src/apiserver/builtin/index.js";
import {
  DefinitionController,
  ruleCompiler,
  StoredDefinitions,
  StoredInstances,
  type Timing,
} from "../../src/apiserver/customresources/index.js";
import { DiscoveryHandler } from "../../src/apiserver/discovery/index.js";
import type { Handler } from "../../src/apiserver/http.js";
import {
  installObject,
  NamespaceController,
  StoredNamespaces,
} from "../../src/apiserver/lifecycle/index.js";
import { StorageListWatcher } from "../../src/apiserver/listwatch/index.js";
import type { JsonObject } from "../../src/apiserver/object.js";
import { OpenApiHandler, openApiPaths } from "../../src/apiserver/openapi/index.js";
import { createResourceHandler } from "../../src/apiserver/request/handler.js";
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

/** A request to the server under test. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An event of one resource, decoded. */
export interface SeenEvent {
  readonly type: "ADDED" | "DELETED" | "MODIFIED";
  readonly object: JsonObject;
}

/** The parts of the server that these folders prove, over the real storage and verbs, without a door. */
export class TestApiServer {
  readonly clock = new FakeClock();
  readonly storage = new Storage({ clock: this.clock });
  readonly catalog: Catalog;
  readonly controller: DefinitionController;
  readonly handler: Handler;
  #uid = 0;

  constructor(options: { readonly timing?: Timing; readonly namespaceController?: true } = {}) {
    const { clock, storage } = this;
    const cel = celCompiler();
    this.catalog = new Catalog(
      builtInResources({
        clock,
        authorizer: ({ verb }) => ({ allowed: verb === "get" }),
        rulesFor: rulesOf(alwaysAllow),
        userOfToken: (token) =>
          token === "t" ? { name: "jane", groups: ["developers"] } : undefined,
        rules: ruleChecks(cel),
      }),
    );
    const managers = new FieldManagers(clock);
    const random = { uid: () => `uid-${++this.#uid}`, nameSuffix: () => "bcdfg" };
    for (const { group, resource: name, object } of bootstrapObjects()) {
      const resource = this.#builtIn(group, name);
      const installer = { storage, clock, random, managers };
      installObject(installer, { resource, object, manager: "kube-apiserver" });
    }
    const definitions = this.#builtIn("apiextensions.k8s.io", "customresourcedefinitions");
    this.controller = new DefinitionController({
      definitions: new StoredDefinitions({ storage, resource: definitions, managers }),
      instances: new StoredInstances({ storage, clock }),
      catalog: this.catalog,
      clock,
      timing: options.timing ?? "none",
      compileRules: ruleCompiler(cel),
    });
    if (options.namespaceController) {
      new NamespaceController({ storage, catalog: this.catalog, clock });
    }
    const resources = createResourceHandler({
      catalog: this.catalog,
      storage,
      clock,
      lists: new StorageListWatcher({ storage, clock, random: () => 0.5 }),
      random,
      namespaces: new StoredNamespaces(storage),
    });
    const discovery = new DiscoveryHandler({ catalog: this.catalog, paths: openApiPaths });
    const openApi = new OpenApiHandler(this.catalog);
    this.handler = async (request) =>
      openApi.answer(request) ??
      discovery.answer(request) ??
      (await resources(request)) ?? { status: 404, headers: {}, body: new Uint8Array() };
  }

  async call({ method, path, body, headers }: Call): Promise<Answer> {
    const response = await this.handler({
      method,
      path,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        "user-agent": "test/1",
        host: "example.com:6443",
        ...headers,
      },
      body: body === undefined ? new Uint8Array() : encoder.encode(JSON.stringify(body)),
      signal: new AbortController().signal,
      user: { name: "admin", groups: ["system:masters"] },
    });
    if (!(response.body instanceof Uint8Array)) throw new Error("the body does not end");
    const text = decoder.decode(response.body);
    const json = text.startsWith("{") ? (parseJSON(text) as JsonObject) : {};
    return { status: response.status, headers: response.headers, body: json, text };
  }

  get(path: string): Promise<Answer> {
    return this.call({ method: "GET", path });
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.call({ method: "POST", path, body });
  }

  put(path: string, body: unknown): Promise<Answer> {
    return this.call({ method: "PUT", path, body });
  }

  delete(path: string): Promise<Answer> {
    return this.call({ method: "DELETE", path });
  }

  /** A merge patch. */
  patch(path: string, body: unknown): Promise<Answer> {
    const headers = { "content-type": "application/merge-patch+json" };
    return this.call({ method: "PATCH", path, body, headers });
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

  #builtIn(group: string, resource: string) {
    const found = this.catalog.find({ group, version: "v1", resource });
    if (found === undefined) throw new Error(`no ${resource}`);
    return found;
  }
}
