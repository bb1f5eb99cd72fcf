// +k8s:defaulter-gen=true
// +k8s:defaulter-gen=false
export interface Zone {
  name: string;
}
