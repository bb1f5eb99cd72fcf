export interface Shared {
  name: string;
  zones: string[];
}
