/** Part is no kind. */
export interface Part {
  name: string;
}
