// +groupName=definitions.example.com
export {};
