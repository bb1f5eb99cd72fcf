// Several names: the meta type that a type extends or holds, and a member as the types spell it.
// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=TypeMeta
// +k8s:defaulter-gen=template
// +groupName=example.com
export {};
