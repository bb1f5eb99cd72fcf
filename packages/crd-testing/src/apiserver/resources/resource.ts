import type { FieldSet } from "crd-runtime";
import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import type { FieldError, Structural } from "crd-runtime/schema";
import type { GoStruct } from "../builtin/types/go-type.js";
import type { User } from "../http.js";
import type { ReplicasPaths } from "../managedfields/index.js";
import type { ApiObject, JsonObject } from "../object.js";
import type { StorageEntry } from "../storage/entry.js";

/** A verb of the API, as discovery lists them and authorization sees them. */
export type Verb =
  | "create"
  | "delete"
  | "deletecollection"
  | "get"
  | "list"
  | "patch"
  | "update"
  | "watch";

/** One resource in one version, with all that serving it takes. The same object as long as nothing about it changes. */
export interface ApiResource {
  /** `""` is the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural: `databases`. */
  readonly resource: string;
  readonly singular: string;
  readonly kind: string;
  readonly listKind: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly verbs: ReadonlySet<Verb>;
  /** Group that errors about invalid objects name, where it is not the resource's. */
  readonly groupOfErrors?: string | undefined;
  /** Key of its objects in storage, the same for all versions: `databases.example.com`. */
  readonly storageKey: string;
  /** Changes when what is stored may have to be pruned or defaulted anew. */
  readonly epoch: number;
  /** Schema for server-side apply and OpenAPI; absent: fields are deduced from the values. */
  readonly schema: Structural | undefined;
  readonly status: boolean;
  readonly scale: ScalePaths | undefined;
  /** Further subresources than status and scale: name to handler are the resource's own business. */
  readonly fields: SelectableFields;
  readonly columns: readonly TableColumn[];
  readonly strategy: Strategy;
  readonly conversion: Conversion;
  /** What the OpenAPI schema of the kind is made of. */
  readonly openAPI?: OpenApiSource | undefined;
  /** Sent as a Warning header with each answer: a deprecated version. */
  readonly warning: string | undefined;
  /**
   * Compiled into the real server, and not made by a CustomResourceDefinition: bodies may leave apiVersion and kind out, and
   * strategic merge patches are taken.
   */
  readonly builtIn?: boolean | undefined;
  /**
   * Members beside metadata that an empty object of the built-in kind's Go type has in JSON: `{ spec: {} }` of a Lease. Bookmarks
   * show them, and nobody who writes them manages them.
   */
  readonly zeroMembers?: JsonObject | undefined;
  /** Further subresources that are written with PUT and have this kind's objects as body: `finalize` of namespaces. */
  readonly subresources?: readonly string[] | undefined;
  /** Nothing is stored: creating an object answers it. */
  readonly review?: Review | undefined;
  /** DELETE answers with the object that is gone, instead of a Status. */
  readonly returnsDeletedObject?: boolean | undefined;
  /** Aborted when what is served has changed or is gone: watches of it end, without an error. */
  readonly ended?: AbortSignal | undefined;
  /** Its definition is being deleted: creating is 403 `create not allowed while custom resource definition is terminating`. */
  readonly terminating?: boolean | undefined;
  /** In real timing: a creation before this wall time (milliseconds) waits two seconds, as the server's does. */
  readonly creatableFrom?: number | undefined;
}

/** What an OpenAPI schema is made of: the schema of a definition, or the type of a built-in kind. */
export type OpenApiSource =
  | {
      readonly props: JSONSchemaProps | undefined;
      /** `spec.color`. */
      readonly selectableFields: readonly string[];
    }
  | { readonly type: GoStruct };

/** Answers objects that ask something, such as SelfSubjectAccessReview. */
export interface Review {
  /** @returns the object with its status. Nothing is stored, and it has no metadata of the server's */
  answer(input: {
    readonly object: ApiObject;
    readonly user: User;
    /** `""` for cluster-scoped reviews. */
    readonly namespace: string;
  }): ApiObject | Promise<ApiObject>;
}

/** Where the scale subresource finds its values; JSON paths as in a CustomResourceDefinition: `.spec.replicas`. */
export interface ScalePaths {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath: string | undefined;
  readonly replicasPaths: ReplicasPaths;
}

