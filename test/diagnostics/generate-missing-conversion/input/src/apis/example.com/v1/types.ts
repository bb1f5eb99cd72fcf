export interface Cache {
  engine: string;
  memory: string;
  zones: string[];
  mode: "fast" | "slow";
  size?: string;
}
