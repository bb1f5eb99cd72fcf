import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Proxy forwards. This is its older form. */
// +kubebuilder:resource:path=proxies,singular=proxy,scope=Cluster,shortName=px;prx,categories=all;net
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Proxy extends TypeMeta {
  metadata: ObjectMeta;
  spec?: ProxySpec;
}

export interface ProxySpec {
  /** Host was a single one. */
  host: string;
}
