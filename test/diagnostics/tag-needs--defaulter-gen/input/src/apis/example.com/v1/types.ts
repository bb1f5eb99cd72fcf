// +k8s:defaulter-gen=true
export interface Zone {
  name: string;
}
