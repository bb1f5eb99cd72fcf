export interface DatabaseSpec {
  user: string;
  isReady(): boolean;
  onReady: () => void;
  new (): DatabaseSpec;
  (name: string): string;
  get size(): string;
}

export type Check = (spec: DatabaseSpec) => boolean;
