import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Deployment has every extension method there is. */
// +genclient
// +genclient:method=GetScale,verb=get,subresource=scale,result=autoscaling.example.com/v1.Scale
// +genclient:method=UpdateScale,verb=update,subresource=scale,input=autoscaling.example.com/v1.Scale,result=autoscaling.example.com/v1.Scale
// +genclient:method=CreateScale,verb=create,subresource=scale,input=autoscaling.example.com/v1.Scale,result=autoscaling.example.com/v1.Scale
// +genclient:method=ApplyScale,verb=apply,subresource=scale,input=autoscaling.example.com/v1.Scale,result=autoscaling.example.com/v1.Scale
// +genclient:method=PatchScale,verb=patch,subresource=scale,result=autoscaling.example.com/v1.Scale
// +genclient:method=ListRevisions,verb=list,subresource=revisions,result=Revision
// +genclient:method=ListScales,verb=list,subresource=scales,result=autoscaling.example.com/v1.Scale
// +genclient:method=ListEvents,verb=list,subresource=events,result=RevisionList
// +genclient:method=ReplaceStatus,verb=update,subresource=status
// +genclient:method=GetExtended,verb=get
// +genclient:method=ListExtended,verb=list
// +genclient:method=CreateExtended,verb=create
// +genclient:method=UpdateExtended,verb=update
// +genclient:method=PatchExtended,verb=patch
// +genclient:method=ApplyExtended,verb=apply
// +genclient:method=Evict,verb=create,subresource=eviction,input=Eviction,result=k8s.io/apimachinery/pkg/apis/meta/v1.Status
// +genclient:method=Adopt,verb=update,input=Adoption,result=crd-runtime.Condition
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Deployment extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
  status?: {
    phase?: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DeploymentList extends TypeMeta {
  metadata: ListMeta;
  items: Deployment[];
}

/** Review can only be created, and is answered by a Status. */
// +genclient
// +genclient:onlyVerbs=create
// +genclient:method=Create,verb=create,result=k8s.io/apimachinery/pkg/apis/meta/v1.Status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Review extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Node is cluster-scoped. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +genclient:method=Move,verb=create,subresource=move,input=../../../moves/move.Move,result=../../../moves/move.Promise
// +genclient:method=Drain,verb=create,subresource=drain,input=Eviction,result=Eviction
// +genclient:method=GetScale,verb=get,subresource=scale,result=crd-runtime.Scale
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Node extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NodeList extends TypeMeta {
  metadata: ListMeta;
  items: Node[];
}

/** Revision has no client of its own. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Revision extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface RevisionList extends TypeMeta {
  metadata: ListMeta;
  items: Revision[];
}

/** Eviction asks for the removal of a workload. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Eviction extends TypeMeta {
  metadata: ObjectMeta;
  gracePeriodSeconds?: int32;
}

/** Adoption names a new owner. */
export interface Adoption {
  metadata: ObjectMeta;
  owner: string;
}
