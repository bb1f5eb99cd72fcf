// +k8s:openapi-gen=yes
export interface Settings {
  // +k8s:openapi-gen=x-kubernetes-sensitive
  name: string;
  storage?: {
    // +k8s:openapi-gen=flase
    size?: string;
  };
}

// +k8s:openapi-gen=false
export interface Hidden {
  // +k8s:openapi-gen=ture
  name: string;
}
