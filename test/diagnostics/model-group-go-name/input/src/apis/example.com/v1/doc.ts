// +groupName=example.com
// +groupGoName=second-example
export {};
