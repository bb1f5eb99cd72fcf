import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:method=GetScale,verb=get,subresource=scale,result=Scael
// +genclient:method=GetUser,verb=get,subresource=user,result=example.com/v1.DatabaseSpek
// +genclient:method=GetAge,verb=get,subresource=age,result=example.com/v2.DatabaseSpec
// +genclient:method=GetPod,verb=get,subresource=pod,result=k8s.io/api/core/v1.Pod
// +genclient:method=GetState,verb=get,subresource=state,result=metav1.Statsu
// +genclient:method=GetNear,verb=get,subresource=near,result=./types.js.DatabaseSpeck
// +genclient:method=GetFar,verb=get,subresource=far,result=../../../../../far.js.Far
// +genclient:method=GetIt,verb=get,subresource=it,result=runtime.Object
// +genclient:method=GetBuilt,verb=get,subresource=built,result=crd-runtime/core/v1.Pood
// +genclient:method=GetKore,verb=get,subresource=kore,result=crd-runtime/kore/v1.Pod
// +genclient:method=GetNewer,verb=get,subresource=newer,result=crd-runtime/core/v2.Pod
// +genclient:method=GetNone,verb=get,subresource=none,result=crd-runtime/certificates/v1.Request
// +genclient:method=GetNope,verb=get,subresource=nope,result=./nope.js.Nope
// +genclient:method=GetTypes,verb=get,subresource=types,result=../v1/type.js.DatabaseSpec
// +genclient:method=GetHPA,verb=get,subresource=hpa,result=k8s.io/api/autoscaling/v1.Scale
// +genclient:method=GetRule,verb=get,subresource=rule,result=k8s.io/api/rbac/v1beta1.PolicyRule
// +genclient:method=GetSize,verb=get,subresource=size,result=crd-runtime.Scales
// +k8s:deepcopy-gen:interfaces=runtime.Objekt,Runtime.Object,Object,Phase,,example.com/v1.Shape
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: string;
}

export type Phase = "Pending" | "Running";
