export interface WithSpec {
  spec: string;
}

export interface PodTemplate {
  name: string;
}

// +k8s:validation-gen=true
export interface Asked extends Base {
  // +k8s:maxLength=3
  inherited: string;
  own: string;
}

// +k8s:validation-gen=false
export interface Refused {
  spec: string;
}

export interface Base {
  // +k8s:minLength=1
  inherited: string;
  // +k8s:minLength=2
  base?: string;
}

export interface Other {
  name: string;
}
