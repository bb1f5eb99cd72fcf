export interface Shared {
  names: string[];
}
