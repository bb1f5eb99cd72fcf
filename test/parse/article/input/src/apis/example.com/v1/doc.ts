/**
 * The example.com API, version 1.
 */

// +k8s:deepcopy-gen=package,register
// +groupName=example.com
export {};
