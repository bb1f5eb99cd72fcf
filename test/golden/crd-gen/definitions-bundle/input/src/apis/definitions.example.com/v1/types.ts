import type { Condition, ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Scaled has columns, scale, and all else of a version. */
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:subresource:status
// +kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas,selectorpath=.status.selector
// +kubebuilder:printcolumn:name="Wanted",type=integer,JSONPath=`.spec.replicas`
// +kubebuilder:printcolumn:name="Ready?",type="string",JSONPath=".status.conditions[?(@.type=='Ready')].status",description="Whether it is ready: yes, no, or \"unknown\".",priority=1
// +kubebuilder:printcolumn:name=Age,type=date,format=date-time,JSONPath=.metadata.creationTimestamp,priority=0
// +kubebuilder:printcolumn:name="First host",type=string,JSONPath=.spec.hosts[0],priority=-2
// +kubebuilder:selectablefield:JSONPath=.spec.mode
// +kubebuilder:selectablefield:JSONPath=`.spec.replicas`
// +kubebuilder:metadata:annotations="example.com/owner=team=storage";"example.com/empty=",labels=tier=data
// +kubebuilder:metadata:labels={app=scaled,"on=true"}
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scaled extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}

/** Columned has columns and no subresource. */
// +kubebuilder:printcolumn:name=Mode,type=string,JSONPath=.spec.mode
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Columned extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}

/** Sized can be scaled, and has no status subresource. */
// +kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Sized extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}

/** Lone is left out of the other version, and deprecated in this one. */
// +kubebuilder:resource:path=loners,scope=Cluster
// +kubebuilder:deprecatedversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Lone extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}

export interface Spec {
  replicas?: int32;
  mode?: string;
  hosts?: string[];
}

export interface Status {
  replicas?: int32;
  selector?: string;
  // +listType=map
  // +listMapKey=type
  conditions?: Condition[];
}
