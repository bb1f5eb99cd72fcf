export interface Shard {
  name: string;
}
