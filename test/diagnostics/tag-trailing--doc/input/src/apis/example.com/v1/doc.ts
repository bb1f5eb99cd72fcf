export {}; // +groupName=example.com
