import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Without an apply configuration the methods take any part of an Order. */
// +genclient
// +genclient:method=Submit,verb=apply
// +genclient:method=Price,verb=apply,result=Part
// +genclient:method=Pack,verb=apply,subresource=package
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Order extends TypeMeta {
  metadata: ObjectMeta;
  amount?: int32;
  parts?: Part[];
  route?: [Part, Part];
}

export interface Part {
  names?: string[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OrderList extends TypeMeta {
  metadata: ListMeta;
  items: Order[];
}
