import {
  type DeepReadonly,
  formatGroupVersion,
  type KubernetesListLike,
  type KubernetesObject,
  type Persisted,
  type PersistedList,
} from "../meta/index.js";
import type { WatchEvent } from "../watch/event.js";
import { filterWatch } from "../watch/filter.js";
import type { AnyApplyConfiguration, ApplyConfiguration } from "./apply-configuration.js";
import { ConfigError, InvalidRequestError } from "./errors.js";
import { isRecord } from "./guards.js";
import type { ListEach } from "./list-each.js";
import { ObjectCheck } from "./object-check.js";
import type {
  ApplyOptions,
  CreateOptions,
  DeleteOptions,
  GetOptions,
  ListOptions,
  PatchOptions,
  UpdateOptions,
} from "./options.js";
import {
  acceptMetadata,
  partialMetadata,
  partialMetadataEvent,
  partialMetadataList,
} from "./partial-metadata.js";
import type { Patch } from "./patch.js";
import type { RestRequest } from "./request.js";
import {
  type Answer,
  type ClientTypeMeta,
  itemIn,
  listIn,
  objectIn,
  stamped,
  unexpectedBody,
} from "./resource-answer.js";
import type { ResourceReference } from "./resource-path.js";
import { type ResourceCall, resourceRequest } from "./resource-request.js";
import type { RequestOptions, RestClient } from "./rest-client.js";
import { type Scale, scaleMeta } from "./scale.js";
import type { StandardSchema } from "./standard-schema.js";

