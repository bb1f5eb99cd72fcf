export interface Sides {
  type: string;
}
