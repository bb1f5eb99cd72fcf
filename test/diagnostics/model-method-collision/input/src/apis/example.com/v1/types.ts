import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:method=List,verb=get,subresource=all
// +genclient:method=GetScale,verb=get,subresource=scale
// +genclient:method=GetScale,verb=get,subresource=scales
// +genclient:method=Invoke,verb=create,subresource=invoke
// +genclient:method=Then,verb=get
// +genclient:method=__proto__,verb=get
// +genclient:method=Create,verb=create,result=metav1.Status
// +k8s:deepcopy-gen:interfaces=runtime.Object
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
