// +k8s:deepcopy-gen=package
// +groupName=fleet.example.io
// +k8s:defaulter-gen=TypeMeta
export {};
