/** Plugin is what a pipeline runs. */
export interface Plugin {
  type: string;
  name?: string;
}

// +k8s:deepcopy-gen:interfaces=Plugin
export interface GitPlugin {
  type: "git";
  name?: string;
  branches: string[];
}

// +k8s:deepcopy-gen:interfaces=Plugin,Named
export interface HttpPlugin {
  type: "http";
  name?: string;
  headers?: Record<string, string>;
}

/** Nobody else implements it. */
export interface Named {
  "type": string;
  name?: string;
}

export interface Pipeline {
  first: Plugin;
  named?: Named;
  plugins?: Plugin[];
  byName?: Record<string, Plugin>;
}
