export interface Zone {
  name?: string;
}

// +k8s:defaulter-gen=covers
export function fill(object: Zone): void {
  object.name ??= "any";
}
