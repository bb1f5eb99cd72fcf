// +groupName=example.com
// +groupGoName=First
export {};
