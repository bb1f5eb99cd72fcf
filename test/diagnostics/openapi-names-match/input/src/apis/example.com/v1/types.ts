export interface Settings {
  podIP?: string;
  URLPath?: string;
  max_connections?: string;
  "x-cache-size"?: string;
  "cache.size"?: string;
  "0"?: string;
  日本?: string;
  Limits?: { Cpu?: string };
}
