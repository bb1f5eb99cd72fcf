// +groupName=example.com
export {};
