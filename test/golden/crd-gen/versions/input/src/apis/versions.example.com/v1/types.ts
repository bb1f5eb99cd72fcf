import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Proxy forwards. It lives outside namespaces. */
// +kubebuilder:resource:path=proxies,singular=proxy,scope=Cluster,shortName=px;prx,categories=all;net
// +kubebuilder:subresource:status
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Proxy extends TypeMeta {
  metadata: ObjectMeta;
  spec?: ProxySpec;
  status?: ProxyStatus;
}

export interface ProxySpec {
  hosts: string[];
}

export interface ProxyStatus {
  phase?: string;
}

/** Only is in one version. */
// +kubebuilder:resource:path=onlyones
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Only extends TypeMeta {
  metadata: ObjectMeta;
}
