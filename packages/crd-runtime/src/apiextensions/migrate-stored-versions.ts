import {
  ApiError,
  isConflict,
  isNotFound,
  ListPager,
  MetadataClient,
  type PartialObjectMetadata,
  type Persisted,
  type RestClient,
  retryOnConflict,
} from "crd-runtime";
import type { CustomResourceDefinition } from "../apis/apiextensions.k8s.io/v1/types.js";
import {
  ApiextensionsV1Client,
  type CustomResourceDefinitionInterface,
} from "../client/clientset/apiextensions.k8s.io/v1.js";
import type { CRDClient } from "./create-or-update-crds.js";
import { eachOf } from "./each-of.js";

/** How many objects are rewritten at a time. */
const concurrency = 8;

/** What a migration is asked to do. */
export interface MigrateStoredVersionsOptions {
  readonly client: CRDClient;
  /** Name of the CustomResourceDefinition: `databases.example.com`. */
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
  /** Told after each object how many of how many are done. */
  readonly onProgress?:
    | ((progress: { readonly done: number; readonly total: number }) => void)
    | undefined;
}

/**
 * Rewrites all objects of a definition in its storage version, and then takes the other versions out of `status.storedVersions`,
 * so that they can be removed from the definition. Each object gets a patch that changes nothing, at which the server stores it
 * anew; one that is changed or deleted by somebody else meanwhile needs none. Follows Kubernetes' storage version migrator.
 *
 * Where several API servers run, call it when all of them know the storage version: some seconds after it has been changed. The
 * caller needs get on customresourcedefinitions, update on customresourcedefinitions/status, and list and patch on the objects.
 *
 * @returns the definition as last seen
 * @throws StorageVersionChangedError when another version has become the storage version meanwhile
 * @throws RangeError when no version of the definition is served
 * @throws ApiError as the server answers; Invalid when an object does not fit the schema of today
 * @throws the signal's reason when it is aborted; what has been rewritten stays so
 * @example
 * await migrateStoredVersions({ client: clientset, name: "databases.example.com", signal });
 */
export async function migrateStoredVersions(
  input: MigrateStoredVersionsOptions,
): Promise<Persisted<CustomResourceDefinition>> {
  const { client, name, signal } = input;
  const rest = "restClient" in client ? client.restClient : client;
  const crds = new ApiextensionsV1Client(rest).customResourceDefinitions();
  const definition = await crds.get(name, { signal });
  const storage = storageVersionOf(definition);
  if (!isStale({ definition, storage })) return definition;
  await rewriteAll({ ...input, rest, definition, storage });
  return await prune({ crds, name, storage, signal });
}

/** Another version has become the storage version while objects were rewritten; a new migration is needed. */
export class StorageVersionChangedError extends Error {
  override readonly name: string = "StorageVersionChangedError";
  /** Name of the CustomResourceDefinition. */
  readonly definition: string;

  constructor(input: { readonly definition: string; readonly from: string; readonly to: string }) {
    const { definition, from, to } = input;
    super(
      `the storage version of ${definition} has changed from ${from} to ${to} meanwhile: migrate again`,
    );
    this.definition = definition;
  }
}

async function rewriteAll(
  input: Pick<MigrateStoredVersionsOptions, "signal" | "onProgress"> & {
    readonly rest: RestClient;
    readonly definition: Persisted<CustomResourceDefinition>;
    readonly storage: string;
  },
): Promise<void> {
  const { rest, definition, storage, signal, onProgress } = input;
  const { group, names, versions } = definition.spec;
  const served = versions.filter((version) => version.served).map((version) => version.name);
  const version = served.includes(storage) ? storage : served[0];
  if (version === undefined) {
    throw new RangeError(
      `${definition.metadata.name}: no version is served, so nothing can be rewritten`,
    );
  }
  const resource = { group, version, resource: names.plural };
  const objects = new MetadataClient(rest).resource(resource);
  const pager = new ListPager<PartialObjectMetadata>({ client: objects, clock: rest.clock });
  const found: ObjectState[] = [];
  // Listed to the end first: the token of a page does not live as long as rewriting may take.
  await pager.eachListItem(({ metadata }) => void found.push(stateOf(metadata)), { signal });
  let done = 0;
  await eachOf({
    items: found,
    concurrency,
    signal,
    work: async (object) => {
      await rewrite({ object, objects, signal });
      done += 1;
      onProgress?.({ done, total: found.length });
    },
  });
}

/** The state of an object that was listed. */
interface ObjectState {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string | undefined;
  readonly resourceVersion: string | undefined;
}

function stateOf(metadata: PartialObjectMetadata["metadata"]): ObjectState {
  const { name = "", namespace = "", uid, resourceVersion } = metadata;
  return { name, namespace, uid, resourceVersion };
}

/** The precondition makes sure that what was written meanwhile stays; it is in the storage version already. */
async function rewrite(input: {
  readonly object: ObjectState;
  readonly objects: ReturnType<MetadataClient["resource"]>;
  readonly signal: AbortSignal | undefined;
}): Promise<void> {
  const { object, objects, signal } = input;
  const { name, namespace, uid, resourceVersion } = object;
  const client = namespace === "" ? objects : objects.namespace(namespace);
  try {
    const body = { metadata: { uid, resourceVersion } };
    await client.patch(name, { type: "merge", body }, { signal });
  } catch (error) {
    if (isConflict(error) || isNotFound(error)) return;
    throw error instanceof ApiError && error.isInvalid()
      ? new ApiError(error.status, {
          hint: "the object does not fit the schema of today: change one of them, then migrate again",
          cause: error,
        })
      : error;
  }
}

async function prune(input: {
  readonly crds: CustomResourceDefinitionInterface;
  readonly name: string;
  readonly storage: string;
  readonly signal: AbortSignal | undefined;
}): Promise<Persisted<CustomResourceDefinition>> {
  const { crds, name, storage, signal } = input;
  return await retryOnConflict(
    async () => {
      const definition = await crds.get(name, { signal });
      const now = storageVersionOf(definition);
      if (now !== storage) {
        throw new StorageVersionChangedError({ definition: name, from: storage, to: now });
      }
      const status = { ...definition.status, storedVersions: [storage] };
      return await crds.updateStatus({ ...definition, status }, { signal });
    },
    { signal },
  );
}

function isStale(input: {
  readonly definition: Persisted<CustomResourceDefinition>;
  readonly storage: string;
}): boolean {
  const { definition, storage } = input;
  return (definition.status?.storedVersions ?? []).some((version) => version !== storage);
}

/** The server makes sure that there is exactly one. */
function storageVersionOf({ spec }: Persisted<CustomResourceDefinition>): string {
  return spec.versions.find((version) => version.storage)?.name ?? "";
}
