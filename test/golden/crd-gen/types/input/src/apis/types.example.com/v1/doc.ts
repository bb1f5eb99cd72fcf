// +groupName=types.example.com
export {};
