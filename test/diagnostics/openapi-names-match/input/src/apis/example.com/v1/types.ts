export interface Settings {
  podIP?: string;
  URLPath?: string;
  max_connections?: string;
  "x-cache-size"?: string;
  Limits?: { Cpu?: string };
}
