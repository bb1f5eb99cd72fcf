// +k8s:deepcopy-gen=package
// +groupName=example.com
/** Version v1 of the example.com API. */
export {};
