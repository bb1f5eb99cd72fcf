import { type Clock, sleep } from "crd-runtime";
import { pathSegmentErrors } from "crd-runtime/schema";
import type { ServerRequest, ServerResponse } from "../http.js";
import type { ApiResource, ResourceCatalog } from "../resources/resource.js";
import { badRequest, goQuote, internalError, resourceNotFound } from "../status/index.js";
import type { Storage } from "../storage/index.js";
import { createObject } from "../verbs/create.js";
import { deleteObject } from "../verbs/delete.js";
import { deleteCollection } from "../verbs/delete-collection.js";
import { FieldManagers } from "../verbs/field-managers.js";
import { getObject } from "../verbs/get.js";
import { ObjectStore } from "../verbs/object-store.js";
import { patchObject } from "../verbs/patch.js";
import type { Random } from "../verbs/random.js";
import type { NamespaceLifecycle, Registry, ResourceRequest } from "../verbs/registry.js";
import type { VerbResult } from "../verbs/result.js";
import { getScale, patchScale, updateScale } from "../verbs/scale.js";
import { updateObject } from "../verbs/update.js";
import type { ListWatcher } from "./list-watcher.js";
import { type Accepting, negotiate, negotiateStream } from "./negotiation/representation.js";
import { listOptions, withName } from "./options/list-options.js";
import { pageNotFound } from "./page-not-found.js";
import { type RequestInfo, requestInfoOf } from "./request-info.js";
import { compressed } from "./response/compress.js";
import { errorResponse } from "./response/error-response.js";
import { objectResponse } from "./response/object-response.js";
import { assertServed, resourceFor } from "./route.js";
import { Warnings } from "./warnings.js";

/** What serving resources takes. */
export interface ResourceHandlerOptions {
  readonly catalog: ResourceCatalog;
  readonly storage: Storage;
  readonly lists: ListWatcher;
  readonly clock: Clock;
  readonly random: Random;
  readonly namespaces: NamespaceLifecycle;
}

/** Answers requests for resources; undefined for other paths. It never rejects. */
export type ResourceHandler = (request: ServerRequest) => Promise<ServerResponse | undefined>;

/** Routes requests for resources to their verbs; whatever goes wrong is a Status. */
export function createResourceHandler(options: ResourceHandlerOptions): ResourceHandler {
  const server = new ResourceServer(options);
  return async (request) => {
    if (malformed.test(request.path)) return badTarget();
    const info = requestInfoOf(request);
    return info.isResourceRequest ? server.answer({ request, info }) : undefined;
  };
}

interface Incoming {
  readonly request: ServerRequest;
  readonly info: RequestInfo;
}

interface Routed extends Incoming {
  readonly resource: ApiResource;
  readonly accepting: Accepting;
  readonly warnings: Warnings;
}

const anonymous = { name: "system:anonymous", groups: ["system:unauthenticated"] };
/** A percent sign without two digits: net/http refuses such paths before anybody sees them. */
const malformed = /^[^?]*%(?![0-9a-fA-F]{2})/;
/** How long the real server waits before the first objects of a new definition. */
const freshDefinitionMs = 2_000;

class ResourceServer {
  readonly #catalog: ResourceCatalog;
  readonly #lists: ListWatcher;
  readonly #registry: Registry;

  constructor(options: ResourceHandlerOptions) {
    const { clock, random, namespaces, storage } = options;
    this.#catalog = options.catalog;
    this.#lists = options.lists;
    const store = new ObjectStore({ storage, clock });
    this.#registry = { clock, random, namespaces, store, managers: new FieldManagers(clock) };
  }

  async answer({ request, info }: Incoming): Promise<ServerResponse> {
    const accepting = acceptingOf(request, info);
    const warnings = new Warnings();
    try {
      const resource = resourceFor(this.#catalog, info);
      if (resource === undefined) return this.#notServed(info, accepting);
      if (resource.warning !== undefined) warnings.add(resource.warning);
      assertServed(resource, info);
      assertNameParameter(info);
      const response = await this.#serve({ request, info, resource, accepting, warnings });
      return finished({ request, response });
    } catch (error) {
      const response = errorResponse({ error: errorOf(error), accepting, warnings });
      return finished({ request, response });
    }
  }

  #notServed(info: RequestInfo, accepting: Accepting): ServerResponse {
    const { group, version } = info;
    const known = this.#catalog
      .list()
      .some((r) => r.builtIn === true && r.group === group && r.version === version);
    return known ? errorResponse({ error: resourceNotFound(), accepting }) : pageNotFound();
  }

