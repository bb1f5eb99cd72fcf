// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=TypeMeta
// +k8s:defaulter-gen-input=../../example.com/v1beta1
// +groupName=example.com
export {};
