import { formatObjectName } from "../cache/object-key.js";
import { asReadonly } from "../cache/readonly.js";
import type { DeepReadonly, KubernetesObject, Persisted } from "../meta/index.js";
import {
  type CreateOptions,
  type GetOptions,
  InvalidRequestError,
  isNotFound,
  type Patch,
  type PatchOptions,
  type UpdateOptions,
} from "../rest/index.js";
import { copyJson, equalJson } from "../schema/json.js";
import { mergePatch } from "./merge-patch.js";

/** What became of an object. Follows controller-runtime's `OperationResult`. */
export interface OperationResult<T extends KubernetesObject> {
  readonly operation: "created" | "updated" | "updatedStatus" | "updatedStatusOnly" | "unchanged";
  /** As the server has returned it last. */
  readonly object: Persisted<T>;
}

/** What shall become of an object. */
export interface Mutation<T extends KubernetesObject, Client> {
  /** Of the resource, in the object's namespace. */
  readonly client: Client;
  /** What to begin with when there is none; its name says which is meant. */
  readonly object: DeepReadonly<T>;
  /**
   * Makes what is wanted of what is there, or of `object`. What it is given is a copy of its own. The name and namespace must
   * stay.
   */
  readonly mutate: (object: T) => T | Promise<T>;
  readonly signal?: AbortSignal | undefined;
  readonly fieldManager?: string | undefined;
}

interface Creator<T extends KubernetesObject> {
  get(name: string, options?: GetOptions): Promise<Persisted<T>>;
  create(object: DeepReadonly<T>, options?: CreateOptions): Promise<Persisted<T>>;
}

/** The calls of `createOrUpdate`; generated clients have them. */
export interface CreateOrUpdateClient<T extends KubernetesObject> extends Creator<T> {
  update(object: DeepReadonly<T>, options?: UpdateOptions): Promise<Persisted<T>>;
}

/** The calls of `createOrPatch`; generated clients have them. */
export interface CreateOrPatchClient<T extends KubernetesObject> extends Creator<T> {
  patch(name: string, patch: Patch, options?: PatchOptions): Promise<Persisted<T>>;
}

/**
 * Reads an object, has it changed, and writes it where that made a difference; creates it where there is none. Follows
 * controller-runtime's `CreateOrUpdate`.
 *
 * @throws ApiError Conflict when it has changed meanwhile, AlreadyExists when another created it: to be tried again
 * @throws InvalidRequestError when `mutate` changes the name or namespace
 * @example
 * const { operation, object } = await createOrUpdate({
 *   client: secrets,
 *   object: { metadata: { name: "orders", namespace: "default" } },
 *   mutate: (secret) => setControllerReference({ owner: database, object: { ...secret, data } }),
 * });
 */
export async function createOrUpdate<T extends KubernetesObject>(
  input: Mutation<T, CreateOrUpdateClient<T>>,
): Promise<OperationResult<T>> {
  const { client } = input;
  const existing = await find(input);
  if (existing === undefined) return { operation: "created", object: await create(input) };
  const wanted = await mutated({ ...input, object: asReadonly<T>(existing) });
  if (equalJson(existing, wanted)) return { operation: "unchanged", object: existing };
  const object = await client.update(asReadonly(wanted), optionsOf(input));
  return { operation: "updated", object };
}

/**
 * The same by merge patches, which hold what has changed alone; lists are replaced as a whole, and a change meanwhile is no
 * conflict. A status is patched apart, also that of a new object, so the resource must have the subresource where `mutate` sets one.
 * Follows controller-runtime's `CreateOrPatch`.
 *
 * @throws ApiError AlreadyExists when another created it: to be tried again
 * @throws InvalidRequestError when `mutate` changes the name or namespace
 */
export async function createOrPatch<T extends KubernetesObject>(
  input: Mutation<T, CreateOrPatchClient<T>>,
): Promise<OperationResult<T>> {
  const existing = await find(input);
  if (existing === undefined) return { operation: "created", object: await createWhole(input) };
  const wanted = await mutated({ ...input, object: asReadonly<T>(existing) });
  const body = mergePatch({ before: withoutStatus(existing), after: withoutStatus(wanted) });
  const status = mergePatch({ before: statusOf(existing), after: statusOf(wanted) });
  const object = body === undefined ? existing : await patch({ ...input, body });
  if (status === undefined) return { operation: body ? "updated" : "unchanged", object };
  return {
    operation: body ? "updatedStatus" : "updatedStatusOnly",
    object: await patch({ ...input, body: status, subresource: "status" }),
  };
}

/** With its status, which the server does not take when it creates. */
async function createWhole<T extends KubernetesObject>(
  input: Mutation<T, CreateOrPatchClient<T>>,
): Promise<Persisted<T>> {
  const wanted = await mutated(input);
  const created = await input.client.create(asReadonly(wanted), optionsOf(input));
  const body = statusOf(wanted);
  if (equalJson(body, {}) || equalJson(body, statusOf(created))) return created;
  return await patch({ ...input, body, subresource: "status" });
}

async function find<T extends KubernetesObject>(
  input: Mutation<T, Creator<T>>,
): Promise<Persisted<T> | undefined> {
  const { client, object, signal } = input;
  try {
    return await client.get(object.metadata.name ?? "", { signal });
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function create<T extends KubernetesObject>(
  input: Mutation<T, Creator<T>>,
): Promise<Persisted<T>> {
  return await input.client.create(asReadonly(await mutated(input)), optionsOf(input));
}

async function mutated<T extends KubernetesObject>(input: {
  readonly object: DeepReadonly<T>;
  readonly mutate: (object: T) => T | Promise<T>;
}): Promise<T> {
  const { object, mutate } = input;
  const wanted = await mutate(copyJson(object) as T);
  const [before, after] = [nameOf(object), nameOf(wanted)];
  if (before !== after) {
    throw new InvalidRequestError(
      `mutate must not change the name or namespace: ${before} has become ${after}`,
    );
  }
  return wanted;
}

async function patch<T extends KubernetesObject>(
  input: Mutation<T, CreateOrPatchClient<T>> & {
    readonly body: unknown;
    readonly subresource?: string;
  },
): Promise<Persisted<T>> {
  const { client, object, body, subresource } = input;
  const name = object.metadata.name ?? "";
  return await client.patch(name, { type: "merge", body, subresource }, optionsOf(input));
}

function optionsOf(input: Pick<UpdateOptions, "signal" | "fieldManager">): UpdateOptions {
  return { signal: input.signal, fieldManager: input.fieldManager };
}

function nameOf(object: DeepReadonly<KubernetesObject> | undefined): string {
  const { name = "", namespace = "" } = object?.metadata ?? {};
  return formatObjectName({ namespace, name });
}

function statusOf(object: object): object {
  return "status" in object && object.status != null ? { status: object.status } : {};
}

function withoutStatus(object: object): object {
  return { ...object, status: undefined };
}
