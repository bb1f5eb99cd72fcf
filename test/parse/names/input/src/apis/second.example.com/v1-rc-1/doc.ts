// +groupName=second.example.com
// +groupGoName=SecondExample
export {};
