import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** HTTPProxy is a name with capitals, in folders with capitals. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface HTTPProxy extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    URL: string;
    nodePorts?: int32[];
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface HTTPProxyList extends TypeMeta {
  metadata: ListMeta;
  items: HTTPProxy[];
}
