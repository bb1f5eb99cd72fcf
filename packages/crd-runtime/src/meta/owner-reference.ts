/** Points from a dependent object to its owner, in the same namespace or cluster-scoped. */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  /** The one owner that manages the object. */
  controller?: boolean;
  /** Holds back a foreground deletion of the owner until this object is gone. */
  blockOwnerDeletion?: boolean;
}
