// +k8s:validation-gen=true
export interface Database {
  name: string;
}
