// +k8s:deepcopy-gen=package
// +k8s:prerelease-lifecycle-gen=true
// +groupName=example.com

/**
 * Databases and what they run on.
 *
 * # Not a heading of the page
 *
 * See `kubectl explain`.
 */
export {};
