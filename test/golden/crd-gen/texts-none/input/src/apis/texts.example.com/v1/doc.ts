// +groupName=texts.example.com
export {};