/** What field selectors may name. */
export interface SelectableFields {
  /** `metadata.name`, `metadata.namespace` and the resource's own. */
  readonly supported: readonly string[];
  /** Values of the resource's own. */
  of(object: ApiObject): FieldSet;
}

/** A column of the table that the server prints. */
export interface TableColumn {
  readonly name: string;
  readonly type: string;
  readonly format: string;
  readonly description: string;
  readonly priority: number;
  /** The cell of an object: string, number, boolean or null. */
  cell(object: ApiObject): unknown;
}

/**
 * What differs from resource to resource when objects are written; rest.RESTCreateStrategy and RESTUpdateStrategy of
 * apiserver. Objects may be changed in place.
 */
export interface Strategy {
  /**
   * Checks and prunes what a client sent, before anything else looks at it, and says which fields are unknown, as paths:
   * `spec.foo`, `spec.items[0].bar`. @throws StatusError 400 when a member has a type that decoding would refuse
   */
  prune(object: JsonObject): readonly string[];
  /** Fills in defaults. */
  default(object: JsonObject): void;
  /** Sets what only the server sets: drops status where it is a subresource, sets `generation`. */
  prepareForCreate(object: ApiObject): void;
  validate(object: ApiObject): readonly FieldError[];
  /** Keeps status (or all but status) as it was, increments `generation` when needed. */
  prepareForUpdate(update: Update): void;
  validateUpdate(update: Update): readonly FieldError[];
  /** Warnings for the writer of a new object, and of an update where `updateWarnings` is absent. */
  warnings(object: ApiObject): readonly string[];
  /** Warnings for the writer of an update. */
  updateWarnings?(update: Update): readonly string[];
  /** PUT of an object that does not exist creates it. */
  readonly allowCreateOnUpdate: boolean;
  /** PUT without resourceVersion is allowed. */
  readonly allowUnconditionalUpdate: boolean;
  /** Errors of `metadata.name` as texts: `a lowercase RFC 1123 subdomain must consist of ...`. */
  validateName(name: string): readonly string[];
  /** Finalizers that the server adds when a deletion begins. */
  finalizersOnDelete?(object: ApiObject): readonly string[];
  /**
   * Where a first DELETE only marks the object, in its own way (namespaces and definitions): sets all that changes but
   * `deletionTimestamp`, which is set already. The object stays; neither generation nor grace period are touched.
   */
  beginDeletion?(object: ApiObject): void;
  /** Whether an object that is being deleted and has no finalizers may go now; absent: always. */
  mayBeRemoved?(object: ApiObject): boolean;
  /** Last touch after validation, once a generated name is known. */
  canonicalize?(object: ApiObject): void;
}

/** An update on its way; `old` must not be changed. */
export interface Update {
  readonly object: ApiObject;
  readonly old: ApiObject;
  /** `""`, `status` or another subresource. */
  readonly subresource: string;
}

/** Between the version that a client speaks and the version that is stored. */
export interface Conversion {
  readonly storageVersion: string;
  /** Names what `fromStorage` makes of a value, so that a watch event is encoded once for all watchers that want the same. */
  readonly key: string;
  /**
   * Objects as this version shows them, as JSON bytes. At once and without copies where they are served as stored.
   * @throws or rejects with a StatusError 500 when a webhook fails
   */
  fromStorage(
    entries: readonly StorageEntry[],
  ): readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** An object of this version in the storage version. */
  toStorage(object: ApiObject): ApiObject | Promise<ApiObject>;
  /** Schema of another version, `example.com/v1`, where objects become that version's by their apiVersion alone. */
  schemaOf?(apiVersion: string): Structural | undefined;
}

/** The resources that are served now. */
export interface ResourceCatalog {
  find(reference: {
    readonly group: string;
    readonly version: string;
    readonly resource: string;
  }): ApiResource | undefined;
  /** All, in the order of discovery. */
  list(): readonly ApiResource[];
  /** Called after each change; returns the function that ends it. */
  onChange(callback: () => void): () => void;
}
