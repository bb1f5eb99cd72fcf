// +k8s:deepcopy-gen=package
// +groupName=apiextensions.k8s.io

/** The API with which custom resources are defined. */
export {};
