export interface Source {
  // +k8s:unionMember(unoin: "a")
  first?: string;
  // +k8s:zeroOrOneOfMember(memberName: "x")
  second?: string;
  // +k8s:unionMember(union: "a", union: "b")
  third?: string;
}
