export const defaultSpec = "b";

export interface Spec {
  // +default=ref(defaultSpec)
  name?: string;
}
