import type { KubernetesList, KubernetesObject } from "../meta/index.js";

/** An object of any kind: what is known of it is its type and its metadata. */
export interface Unstructured extends KubernetesObject {
  [member: string]: unknown;
}

/** A list of objects of any kind. */
export type UnstructuredList = KubernetesList<Unstructured>;

/** Type and metadata of an object, without the rest; the type is `meta.k8s.io/v1 PartialObjectMetadata`. */
export type PartialObjectMetadata = KubernetesObject;
