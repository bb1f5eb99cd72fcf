// +groupName=example.com
// +groupGoName=Second
export {};
