/** Volume is of another group, which has no kinds. */
export interface Volume {
  name: string;
}
