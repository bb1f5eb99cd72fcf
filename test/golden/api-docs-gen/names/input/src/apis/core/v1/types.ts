import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:nonNamespaced
// +genclient:onlyVerbs=get
// +genclient:method=GetScale,verb=get,subresource=scale,result=Scale
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Types extends TypeMeta {
  metadata: ObjectMeta;
  kinds?: Kinds;
  upper?: KINDS;
  odd?: $odd$;
  under?: _under_;
  money?: Money;
}

export interface Kinds {
  types?: $odd$[];
}

export interface KINDS {
  "a|b"?: string;
  "`"?: string;
}

export interface $odd$ {
  "<b>"?: string;
}

export interface _under_ {
  one?: string;
}

export type Money = string;

/** Scale is what a method gives back. */
export interface Scale extends TypeMeta {
  replicas: number;
}
