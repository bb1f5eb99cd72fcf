// +k8s:deepcopy-gen=true
export interface Wanted {
  names: string[];
  other?: Other;
}

// +k8s:deepcopy-gen=true
export interface Other {
  names: string[];
}

/** Nobody asked for a copy of this one. */
export interface Unwanted {
  wanted: Wanted;
}
