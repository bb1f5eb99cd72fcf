export interface Cache {
  size?: string;
}
