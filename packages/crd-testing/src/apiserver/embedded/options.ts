import type { Clock } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import type { Authorizer } from "../authorization/authorizer.js";
import type { StorageState } from "../storage/index.js";
import type { Random } from "../verbs/random.js";

/** How an embedded API server starts. */
export interface EmbeddedApiServerOptions {
  /** CustomResourceDefinitions: files, folders of them, and objects. */
  readonly crds?: readonly (string | URL | CustomResourceDefinition)[] | undefined;
  /** Objects that are there from the start, with their status: files, folders of them, and objects. */
  readonly objects?: readonly (string | URL | object)[] | undefined;
  /** Whether paths must exist and hold something. Yes, unless false is given. */
  readonly errorIfPathMissing?: boolean | undefined;
  /** `RBAC` when absent, as in the real server: by Role and Binding objects. Members of `system:masters` may do everything. */
  readonly authorization?: "RBAC" | "AlwaysAllow" | Authorizer | undefined;
  /** `implied`: objects can be created in namespaces that nobody made. `required` when absent. */
  readonly namespaces?: "required" | "implied" | undefined;
  /**
   * Whether a namespace that is deleted is emptied and goes, as with a controller manager. True when absent; false leaves it Terminating, as
   * kube-apiserver alone does.
   */
  readonly namespaceController?: boolean | undefined;
  /** Waits where kube-apiserver does: after a definition is established, and before watches of a changed one end. */
  readonly realTiming?: boolean | undefined;
  readonly clock?: Clock | undefined;
  /** Where uids and the ends of generated names come from. */
  readonly random?: Random | undefined;
  /** What another server had, from `exportState`; nothing else is installed then. */
  readonly state?: StorageState | undefined;
}

/** Where to listen. */
export interface ListenOptions {
  /** `127.0.0.1` when absent. */
  readonly host?: string | undefined;
  /** Any free one when absent. */
  readonly port?: number | undefined;
  /** False: plain HTTP. */
  readonly tls?: boolean | undefined;
}
