import type { Condition } from "crd-runtime";

export interface QueueSpec {
  // +k8s:item(name: "a")=+k8s:immutable
  text?: string;
  // +k8s:listType=set
  // +k8s:item(name: "a")=+k8s:immutable
  names?: string[];
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:listMapKey=primary
  // +k8s:item(name: "a")=+k8s:immutable
  // +k8s:item(nane: "a", primary: true)=+k8s:immutable
  // +k8s:item(name: "a", primary: "yes")=+k8s:immutable
  // +k8s:item(name: 1, primary: true)=+k8s:immutable
  // +k8s:item(name: "a", primary: "true")=+k8s:immutable
  // +k8s:item(name: "a", primary: true)=+k8s:required
  // +k8s:item(name: "a", primary: true)=+k8s:item(name: "b", primary: true)=+k8s:immutable
  // +k8s:item(name: "a", primary: false)=+k8s:unionMember(memberName: "a")
  // +k8s:alpha=+k8s:item(name: "a", primary: false)=+k8s:unionMember
  // +k8s:item(name: "a", primary: false)=+k8s:dependentRequired("name")
  users?: User[];
  // +k8s:listType=map
  // +k8s:listMapKey=typ
  misnamed?: Condition[];
  // +k8s:listType=map
  // +k8s:listMapKey=type
  // +k8s:item(type: 1)=+k8s:immutable
  conditions?: Condition[];
}

export interface User {
  name: string;
  primary: boolean;
}
