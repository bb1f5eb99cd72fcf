export interface Database extends Base {
  spec: string;
  // +k8s:opaqueType
  opaque?: Opaque;
}

/** Its members are those of what extends it. */
export interface Base {
  // +k8s:minLength=1
  name: string;
}

export interface Opaque {
  text?: string;
  // +k8s:eachVal=+k8s:minLength=1
  zones?: string[];
}

// +k8s:maxLength=3
export type Unused = string;
