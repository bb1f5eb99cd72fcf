import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Order of the other shop: the group's first segment and the kind are those of shop.example.com. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Order extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    customer: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OrderList extends TypeMeta {
  metadata: ListMeta;
  items: Order[];
}
