// Version v1 of the API group example.com.
// The tags here hold for the whole version; those of a type stand above it, in types.ts.
//
// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=TypeMeta
// +groupName=example.com
export {};
