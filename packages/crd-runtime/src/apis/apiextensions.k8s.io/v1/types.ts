import type {
  Bytes,
  int32,
  int64,
  JSON as JSONValue,
  ListMeta,
  ObjectMeta,
  Time,
  TypeMeta,
} from "crd-runtime";
import type { JSONSchemaProps } from "./schema.js";

/** CustomResourceDefinition adds a kind to the API server. Its name is `<plural>.<group>`. */
// +genclient
// +genclient:nonNamespaced
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:scope=Cluster,shortName=crd;crds
// +kubebuilder:subresource:status
export interface CustomResourceDefinition extends TypeMeta {
  metadata: ObjectMeta;
  /** What the definition asks for. */
  spec: CustomResourceDefinitionSpec;
  /** What the server made of it; written by the server. */
  status?: CustomResourceDefinitionStatus;
}

/** CustomResourceDefinitionList is a list of CustomResourceDefinitions. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CustomResourceDefinitionList extends TypeMeta {
  metadata: ListMeta;
  items: CustomResourceDefinition[];
}

/** CustomResourceDefinitionSpec describes how a kind appears in the API. */
export interface CustomResourceDefinitionSpec {
  /** API group of the kind, as in `/apis/<group>/`. It must agree with the definition's name. */
  group: string;
  /** Names of the resource and of the kind. */
  names: CustomResourceDefinitionNames;
  /** Whether objects live in namespaces. */
  scope: ResourceScope;
  /** All versions of the kind. Clients see them in the order of Kubernetes' version priority. */
  versions: CustomResourceDefinitionVersion[];
  /** How objects are converted between versions; strategy None when absent. */
  conversion?: CustomResourceConversion;
  /** Keeps members that the schema does not know. Only false is valid in this API version. */
  preserveUnknownFields?: boolean;
}

/** ResourceScope says whether objects live in namespaces. */
export type ResourceScope = "Cluster" | "Namespaced";

/** CustomResourceDefinitionNames are the names under which the API serves a kind. */
export interface CustomResourceDefinitionNames {
  /** Path segment of the resource, lower case: `/apis/<group>/<version>/.../<plural>`. */
  plural: string;
  /** One object's name on the command line, lower case; the lower-cased kind when absent. */
  singular?: string;
  /** Abbreviations for the command line, lower case. */
  shortNames?: string[];
  /** Kind of one object, in PascalCase. */
  kind: string;
  /** Kind of a list; `<kind>List` when absent. */
  listKind?: string;
  /** Groups of resources that the kind belongs to, such as `all` of `kubectl get all`. */
  categories?: string[];
}

/** CustomResourceDefinitionVersion is one version of a kind. */
export interface CustomResourceDefinitionVersion {
  /** `v1`, `v1beta2`: path segment of the version. */
  name: string;
  /** Whether the API serves this version. */
  served: boolean;
  /** Whether objects are stored in this version; true for exactly one. */
  storage: boolean;
  /** Makes every request to this version answer with a warning. */
  deprecated?: boolean;
  /** Text of that warning, in place of the server's own. Only for a deprecated version. */
  deprecationWarning?: string;
  /** Schema with which objects are validated, pruned and defaulted. */
  schema?: CustomResourceValidation;
  /** Subresources of this version. */
  subresources?: CustomResourceSubresources;
  /** Columns of tables that the server prints; the age alone when absent. */
  additionalPrinterColumns?: CustomResourceColumnDefinition[];
  /** Members that field selectors may name; at most 8. */
  selectableFields?: SelectableField[];
}

/** CustomResourceValidation holds the schema of a version. */
export interface CustomResourceValidation {
  /** A structural schema. */
  openAPIV3Schema?: JSONSchemaProps;
}

/** SelectableField is a member that field selectors may name. */
export interface SelectableField {
  /** A path without array steps to a string, boolean or integer, such as `.spec.color`. */
  jsonPath: string;
}

