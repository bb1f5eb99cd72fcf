export interface Cache {
  size?: string;
  note?: string;
}
