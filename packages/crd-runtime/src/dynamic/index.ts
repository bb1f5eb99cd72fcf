export {
  DynamicClient,
  type DynamicResourceClient,
  type ScopedDynamicClient,
} from "./dynamic-client.js";
export {
  DynamicSharedInformerFactory,
  type DynamicSharedInformerFactoryOptions,
  MetadataSharedInformerFactory,
  type MetadataSharedInformerFactoryOptions,
  type ResourceInformer,
} from "./informer-factory.js";
export {
  MetadataClient,
  type MetadataResourceClient,
  type ScopedMetadataClient,
} from "./metadata-client.js";
export type { PartialObjectMetadata, Unstructured, UnstructuredList } from "./unstructured.js";
