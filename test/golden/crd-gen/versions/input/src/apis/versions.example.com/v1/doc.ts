// +groupName=versions.example.com
export {};
