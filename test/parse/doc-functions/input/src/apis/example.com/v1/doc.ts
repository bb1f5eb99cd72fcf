// The tags of the version stand above a function, which they are not about.
//
// +k8s:deepcopy-gen=package
// +groupName=example.com
export function label(name: string): string {
  return `database/${name}`;
}

// +k8s:defaulter-gen=TypeMeta
export const upper = (name: string): string => name.toUpperCase(),
  lower = (name: string): string => name.toLowerCase();

// +k8s:conversion-fn=drop
// +genclient
export function other(): void {}
