export interface Uses {
  off: Off;
  list?: Off[];
  inline?: { off: Off };
  alias?: OffAlias;
  source?: On | Off;
}

export interface On {
  type: "on";
}

// +k8s:deepcopy-gen=false
export interface Off {
  type: "off";
  names: string[];
}

// +k8s:deepcopy-gen=false
export type OffAlias = { names: string[] };

// +k8s:deepcopy-gen=false
export type OffTree = OffTree[];

/** A container of values needs no function. */
// +k8s:deepcopy-gen=false
export type OffNames = string[];

export interface MoreUses {
  tree?: OffTree;
  names?: OffNames;
}
