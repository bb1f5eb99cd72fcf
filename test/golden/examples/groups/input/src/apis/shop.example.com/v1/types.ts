import type { int32, ListMeta, ObjectMeta, Quantity, TypeMeta } from "crd-runtime";

/** Order is what a customer wants. Its invoice is read from the order's own path. */
// +genclient
// +genclient:method=GetInvoice,verb=get,result=../../../billing/invoice.Invoice
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:subresource:status
export interface Order extends TypeMeta {
  metadata: ObjectMeta;
  spec: OrderSpec;
  status?: OrderStatus;
}

export interface OrderSpec {
  // +listType=map
  // +listMapKey=article
  lines: OrderLine[];
  /** Nothing is known of a gift but that it is one. */
  gift?: Gift;
}

export interface OrderLine {
  article: string;
  // +default=1
  // +k8s:minimum=1
  count?: int32;
}

export interface Gift {}

export interface OrderStatus {
  phase?: "Open" | "Packed" | "Sent";
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OrderList extends TypeMeta {
  metadata: ListMeta;
  items: Order[];
}

// The tags of a warehouse stand alone: there is no comment of documentation.

// +genclient
// +genclient:nonNamespaced
// +genclient:method=GetScale,verb=get,subresource=scale,result=../../../scaling/scale.Scale
// +genclient:method=UpdateScale,verb=update,subresource=scale,input=../../../scaling/scale.Scale,result=../../../scaling/scale.Scale
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Warehouse extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    docks: int32;
    capacity?: Quantity;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WarehouseList extends TypeMeta {
  metadata: ListMeta;
  items: Warehouse[];
}
