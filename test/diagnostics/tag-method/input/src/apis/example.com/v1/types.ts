import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:method=UpdateScale
// +genclient:method=verb=get
// +genclient:method=Scale Up,verb=update
// +genclient:method=Explode,verb=explode
// +genclient:method=Upgrade,verb=udpate
// +genclient:method=Peek,verb=watch
// +genclient:method=GetScale,verb=get,subresource=scale,input=DatabaseSpec
// +genclient:method=GetLog,verb=get,subresource=Log
// +genclient:method=ListAll,verb=list,subresorce=all
// +genclient:method=Find,verb=get,result=
// +genclient:method=Look,verb=get,scale
// +genclient:method=Drop;verb=get
// +genclient:method=Spaced , verb = get
// +genclient:method=Twice,verb=get,verb=list
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
