import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Greeting is said to whom it is for. */
// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Greeting extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    // +k8s:minLength=1
    to: string;
  };
  status?: {
    said?: boolean;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface GreetingList extends TypeMeta {
  metadata: ListMeta;
  items: Greeting[];
}
