// +k8s:defaulter-gen=true
export interface Database {
  size?: string;
}

// +k8s:defaulter-gen=true
export interface Queue {
  // +default="1Gi"
  size?: string;
}
