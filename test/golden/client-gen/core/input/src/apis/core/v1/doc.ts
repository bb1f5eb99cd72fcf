/** The part of the core group that a controller needs. */
// +k8s:deepcopy-gen=package
// +groupName=
export {};
