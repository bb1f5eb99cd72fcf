// +k8s:openapi-gen=true
export interface Settings {
  name: string;
  // +k8s:openapi-gen=false
  // +k8s:openapi-gen=x-kubernetes-sensitive:yes
  // +k8s:openapi-gen=true
  size: string;
}
