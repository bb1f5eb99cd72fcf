// +union
export interface Settings {
  // +k8s:validation:maxLength=3
  name?: string;
  // +listType=map
  // +listMapKey=name
  // +patchStrategy=merge
  // +patchMergeKey=name
  parts?: { name: string }[];
  // +k8s:openapi-gen=x-kubernetes-sensitive:yes
  token?: string;
}

// +k8s:openapi-gen=true
export interface Known {
  limits?: Limits;
}

/** Limits are in the document, because Known has them. */
export interface Limits {
  // +k8s:validation:maxLength=3
  name?: string;
}
