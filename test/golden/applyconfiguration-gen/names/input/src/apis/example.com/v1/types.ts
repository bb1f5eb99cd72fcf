import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Task has names that something else has, too. */
// +genclient
// +genclient:onlyVerbs=apply,applyStatus
// +genclient:method=ApplyScale,verb=apply,subresource=scale,input=Scale,result=Scale
// +genclient:method=GetFrom,verb=get,subresource=from
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Task extends TypeMeta {
  metadata: ObjectMeta;
  /** The inline type of this member would be TaskSpec. */
  spec?: { name?: string };
  status?: TaskSpec;
  route?: HTTPRoute;
  other?: HttpRoute;
  builder?: ApplyConfigurationBuilder;
  /** Hides withLabels of the metadata. */
  labels?: string[];
  inherited?: Inherited;
}

/** Inherited has members that every object has. */
export interface Inherited {
  constructor?: string;
  toString?: string[];
  // +mapType=atomic
  valueOf?: Record<string, string>;
  hasOwnProperty?: HttpRoute;
  __proto__?: string;
}

export interface TaskSpec {
  done?: boolean;
}

export interface HTTPRoute {
  path: string;
}

export interface HttpRoute {
  path: string;
}

export interface ApplyConfigurationBuilder {
  depth: number;
}

/** TaskStatus is a kind. */
// +genclient
// +genclient:onlyVerbs=apply
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TaskStatus extends TypeMeta {
  metadata: ObjectMeta;
}

/** Route is applied without a client; its status is no subresource. */
// +kubebuilder:ac:generate=true
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Route extends TypeMeta {
  metadata: ObjectMeta;
  status?: TaskSpec;
}

/** Scale is applied by an extension method. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scale extends TypeMeta {
  metadata: ObjectMeta;
  spec: { replicas: number };
}