  #serve(routed: Routed): ServerResponse | Promise<ServerResponse> {
    const { info, resource, warnings } = routed;
    const { query } = info;
    if (info.verb === "list" || info.verb === "watch") return this.#listOrWatch(routed);
    const representation = negotiate(routed.accepting);
    const result = this.#run(routed);
    const respond = (done: VerbResult): ServerResponse | Promise<ServerResponse> =>
      objectResponse({ resource, result: done, representation, query, warnings });
    return result instanceof Promise ? result.then(respond) : respond(result);
  }

  #listOrWatch(routed: Routed): ServerResponse | Promise<ServerResponse> {
    const { request, info, resource, accepting } = routed;
    const { query, namespace } = info;
    const representation = negotiate(accepting);
    const options = withName({ options: listOptions(query), name: info.name });
    const { signal } = request;
    const list = { resource, namespace, options, query, representation, signal };
    const response =
      info.verb === "watch"
        ? this.#lists.watch({ ...list, representation: negotiateStream(accepting) })
        : this.#lists.list(list);
    const warning = routed.warnings.headers();
    if (warning === undefined) return response;
    const warned = (done: ServerResponse): ServerResponse => ({
      ...done,
      headers: { ...done.headers, warning },
    });
    return response instanceof Promise ? response.then(warned) : warned(response);
  }

  #run(routed: Routed): VerbResult | Promise<VerbResult> {
    const { info } = routed;
    const registry = this.#registry;
    const request = resourceRequestOf(routed);
    const isScale = info.subresource === "scale";
    switch (info.verb) {
      case "get":
        return isScale ? getScale(registry, request) : getObject(registry, request);
      case "create":
        return this.#create(request);
      case "update":
        assertNamed(info);
        return isScale ? updateScale(registry, request) : updateObject(registry, request);
      case "patch":
        assertNamed(info);
        return isScale ? patchScale(registry, request) : patchObject(registry, request);
      case "delete":
        return deleteObject(registry, request);
      default:
        return deleteCollection({ registry, request, lists: this.#lists });
    }
  }

  #create(request: ResourceRequest): VerbResult | Promise<VerbResult> {
    const registry = this.#registry;
    const { clock } = registry;
    const from = request.resource.creatableFrom;
    if (from === undefined || clock.now() >= from) return createObject(registry, request);
    const waiting = sleep({ clock, ms: freshDefinitionMs, signal: request.signal });
    return waiting.then(() => createObject(registry, request));
  }
}

/** A large answer is compressed for those who take it so; HEAD has no body. */
function finished(input: {
  readonly request: ServerRequest;
  readonly response: ServerResponse;
}): ServerResponse {
  const { request, response } = input;
  if (request.method === "HEAD") return { ...response, body: new Uint8Array() };
  return compressed(response, headerOf(request, "accept-encoding"));
}

function resourceRequestOf(routed: Routed): ResourceRequest {
  const { request, info, resource, accepting, warnings } = routed;
  return {
    resource,
    namespace: info.namespace,
    name: info.name,
    subresource: info.subresource,
    query: info.query,
    body: request.body,
    contentType: headerOf(request, "content-type"),
    userAgent: accepting.userAgent,
    user: request.user ?? anonymous,
    signal: request.signal,
    warnings,
  };
}

function acceptingOf(request: ServerRequest, info: RequestInfo): Accepting {
  return {
    accept: headerOf(request, "accept"),
    userAgent: headerOf(request, "user-agent"),
    query: info.query,
  };
}

/** A header's first value; `""` when there is none. */
function headerOf(request: ServerRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : (value?.[0] ?? "");
}

/** @throws StatusError 400 when the path names an object as none can be called */
function assertNameParameter(info: RequestInfo): void {
  const { name, verb } = info;
  if (name === "" || verb === "create" || verb === "list" || verb === "watch") return;
  const problems = pathSegmentErrors(name);
  if (problems.length === 0) return;
  throw badRequest(`Name parameter invalid: ${goQuote(name)}: ${problems.join(";")}`);
}

function badTarget(): ServerResponse {
  return {
    status: 400,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: Buffer.from("400 Bad Request"),
  };
}

function assertNamed(info: RequestInfo): void {
  if (info.name === "") throw badRequest("name must be provided");
}

/** What is no StatusError is a fault of ours, and no reason to end. */
function errorOf(error: unknown): unknown {
  if (error instanceof RangeError) return internalError(error.message, { cause: error });
  return error;
}
