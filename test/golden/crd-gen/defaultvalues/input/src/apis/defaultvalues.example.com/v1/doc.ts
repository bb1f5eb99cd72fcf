// +groupName=defaultvalues.example.com
export {};