/** What a client of a resource is made of. */
export interface ResourceClientOptions {
  readonly rest: RestClient;
  /** `""` is the core group. */
  readonly group: string;
  readonly version: string;
  /** `databases`. */
  readonly resource: string;
  /** `Database`. `""` where it is not known: objects that are sent must name theirs. */
  readonly kind: string;
  readonly namespaced: boolean;
  /** Absent or `""`: all namespaces, in which only list and watch work. */
  readonly namespace?: string | undefined;
  /** Asks for type and metadata of objects alone; false when absent. */
  readonly metadataOnly?: boolean | undefined;
  /**
   * Loads the schema that every object of an answer must be a value of, with the first call. Callers get the object as it was
   * sent. Absent: objects are what the server says they are.
   */
  readonly schema?: (() => Promise<StandardSchema>) | undefined;
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
 * in where they are absent. `A` is what apply takes.
 */
export class ResourceClient<
  T extends KubernetesObject,
  L extends KubernetesListLike<T>,
  A extends AnyApplyConfiguration = ApplyConfiguration<T>,
> {
  /** What the client sends through: for expansions that need more than the verbs. */
  readonly rest: RestClient;
  /** What the client is of, and in which namespace: for expansions, too. */
  readonly reference: ResourceReference;
  readonly #typeMeta: ClientTypeMeta;
  readonly #metadataOnly: boolean;
  readonly #check: ObjectCheck | undefined;

  /** @throws ConfigError when a cluster-scoped resource is given a namespace */
  constructor(options: ResourceClientOptions) {
    const { rest, kind, metadataOnly = false, schema, ...reference } = options;
    if (!reference.namespaced && reference.namespace) {
      throw new ConfigError(`${reference.resource} are cluster-scoped: they have no namespace`);
    }
    this.rest = rest;
    this.reference = reference;
    this.#typeMeta = { apiVersion: formatGroupVersion(reference), kind };
    this.#metadataOnly = metadataOnly;
    this.#check = schema && new ObjectCheck(schema);
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
  get(name: string, options?: GetOptions): Promise<Persisted<T>> {
    return this.#object({ call: { verb: "get", name, options }, options });
  }

  /** Reads all objects that the selectors match, or a page of them. */
  async list(options?: ListOptions): Promise<PersistedList<L>> {
    const request = this.#request({ verb: "list", options });
    const value = await this.rest.requestList(request, options);
    const list = listIn<L>({ request, value, typeMeta: this.#typeMeta });
    if (this.#metadataOnly) partialMetadataList(list);
    return this.#check === undefined ? list : await this.#check.list(list, options?.onInvalid);
  }

  /**
   * As {@link list}, for informers: `each` gets every object as soon as it is decoded, and what it returns stands in its
   * place. Undefined where that needs the whole list, and where `list` is another one than this client's.
   */
  get listEach(): ListEach<Persisted<T>> | undefined {
    // Somebody has overridden it, to filter perhaps: all lists must go through there.
    if (this.list !== ResourceClient.prototype.list) return undefined;
    // The kind of items may stand behind them.
    if (this.#metadataOnly || this.#typeMeta.kind === "") return undefined;
    return async <Item>({ options, each }: Parameters<ListEach<Persisted<T>>>[0]) => {
      const request = this.#request({ verb: "list", options });
      const typeMeta = this.#typeMeta;
      const admit = (await this.#check?.each(each, options.onInvalid)) ?? each;
      const take = (item: unknown): unknown =>
        admit(itemIn<T>({ request, value: item, typeMeta, item }));
      const value = await this.rest.requestList(request, { ...options, each: take });
      const { metadata, items } = listIn({ request, value, typeMeta, checkItems: false });
      return { metadata, items: items as unknown as readonly Item[] };
    };
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
   * Server-side apply: creates an object, or gives it the fields that are named, of which the field manager becomes an owner.
   * What it owned before and leaves out now goes.
   *
   * @throws ApiError Conflict, with a cause for each field, when another manager owns it and `force` is not set
   * @throws InvalidRequestError when the name or the field manager is missing
   * @example
   * await databases.apply(
   *   { metadata: { name: "orders" }, spec: { user: "orders" } },
   *   { fieldManager: "orders-operator", force: true },
   * );
   */
  async apply(configuration: A, options: ApplyOptions): Promise<Persisted<T>> {
    return await this.#apply({ configuration, options });
  }

  /**
   * The same for the status of an object that is there.
   *
   * @throws as {@link apply}; ApiError NotFound also when the resource has no status subresource
   */
  async applyStatus(configuration: A, options: ApplyOptions): Promise<Persisted<T>> {
    return await this.#apply({ configuration, options, subresource: "status" });
  }

  /**
   * Reads how many replicas an object asks for and has.
   *
   * @throws ApiError NotFound also when the resource has no scale subresource
   */
  async getScale(name: string, options?: GetOptions): Promise<Persisted<Scale>> {
    const call = { verb: "get", name, subresource: "scale", options } as const;
    return objectIn<Scale>({ ...(await this.#send({ call, options })), typeMeta: scaleMeta });
  }

  /**
   * Sets how many replicas an object asks for.
   *
   * @throws ApiError Conflict when the scale names a resourceVersion that is not the present one; as {@link getScale}
   * @example
   * const scale = await databases.getScale("orders");
   * await databases.updateScale("orders", { ...scale, spec: { replicas: 3 } });
   */
  async updateScale(
    name: string,
    scale: DeepReadonly<Scale>,
    options?: UpdateOptions,
  ): Promise<Persisted<Scale>> {
    const body = stamped({ object: scale, typeMeta: scaleMeta });
    const call = { verb: "update", name, subresource: "scale", body, options } as const;
    return objectIn<Scale>({ ...(await this.#send({ call, options })), typeMeta: scaleMeta });
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
    const events = this.rest.watch<Persisted<T>>(request, options);
    if (this.#metadataOnly) return filterWatch(events, partialMetadataEvent);
    return this.#check === undefined ? events : this.#check.events(events, options?.onInvalid);
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
        const patching =
          verb === "apply" ? { ...options, force: options?.force ?? false } : options;
        return {
          verb: "patch",
          name: name ?? nameOf(request.body),
          patch: patched,
          options: patching,
        };
      }
    }
  }

  #request(call: ResourceCall): RestRequest {
    const request = resourceRequest({ reference: this.reference, call });
    return this.#metadataOnly ? { ...request, accept: acceptMetadata(call.verb) } : request;
  }

  async #send(input: {
    readonly call: ResourceCall;
    readonly options: (RequestOptions & object) | undefined;
  }): Promise<Answer> {
    const request = this.#request(input.call);
    return { request, value: await this.rest.request(request, input.options) };
  }

  /** Few functions wait here for one another: ten thousand calls may wait for their turn, and each keeps what waits. */
  async #object(input: {
    readonly call: ResourceCall;
    readonly options: (RequestOptions & object) | undefined;
  }): Promise<Persisted<T>> {
    const request = this.#request(input.call);
    const value = await this.rest.request(request, input.options);
    const object = objectIn<T>({ request, value, typeMeta: this.#typeMeta });
    if (this.#check !== undefined) await this.#check.object(object);
    return this.#metadataOnly ? partialMetadata(object) : object;
  }

  async #apply(input: {
    readonly configuration: A;
    readonly options: ApplyOptions;
    readonly subresource?: string;
  }): Promise<Persisted<T>> {
    const { configuration, options, subresource } = input;
    const patch = { type: "apply", body: this.#stamp(configuration), subresource } as const;
    // As client-go: it always says whether it takes fields by force.
    const applying = { ...options, force: options.force ?? false };
    const call = { verb: "patch", name: nameOf(configuration), patch, options: applying } as const;
    return await this.#object({ call, options });
  }

  #stamp(object: unknown): unknown {
    return stamped({ object, typeMeta: this.#typeMeta });
  }

  /** A patch of type apply is an object of its kind; the others hold only what changes. */
  #stampApply(patch: Patch): Patch {
    return patch.type === "apply" && patch.subresource === undefined
      ? { ...patch, body: this.#stamp(patch.body) }
      : patch;
  }
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
