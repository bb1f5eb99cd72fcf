// +k8s:deepcopy-gen=true
export type Mode = "on" | "off";

export interface Uses {
  mode: Mode;
  title: Title;
}

export type Title = string;

export function deepCopyTitle(input: Title): Title {
  return input.trim();
}
