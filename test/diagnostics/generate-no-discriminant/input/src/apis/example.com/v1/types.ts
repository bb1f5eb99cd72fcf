/** Plugin says nothing about what its types differ by. */
export interface Plugin {
  name?: string;
}

// +k8s:deepcopy-gen:interfaces=Plugin
export interface One {
  type: "one";
  name?: string;
}

// +k8s:deepcopy-gen:interfaces=Plugin
export interface Two {
  type: "two";
  name?: string;
}

export interface Uses {
  plugin?: Plugin;
}
