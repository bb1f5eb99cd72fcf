export interface Source {
  // +k8s:unionDiscriminator
  type?: string;
  // +k8s:unionDiscriminator
  kind?: string;
  // +k8s:unionMember
  first?: string;
  // +k8s:unionMember
  second?: string;
}
