import {
  type DeepReadonly,
  formatGroupVersion,
  type KubernetesListLike,
  type KubernetesObject,
  type Persisted,
  type PersistedList,
  type TypeMeta,
} from "../meta/index.js";
import type { WatchEvent } from "../watch/event.js";
import { unexpectedBodyError } from "./error-response.js";
import { ConfigError, InvalidRequestError } from "./errors.js";
import { isRecord } from "./guards.js";
import { stringifyJSON } from "./json.js";
import type {
  CreateOptions,
  DeleteOptions,
  GetOptions,
  ListOptions,
  PatchOptions,
  UpdateOptions,
} from "./options.js";
import type { Patch } from "./patch.js";
import type { RestRequest } from "./request.js";
import type { ResourceReference } from "./resource-path.js";
import { type ResourceCall, resourceRequest } from "./resource-request.js";
import type { RequestOptions, RestClient } from "./rest-client.js";

/** What a client of a resource is made of. */
export interface ResourceClientOptions {
  readonly rest: RestClient;
  /** `""` is the core group. */
  readonly group: string;
  readonly version: string;
  /** `databases`. */
  readonly resource: string;
  /** `Database`. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** Absent or `""`: all namespaces, in which only list and watch work. */
  readonly namespace?: string | undefined;
}

/** A call of an extension method: `+genclient:method=`. */
export interface ExtensionRequest {
  readonly verb: "create" | "update" | "get" | "list" | "patch" | "apply";
  readonly name?: string | undefined;
  readonly subresource?: string | undefined;
  readonly body?: unknown;
  readonly patch?: Patch | undefined;
  readonly options?: (CreateOptions & PatchOptions & GetOptions & ListOptions) | undefined;
}

/**
 * The verbs of one resource. What generated clients stand on; follows client-go's `gentype`.
 *
 * Objects are plain JSON data. On writes, and on what comes back, `apiVersion` and `kind` are filled
 * in where they are absent.
 */
export class ResourceClient<T extends KubernetesObject, L extends KubernetesListLike<T>> {
  /** What the client sends through: for expansions that need more than the verbs. */
  readonly rest: RestClient;
  readonly #reference: ResourceReference;
  readonly #typeMeta: Required<TypeMeta>;
  readonly #listMeta: Required<TypeMeta>;

  /** @throws ConfigError when a cluster-scoped resource is given a namespace */
  constructor(options: ResourceClientOptions) {
    const { rest, kind, ...reference } = options;
    if (!reference.namespaced && reference.namespace) {
      throw new ConfigError(`${reference.resource} are cluster-scoped: they have no namespace`);
    }
    const apiVersion = formatGroupVersion(reference);
    this.rest = rest;
    this.#reference = reference;
    this.#typeMeta = { apiVersion, kind };
    this.#listMeta = { apiVersion, kind: `${kind}List` };
  }

  /**
   * Creates an object.
   *
   * @throws ApiError AlreadyExists, Invalid ...; and what every call throws, see `RestClient.request`
   */
  async create(object: DeepReadonly<T>, options?: CreateOptions): Promise<Persisted<T>> {
    const body = this.#stamp(object);
    return await this.#object({ call: { verb: "create", body, options }, options });
  }

  /**
   * Replaces an object; with `metadata.resourceVersion` only the state that it names.
   *
   * @throws ApiError Conflict when the object has changed since; Invalid, NotFound ...
   */
  async update(object: DeepReadonly<T>, options?: UpdateOptions): Promise<Persisted<T>> {
    const call = {
      verb: "update",
      name: nameOf(object),
      body: this.#stamp(object),
      options,
    } as const;
    return await this.#object({ call, options });
  }

  /**
   * Replaces the status of an object, and nothing else.
   *
   * @throws ApiError NotFound also when the resource has no status subresource
   */
  async updateStatus(object: DeepReadonly<T>, options?: UpdateOptions): Promise<Persisted<T>> {
    const call = {
      verb: "update",
      name: nameOf(object),
      subresource: "status",
      body: this.#stamp(object),
      options,
    } as const;
    return await this.#object({ call, options });
  }

  /**
   * Deletes an object, or begins to when it has finalizers.
   *
   * @throws ApiError NotFound; Conflict when a precondition does not hold
   */
  async delete(name: string, options?: DeleteOptions): Promise<void> {
    await this.#send({ call: { verb: "delete", name, options }, options });
  }

  /** Deletes all objects of the namespace that the selectors match. */
  async deleteCollection(options?: DeleteOptions & ListOptions): Promise<void> {
    await this.#send({ call: { verb: "deleteCollection", options }, options });
  }

  /**
   * Reads an object.
   *
   * @throws ApiError NotFound
   */
  async get(name: string, options?: GetOptions): Promise<Persisted<T>> {
    return await this.#object({ call: { verb: "get", name, options }, options });
  }

  /** Reads all objects that the selectors match, or a page of them. */
  async list(options?: ListOptions): Promise<PersistedList<L>> {
    const request = this.#request({ verb: "list", options });
    return this.#toList({ request, value: await this.rest.requestList(request, options) });
  }

