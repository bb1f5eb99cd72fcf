import type { Lister } from "../listers/index.js";
import type { KubernetesObject } from "../meta/index.js";
import type { SharedIndexInformer } from "./shared-index-informer.js";

/** The informer and lister of a resource that is only known at run time. */
export interface GenericInformer {
  informer(): SharedIndexInformer<KubernetesObject>;
  lister(): Lister<KubernetesObject>;
}
