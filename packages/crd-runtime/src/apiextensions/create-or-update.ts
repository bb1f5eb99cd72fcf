import {
  ApiError,
  type Clock,
  type DeepReadonly,
  type GetOptions,
  isAlreadyExists,
  isConflict,
  type Patch,
  type PatchOptions,
  type Persisted,
  retryOnError,
} from "crd-runtime";
import type {
  CustomResourceConversion,
  CustomResourceDefinition,
} from "../apis/apiextensions.k8s.io/v1/types.js";
import { StoredVersionsError } from "./stored-versions-error.js";

/** Options of createOrUpdate. */
export interface CreateOrUpdateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Who owns the fields that are set; `crd-runtime` when absent. */
  readonly fieldManager?: string | undefined;
}

type Definition = DeepReadonly<CustomResourceDefinition>;

/** The part of the client that is needed. */
interface Patcher {
  get(name: string, options?: GetOptions): Promise<Persisted<CustomResourceDefinition>>;
  patch(
    name: string,
    patch: Patch,
    options?: PatchOptions,
  ): Promise<Persisted<CustomResourceDefinition>>;
}

/**
 * Brings a definition to the server, whether it is there or not, by a forced server-side apply.
 *
 * Only what the caller decides is sent: the spec, and of the metadata the name, labels, annotations,
 * finalizers and owners. So an object that was read before can be passed, and whatever else others
 * have set, such as an injected caBundle, stays. When another client writes at the same moment, it is sent again.
 *
 * A definition without a conversion webhook takes the one away that is there, with the injected caBundle: apply leaves that to
 * its owner, and the server refuses it where there is no webhook.
 *
 * @throws StoredVersionsError when a version in which objects may be stored is removed
 * @throws ApiError as the server answers
 */
export async function createOrUpdate(input: {
  readonly client: Patcher;
  readonly definition: Definition;
  readonly options: CreateOrUpdateOptions;
  readonly clock: Clock;
}): Promise<Persisted<CustomResourceDefinition>> {
  const { client, definition, options, clock } = input;
  const { signal, fieldManager = "crd-runtime" } = options;
  const name = definition.metadata.name ?? "";
  const patch = { type: "apply", body: applyBody(definition) } as const;
  const retriable = (error: unknown): boolean => isConflict(error) || isAlreadyExists(error);
  const apply = async (): Promise<Persisted<CustomResourceDefinition>> =>
    await retryOnError(() => client.patch(name, patch, { fieldManager, force: true, signal }), {
      retriable,
      signal,
      clock,
    });
  try {
    return await apply().catch(async (error: unknown) => {
      if (definition.spec.conversion?.strategy === "Webhook" || !isAboutConversion(error)) {
        throw error;
      }
      await client.patch(name, withoutWebhook, { fieldManager, signal });
      return await apply();
    });
  } catch (error) {
    if (!isAboutStoredVersions(error)) throw error;
    const versions = await removedVersions({ client, definition, signal });
    if (versions.length === 0) throw error;
    throw new StoredVersionsError({ definition: name, versions, refusal: error });
  }
}

/** Versions in which objects may be stored and that a definition no longer has; none where the server does not say. */
async function removedVersions(input: {
  readonly client: Patcher;
  readonly definition: Definition;
  readonly signal: AbortSignal | undefined;
}): Promise<readonly string[]> {
  const { client, definition, signal } = input;
  const kept = new Set(definition.spec.versions.map((version) => version.name));
  try {
    const { status } = await client.get(definition.metadata.name ?? "", { signal });
    return (status?.storedVersions ?? []).filter((version) => !kept.has(version));
  } catch {
    // What was refused is the answer.
    signal?.throwIfAborted();
    return [];
  }
}

/** A patch to the conversion that a definition has by default. */
const withoutWebhook = {
  type: "merge",
  body: { spec: { conversion: { strategy: "None", webhook: null } } },
} as const;

/** Whether the conversion is all that the server refuses. */
function isAboutConversion(error: unknown): boolean {
  if (!(error instanceof ApiError) || !error.isInvalid()) return false;
  const causes = error.status.details?.causes ?? [];
  return causes.length > 0 && causes.every(({ field }) => field?.startsWith("spec.conversion."));
}

function isAboutStoredVersions(error: unknown): error is ApiError {
  return (
    error instanceof ApiError &&
    error.isInvalid() &&
    (error.status.details?.causes ?? []).some(({ field }) =>
      field?.startsWith("status.storedVersions"),
    )
  );
}

function applyBody(definition: Definition): unknown {
  const { name, labels, annotations, finalizers, ownerReferences } = definition.metadata;
  const { conversion, ...spec } = definition.spec;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    // JSON leaves out what is undefined.
    metadata: { name, labels, annotations, finalizers, ownerReferences },
    // A key without a value is null in YAML, whatever the types say.
    spec: conversion == null ? spec : { ...spec, conversion: withoutPlaceholder(conversion) },
  };
}

/** A line break in base64: what manifests hold where a caBundle is to be injected. */
const placeholder = "Cg==";

/** Owning an empty caBundle would remove the injected one. */
function withoutPlaceholder(
  conversion: DeepReadonly<CustomResourceConversion>,
): DeepReadonly<CustomResourceConversion> {
  const { webhook } = conversion;
  if (webhook?.clientConfig == null) return conversion;
  const { caBundle, ...clientConfig } = webhook.clientConfig;
  return caBundle == null || caBundle === "" || caBundle === placeholder
    ? { ...conversion, webhook: { ...webhook, clientConfig } }
    : conversion;
}
