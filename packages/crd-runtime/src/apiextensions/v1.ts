/**
 * CustomResourceDefinitions: their types, and what our own generators make of them. The clientset and
 * the informer factory carry the group's name here, since a project has its own of each.
 *
 * @example
 * import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
 *
 * const definitions = ApiextensionsClientset.forConfig(kubeConfig).apiextensionsV1().customResourceDefinitions();
 * await definitions.createOrUpdate(definition, { signal });
 * await definitions.waitForEstablished("databases.example.com", { signal });
 */
export type * from "../apis/apiextensions.k8s.io/v1/schema.js";
export type * from "../apis/apiextensions.k8s.io/v1/types.js";
export {
  deepCopyCustomResourceDefinition,
  deepCopyCustomResourceDefinitionList,
  deepCopyCustomResourceDefinitionSpec,
  deepCopyCustomResourceDefinitionStatus,
  deepCopyCustomResourceDefinitionVersion,
  deepCopyJSONSchemaProps,
} from "../apis/apiextensions.k8s.io/v1/zz_generated.deepcopy.js";
export {
  addToScheme,
  groupName,
  groupVersion,
  kind,
  resource,
} from "../apis/apiextensions.k8s.io/v1/zz_generated.register.js";
export {
  ApiextensionsV1Client,
  type ApiextensionsV1Interface,
  type CustomResourceDefinitionInterface,
  type CustomResourceDefinitionsGetter,
} from "../client/clientset/apiextensions.k8s.io/v1.js";
export {
  type CustomResourceDefinitionExpansion,
  customResourceDefinitionExpansion,
} from "../client/clientset/apiextensions.k8s.io/v1_customresourcedefinition_expansion.js";
export {
  Clientset as ApiextensionsClientset,
  type ClientsetInterface as ApiextensionsClientsetInterface,
} from "../client/clientset/clientset.js";
export {
  ApiextensionsV1Informers,
  type CustomResourceDefinitionInformer,
} from "../client/informers/apiextensions.k8s.io/v1.js";
export { SharedInformerFactory as ApiextensionsInformerFactory } from "../client/informers/factory.js";
export {
  type CustomResourceDefinitionLister,
  newCustomResourceDefinitionLister,
} from "../client/listers/apiextensions.k8s.io/v1.js";
export type { CreateOrUpdateOptions } from "./create-or-update.js";
export {
  type CRDChange,
  type CRDClient,
  type CRDProgress,
  type CreateOrUpdateCRDsOptions,
  createOrUpdateCRDs,
  type InstalledCRD,
} from "./create-or-update-crds.js";
export {
  type MigrateStoredVersionsOptions,
  migrateStoredVersions,
  StorageVersionChangedError,
} from "./migrate-stored-versions.js";
export { NotEstablishedError, type NotEstablishedReason } from "./not-established-error.js";
export { StoredVersionsError } from "./stored-versions-error.js";
export type { WaitForEstablishedOptions } from "./wait-for-established.js";
