import { type DeepReadonly, isNotFound, type Persisted, type RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "../apis/apiextensions.k8s.io/v1/types.js";
import { requireNotNegative } from "../cache/not-negative.js";
import {
  ApiextensionsV1Client,
  type CustomResourceDefinitionInterface,
} from "../client/clientset/apiextensions.k8s.io/v1.js";
import { eachOf } from "./each-of.js";
import { deletedText, NotEstablishedError } from "./not-established-error.js";
import { isTimeUp } from "./time-up.js";
import type { WaitForEstablishedOptions } from "./wait-for-established.js";

/** What sends the requests: a REST client, or a clientset that has one. */
export type CRDClient = RestClient | { readonly restClient: RestClient };

/** What became of a definition, in kubectl's words. */
export type CRDChange = "created" | "configured" | "unchanged";

/** A step that is done. `established` is the last one of each definition. */
export interface CRDProgress {
  /** Name of the CustomResourceDefinition: `databases.example.com`. */
  readonly name: string;
  readonly step: CRDChange | "established";
}

/** Options of createOrUpdateCRDs. */
export interface CreateOrUpdateCRDsOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for each definition to be served, in milliseconds; a minute when absent. */
  readonly timeoutMs?: number | undefined;
  /** Who owns the fields that are set; `crd-runtime` when absent. */
  readonly fieldManager?: string | undefined;
  /** Told of each step, such as for a log. */
  readonly onProgress?: ((progress: CRDProgress) => void) | undefined;
}

/** A definition that is served. */
export interface InstalledCRD {
  readonly change: CRDChange;
  /** As last seen. */
  readonly definition: Persisted<CustomResourceDefinition>;
}

/** How many definitions are under way at a time. */
const concurrency = 8;

/**
 * Brings definitions to the server, and waits until it serves them: each is applied as `createOrUpdate` does, then
 * `waitForEstablished` waits for it. Those that are there as they should be are sent too, and stay as they are. Several programs
 * may do it at the same time.
 *
 * The caller needs the verbs get, watch, create and patch on customresourcedefinitions. After a change of a definition the
 * server ends the watches of its objects within about a second: informers begin anew by themselves.
 *
 * @returns the definitions as last seen, in the order in which they were given
 * @throws StoredVersionsError when a version in which objects may be stored is removed
 * @throws NotEstablishedError with the conditions when a definition's names belong to another one, when it is being deleted, or
 *   when its time is up
 * @throws ApiError as the server answers, Forbidden and Invalid among them
 * @throws AggregateError of several of these: after the first no further definition is begun, and those under way are finished
 * @throws the signal's reason when it is aborted
 * @throws RangeError for a `timeoutMs` that is negative, or NaN, before anything is sent
 * @example
 * await createOrUpdateCRDs({ client: clientset, definitions: [databaseCRD], signal });
 */
export async function createOrUpdateCRDs(
  input: CreateOrUpdateCRDsOptions & {
    readonly client: CRDClient;
    readonly definitions: readonly DeepReadonly<CustomResourceDefinition>[];
  },
): Promise<readonly InstalledCRD[]> {
  const { client, definitions, signal, timeoutMs, onProgress } = input;
  requireNotNegative({ owner: "createOrUpdateCRDs", options: { timeoutMs } });
  const rest = "restClient" in client ? client.restClient : client;
  const crds = new ApiextensionsV1Client(rest).customResourceDefinitions();
  return await eachOf({
    items: definitions,
    concurrency,
    signal,
    work: async (definition): Promise<InstalledCRD> => {
      const { before, after } = await apply({ ...input, rest, crds, definition });
      const { name } = after.metadata;
      const change = changeOf({ before, after });
      onProgress?.({ name, step: change });
      const served = await waitFor({ crds, applied: after, options: { signal, timeoutMs } });
      onProgress?.({ name, step: "established" });
      return { change, definition: served };
    },
  });
}

/**
 * Reads and applies a definition.
 *
 * @throws NotEstablishedError when the time that the signal gave is up: of its reason alone nobody learns what was waited for
 */
async function apply(input: {
  readonly rest: RestClient;
  readonly crds: CustomResourceDefinitionInterface;
  readonly definition: DeepReadonly<CustomResourceDefinition>;
  readonly fieldManager?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}): Promise<{
  readonly before: Persisted<CustomResourceDefinition> | undefined;
  readonly after: Persisted<CustomResourceDefinition>;
}> {
  const { rest, crds, definition, fieldManager, signal } = input;
  const { name = "" } = definition.metadata;
  const begun = rest.clock.monotonic();
  try {
    const before = await find({ crds, name, signal });
    const after = await crds.createOrUpdate(definition, { fieldManager, signal });
    return { before, after };
  } catch (error) {
    if (!isTimeUp(error)) throw error;
    const seconds = Math.round(rest.clock.monotonic() - begun) / 1_000;
    const text = `is not applied after ${seconds} s: the server has not answered`;
    throw new NotEstablishedError({ definition: name, reason: "Timeout", text }, { cause: error });
  }
}

/** Where the definition that was applied is not found, it was being deleted, and is gone now. */
async function waitFor(input: {
  readonly crds: CustomResourceDefinitionInterface;
  readonly applied: Persisted<CustomResourceDefinition>;
  readonly options: WaitForEstablishedOptions;
}): Promise<Persisted<CustomResourceDefinition>> {
  const { crds, applied, options } = input;
  const { name } = applied.metadata;
  try {
    return await crds.waitForEstablished(name, options);
  } catch (cause) {
    if (!isNotFound(cause)) throw cause;
    const conditions = applied.status?.conditions ?? [];
    const what = { definition: name, reason: "Deleted", text: deletedText, conditions } as const;
    throw new NotEstablishedError(what, { cause });
  }
}

async function find(input: {
  readonly crds: CustomResourceDefinitionInterface;
  readonly name: string;
  readonly signal: AbortSignal | undefined;
}): Promise<Persisted<CustomResourceDefinition> | undefined> {
  const { crds, name, signal } = input;
  try {
    return await crds.get(name, { signal });
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** By what was asked for: the server itself writes the status meanwhile. */
function changeOf(input: {
  readonly before: Persisted<CustomResourceDefinition> | undefined;
  readonly after: Persisted<CustomResourceDefinition>;
}): CRDChange {
  const { before, after } = input;
  if (before === undefined) return "created";
  return wanted(before) === wanted(after) ? "unchanged" : "configured";
}

function wanted({ metadata }: Persisted<CustomResourceDefinition>): string {
  const { uid, generation, labels, annotations, finalizers, ownerReferences } = metadata;
  return JSON.stringify([
    uid,
    generation,
    sorted(labels),
    sorted(annotations),
    finalizers,
    ownerReferences,
  ]);
}

function sorted(map: Readonly<Record<string, string>> | null | undefined): unknown {
  return Object.entries(map ?? {}).sort(([left], [right]) => (left < right ? -1 : 1));
}
