export interface SourceSpec {
  // +k8s:unionMember
  inline?: string;
  // +k8s:ifEnabled(Remote)=+k8s:unionMember
  remote?: string;
  // +k8s:ifEnabled(Remote)=+k8s:alpha=+k8s:unionMember(union: "store")
  disk?: string;
  mode: "A" | "B";
  // +k8s:modeDiscriminator
  kind: string;
  // +k8s:ifMode("A")=+k8s:unionMember
  // +k8s:ifMode("A")=+k8s:required
  // +k8s:ifEnabled(Remote)=+k8s:ifMode("B")=+k8s:optional
  one?: string;
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:alpha(since: "1.35")=+k8s:item(name: "first")=+k8s:zeroOrOneOfMember
  // +k8s:beta=+k8s:item(name: "last")=+k8s:zeroOrOneOfMember
  // +k8s:ifEnabled(Remote)=+k8s:item(name: "x")=+k8s:unionMember(union: "x")
  // +k8s:item(name: "y")=+k8s:ifDisabled(Remote)=+k8s:unionMember(union: "x")
  // +k8s:item(name: "z")=+k8s:alpha=+k8s:unionMember(union: "z")
  items?: Item[];
  // +k8s:ifEnabled(Remote)=+k8s:subfield(name)=+k8s:unionMember
  // +k8s:subfield(note)=+k8s:unionMember
  // +k8s:subfield(note)=+k8s:dependentRequired("nmae")
  item?: Item;
  // +k8s:listType=atomic
  // +k8s:eachVal=+k8s:ifEnabled(Remote)=+k8s:unionMember
  names?: string[];
}

export interface Item {
  name: string;
  note?: string;
}
