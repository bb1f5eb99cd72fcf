// +k8s:openapi-gen=true
export interface Settings {
  // +listType=map
  // +listMapKey=name
  // +patchStrategy=merge
  // +patchMergeKey=nmae
  volumes?: Volume[];
  // +listType=map
  // +listMapKey=name
  // +patchStrategy=merge,retainKeys
  // +patchMergeKey=name
  others?: Volume[] | null;
  // +listType=set
  // +patchStrategy=merge
  // +patchMergeKey=name
  zones?: string[];
}

export interface Volume {
  name: string;
}
