import type { DeepReadonly, Patch, PatchOptions, Persisted } from "crd-runtime";
import type {
  CustomResourceConversion,
  CustomResourceDefinition,
} from "../apis/apiextensions.k8s.io/v1/types.js";

/** Options of createOrUpdate. */
export interface CreateOrUpdateOptions {
  readonly signal?: AbortSignal | undefined;
  /** Who owns the fields that are set; `crd-runtime` when absent. */
  readonly fieldManager?: string | undefined;
}

/** The part of the client that is needed. */
interface Patcher {
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
 * have set, such as an injected caBundle, stays.
 *
 * @throws ApiError as the server answers; Invalid when a version that objects are stored in is removed
 */
export async function createOrUpdate(input: {
  readonly client: Patcher;
  readonly definition: DeepReadonly<CustomResourceDefinition>;
  readonly options: CreateOrUpdateOptions;
}): Promise<Persisted<CustomResourceDefinition>> {
  const { client, definition, options } = input;
  const { signal, fieldManager = "crd-runtime" } = options;
  const patch = { type: "apply", body: applyBody(definition) } as const;
  return client.patch(definition.metadata.name ?? "", patch, { fieldManager, force: true, signal });
}

function applyBody(definition: DeepReadonly<CustomResourceDefinition>): unknown {
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
