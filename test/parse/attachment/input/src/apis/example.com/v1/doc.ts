// Copyright of somebody.

// +groupName=example.com

/* +k8s:deepcopy-gen=package */

/** The version is described here. */
export {};

// +crd-project:plainNumber
