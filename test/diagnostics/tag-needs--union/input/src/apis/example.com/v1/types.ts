export interface Source {
  // +k8s:unionDiscriminator(union: "empty")
  type?: string;
  // +k8s:unionMember(memberName: "One")
  first?: string;
  // +k8s:unionMember
  second?: string;
}