  /**
   * Changes an object.
   *
   * @throws ApiError Conflict when fields of an apply belong to another manager; Invalid ...
   */
  async patch(name: string, patch: Patch, options?: PatchOptions): Promise<Persisted<T>> {
    const call = { verb: "patch", name, patch: this.#stampApply(patch), options } as const;
    return await this.#object({ call, options });
  }

  /**
   * Watches the objects that the selectors match, from `resourceVersion` on. Begins when iterated; ends
   * when the server ends it, which it does after minutes: watch again from the last resourceVersion,
   * or let an informer do it.
   *
   * @throws ApiError when the server refuses, and for an ERROR event: Expired when the version is too old
   * @example
   * for await (const event of client.watch({ resourceVersion: list.metadata.resourceVersion })) {
   *   console.log(event.type, event.object.metadata.name);
   * }
   */
  watch(options?: ListOptions): AsyncIterable<WatchEvent<Persisted<T>>> {
    const request = this.#request({ verb: "watch", options });
    return this.rest.watch<Persisted<T>>(request, options);
  }

  /** Sends the call of an extension method; the answer is what the caller says it is. */
  async invoke<R>(request: ExtensionRequest): Promise<R> {
    const { options } = request;
    const call = this.#extensionCall(request);
    const sent = await this.#send({ call, options });
    if (!isRecord(sent.value)) {
      throw unexpectedBody({ ...sent, problem: "is no object" });
    }
    return sent.value as R;
  }

  #extensionCall(request: ExtensionRequest): ResourceCall {
    const { verb, name, subresource, patch, options } = request;
    // A subresource mostly has a kind of its own, which its type knows and this client does not.
    const body = subresource === undefined ? this.#stamp(request.body) : request.body;
    switch (verb) {
      case "create":
        return { verb, name, subresource, body, options };
      case "update":
        return { verb, name: name ?? nameOf(request.body), subresource, body, options };
      case "get":
        return { verb, name: required(name), subresource, options };
      case "list":
        return { verb, name, subresource, options };
      case "patch":
      case "apply": {
        const given: Patch = patch ?? { type: verb === "apply" ? "apply" : "merge", body };
        const patched = { ...given, subresource: given.subresource ?? subresource };
        return { verb: "patch", name: name ?? nameOf(request.body), patch: patched, options };
      }
    }
  }

  #request(call: ResourceCall): RestRequest {
    return resourceRequest({ reference: this.#reference, call });
  }

  async #send(input: {
    readonly call: ResourceCall;
    readonly options: (RequestOptions & object) | undefined;
  }): Promise<{ readonly request: RestRequest; readonly value: unknown }> {
    const request = this.#request(input.call);
    return { request, value: await this.rest.request(request, input.options) };
  }

  async #object(input: {
    readonly call: ResourceCall;
    readonly options: (RequestOptions & object) | undefined;
  }): Promise<Persisted<T>> {
    const { request, value } = await this.#send(input);
    if (!isRecord(value) || !isRecord(value["metadata"]) || isStatus(value)) {
      throw unexpectedBody({ request, value, problem: `is no ${this.#typeMeta.kind}` });
    }
    fill(value, this.#typeMeta);
    return value as unknown as Persisted<T>;
  }

  #toList(input: { readonly request: RestRequest; readonly value: unknown }): PersistedList<L> {
    const { value } = input;
    const { kind } = this.#listMeta;
    if (!isRecord(value) || !isRecord(value["metadata"])) {
      throw unexpectedBody({ ...input, problem: `is no ${kind}` });
    }
    // Something else than a list must not pass for an empty one: informers would take all objects for deleted.
    if (value["items"] === undefined && (value["kind"] || kind) !== kind) {
      throw unexpectedBody({ ...input, problem: `is no ${kind}` });
    }
    // Go writes an empty slice as null.
    value["items"] ??= [];
    const { items } = value;
    if (!Array.isArray(items)) {
      throw unexpectedBody({ ...input, problem: "has items that are no list" });
    }
    for (const item of items) {
      if (!isRecord(item) || !isRecord(item["metadata"])) {
        throw unexpectedBody({ ...input, problem: "has an item that is no object" });
      }
      fill(item, this.#typeMeta);
    }
    fill(value, this.#listMeta);
    return value as unknown as PersistedList<L>;
  }

  #stamp(object: unknown): unknown {
    if (!isRecord(object)) {
      return object;
    }
    const { apiVersion, kind } = object;
    return {
      ...object,
      apiVersion: apiVersion || this.#typeMeta.apiVersion,
      kind: kind || this.#typeMeta.kind,
    };
  }

  /** A patch of type apply is an object of its kind; the others hold only what changes. */
  #stampApply(patch: Patch): Patch {
    return patch.type === "apply" && patch.subresource === undefined
      ? { ...patch, body: this.#stamp(patch.body) }
      : patch;
  }
}

/** A Status has metadata too, and must not pass for an object. */
function isStatus(value: Record<string, unknown>): boolean {
  return value["kind"] === "Status" && value["apiVersion"] === "v1";
}

/** Lists of built-in kinds have items without apiVersion and kind. */
function fill(object: Record<string, unknown>, typeMeta: Required<TypeMeta>): void {
  object["apiVersion"] ||= typeMeta.apiVersion;
  object["kind"] ||= typeMeta.kind;
}

function nameOf(object: unknown): string {
  const metadata = isRecord(object) ? object["metadata"] : undefined;
  const name = isRecord(metadata) ? metadata["name"] : undefined;
  return required(typeof name === "string" ? name : undefined);
}

function required(name: string | undefined): string {
  if (name === undefined || name === "") {
    throw new InvalidRequestError("a name is required: metadata.name is empty or missing");
  }
  return name;
}

function unexpectedBody(input: {
  readonly request: RestRequest;
  readonly value: unknown;
  readonly problem: string;
}): Error {
  const { request, value, problem } = input;
  return unexpectedBodyError({ request, problem, text: stringifyJSON(value) ?? "" });
}
