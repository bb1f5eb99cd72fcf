import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface Status {
  ready: boolean;
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Everything extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface EverythingList extends TypeMeta {
  metadata: ListMeta;
  items: Everything[];
}

// +genclient
// +genclient:noStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NoStatus extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NoStatusList extends TypeMeta {
  metadata: ListMeta;
  items: NoStatus[];
}

// +genclient
// +genclient:noVerbs
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NoVerbs extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NoVerbsList extends TypeMeta {
  metadata: ListMeta;
  items: NoVerbs[];
}

// +genclient
// +genclient:onlyVerbs=list, create,apply
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OnlyVerbs extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OnlyVerbsList extends TypeMeta {
  metadata: ListMeta;
  items: OnlyVerbs[];
}

// +genclient
// +genclient:skipVerbs=watch,delete,deleteCollection
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface SkipVerbs extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface SkipVerbsList extends TypeMeta {
  metadata: ListMeta;
  items: SkipVerbs[];
}

// +genclient
// +genclient:readonly
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Readonly extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ReadonlyList extends TypeMeta {
  metadata: ListMeta;
  items: Readonly[];
}

// +genclient
// +genclient:nonNamespaced
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterWide extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterWideList extends TypeMeta {
  metadata: ListMeta;
  items: ClusterWide[];
}

// +genclient
// +kubebuilder:resource:scope=Cluster
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterByMarker extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterByMarkerList extends TypeMeta {
  metadata: ListMeta;
  items: ClusterByMarker[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Without extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WithoutList extends TypeMeta {
  metadata: ListMeta;
  items: Without[];
}

// +genclient
// +genclient:onlyVerbs=create
// +genclient:method=Create,verb=create,result=k8s.io/apimachinery/pkg/apis/meta/v1.Status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CreateOnly extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CreateOnlyList extends TypeMeta {
  metadata: ListMeta;
  items: CreateOnly[];
}

// +genclient
// +kubebuilder:subresource:status
// +genclient:method=UpdateScale,verb=update,subresource=scale,input=Scale,result=Scale
// +genclient:method=GetScale, verb=get, subresource=scale, result=example.com/v1.Scale
// +genclient:method=ApplyIt,verb=apply,subresource=state,input=./scale.js.Scale,result=metav1.Status
// +genclient:method=PatchFar,verb=patch,result=@example/scales/types.Scale
// +genclient:method=ListNear,verb=list,result=../../../scale.js.Scale
// +genclient:method=LogHTTP,verb=get,result=github.com/me/project/apis/example.com/v1.Scale
// +genclient:method=Raw,verb=get
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scaled extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ScaledList extends TypeMeta {
  metadata: ListMeta;
  items: Scaled[];
}

// +genclient
// +genclient:readonly
// +genclient:onlyVerbs=create
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ReadonlyAndCreate extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ReadonlyAndCreateList extends TypeMeta {
  metadata: ListMeta;
  items: ReadonlyAndCreate[];
}
