export interface Spec {
  name: string;
  nickname?: string;
}