/** CustomResourceColumnDefinition is a column of the tables that the server prints. */
export interface CustomResourceColumnDefinition {
  /** Heading. */
  name: string;
  /** OpenAPI type of the values: integer, number, string, boolean or date. */
  type: string;
  /** OpenAPI format of the values; `name` marks the column of the object's name. */
  format?: string;
  description?: string;
  /** 0 is always shown; a higher one only in wide output. */
  priority?: int32;
  /** Path to the value in an object. */
  jsonPath: string;
}

/** CustomResourceSubresources are the subresources of a version. */
export interface CustomResourceSubresources {
  /** Present: `/status` is served, and writes elsewhere leave the status alone. */
  status?: CustomResourceSubresourceStatus;
  /** Present: `/scale` is served. */
  scale?: CustomResourceSubresourceScale;
}

/** CustomResourceSubresourceStatus has no settings: its presence is what counts. */
export type CustomResourceSubresourceStatus = Record<string, JSONValue>;

/** CustomResourceSubresourceScale says where the scale subresource finds its values. */
export interface CustomResourceSubresourceScale {
  /** Path below `.spec` to the wanted number of replicas. */
  specReplicasPath: string;
  /** Path below `.status` to the observed number of replicas. */
  statusReplicasPath: string;
  /** Path below `.spec` or `.status` to the label selector of the replicas, in its string form. */
  labelSelectorPath?: string;
}

/** CustomResourceConversion says how objects are converted between versions. */
export interface CustomResourceConversion {
  /** None changes the apiVersion only; Webhook asks a server. */
  strategy: ConversionStrategyType;
  /** How to call the webhook; required for strategy Webhook. */
  webhook?: WebhookConversion;
}

/** ConversionStrategyType names a way to convert objects. */
export type ConversionStrategyType = "None" | "Webhook";

/** WebhookConversion says how to call a conversion webhook. */
export interface WebhookConversion {
  /** Where the webhook is. */
  clientConfig?: WebhookClientConfig;
  /** Versions of ConversionReview that the webhook takes, the most wanted first. */
  conversionReviewVersions: string[];
}

/** WebhookClientConfig says where a webhook is: a URL or a service. */
export interface WebhookClientConfig {
  /** `https://host:port/path`; no user, query or fragment. */
  url?: string;
  /** Service of the cluster. */
  service?: ServiceReference;
  /** PEM certificates that the webhook's certificate is checked against. */
  caBundle?: Bytes;
}

/** ServiceReference names a service of the cluster. */
export interface ServiceReference {
  namespace: string;
  name: string;
  /** Path of the requests. */
  path?: string;
  /** 443 when absent. */
  port?: int32;
}

/** CustomResourceDefinitionStatus is what the server made of a definition. */
export interface CustomResourceDefinitionStatus {
  conditions?: CustomResourceDefinitionCondition[] | null;
  /** Names that are served; others of the spec conflict with those of another definition. */
  acceptedNames?: CustomResourceDefinitionNames;
  /** Versions in which objects were ever stored. The server only adds; remove one after a migration. */
  storedVersions?: string[] | null;
  /** metadata.generation that the server saw. */
  observedGeneration?: int64;
}

/** CustomResourceDefinitionCondition is one aspect of a definition's state. */
export interface CustomResourceDefinitionCondition {
  type: CustomResourceDefinitionConditionType;
  status: ConditionStatus;
  /** When the status changed last. */
  lastTransitionTime?: Time;
  /** One CamelCase word. */
  reason?: string;
  /** A sentence for people. */
  message?: string;
  /** metadata.generation that the condition is about. */
  observedGeneration?: int64;
}

/** CustomResourceDefinitionConditionType names an aspect of a definition's state. */
export type CustomResourceDefinitionConditionType =
  | "Established"
  | "NamesAccepted"
  | "NonStructuralSchema"
  | "Terminating"
  | "KubernetesAPIApprovalPolicyConformant"
  | "StorageMigrating";

/** ConditionStatus is the status of a condition. */
export type ConditionStatus = "True" | "False" | "Unknown";
