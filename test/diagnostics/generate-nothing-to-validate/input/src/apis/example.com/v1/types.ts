// +k8s:validation-gen=true
export interface Options {
  name?: string;
}

// +k8s:validation-gen=true
export interface Checked {
  name: string;
}
