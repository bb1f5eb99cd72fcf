export interface Spec {
  name: string;
}
