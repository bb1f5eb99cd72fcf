// +groupName=meta.example.com
export {};
