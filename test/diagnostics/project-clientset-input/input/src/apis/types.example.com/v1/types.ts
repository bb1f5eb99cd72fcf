export interface Size {
  bytes: string;
}
