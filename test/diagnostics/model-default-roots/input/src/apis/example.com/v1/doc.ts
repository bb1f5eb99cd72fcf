// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=Spec
// +k8s:defaulter-gen=metadata
// +k8s:defaulter-gen=ListMeta
// +groupName=example.com
export {};
