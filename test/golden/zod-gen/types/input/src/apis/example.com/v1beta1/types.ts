import type { Volume as Newer } from "../v1/types.js";

export interface Volume {
  size: string;
  newer?: Newer;
}
