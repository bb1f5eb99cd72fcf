// +k8s:conversion-gen=true
export interface Cache {
  // +k8s:conversion-gen=../v1
  memory: string;
}

export interface Engine {
  name: string;
}
