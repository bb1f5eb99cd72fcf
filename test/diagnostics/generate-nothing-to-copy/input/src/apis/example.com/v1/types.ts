// +k8s:deepcopy-gen=true
export type Mode = "on" | "off";

export interface Uses {
  mode: Mode;
}
