import type { GroupVersion, GroupVersionKind } from "../meta/index.js";

/** A resource of a group version, or a subresource of one. */
export interface APIResource extends GroupVersion {
  /** `databases`; `databases/status` for a subresource. */
  readonly name: string;
  /** `database`; empty for subresources, and where the server gives none. */
  readonly singularName: string;
  readonly namespaced: boolean;
  /** What it speaks. Of a subresource it may be of another group: `autoscaling/v1 Scale`. */
  readonly groupVersionKind: GroupVersionKind;
  readonly verbs: readonly string[];
  readonly shortNames: readonly string[];
  /** Groups of resources that tools list together: `all`. */
  readonly categories: readonly string[];
}

/** A version of a group, with its resources. */
export interface APIVersionResources extends GroupVersion {
  readonly resources: readonly APIResource[];
}

/** A group and its versions, the preferred one first. */
export interface APIGroup {
  /** `""` is the core group. */
  readonly name: string;
  readonly versions: readonly APIVersionResources[];
}

/** What a server serves: groups in its order, the core group first. */
export interface ServerResources {
  readonly groups: readonly APIGroup[];
  /**
   * Group versions that are there but could not be asked, by name: their aggregated server is down, mostly. They are left
   * out of the groups' versions, or held in an older state.
   */
  readonly failures: ReadonlyMap<string, Error>;
}
