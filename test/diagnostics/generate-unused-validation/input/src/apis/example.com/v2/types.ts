export interface Database {
  // +k8s:minLength=1
  spec: string;
}
