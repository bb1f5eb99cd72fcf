// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export type Phase = "Pending" | "Running";

export interface Labels {
  // +optional
  [name: string]: string;
}
