import type { int32, int64 } from "crd-runtime";

export interface Source {
  // +k8s:unionMember("a")
  unnamed?: string;
  // +k8s:dependentRequired("unnamed", "named")
  two?: string;
  // +k8s:unionMember(union: "a", "b")
  mixed?: string;
  // +k8s:dependentRequired(member: "two")
  named?: string;
  // +k8s:dependentRequired()
  empty?: string;
  // +k8s:unionMember(union: "a" memberName: "b")
  noComma?: string;
  // +k8s:unionMember(union: "a",)
  comma?: string;
  // +k8s:unionMember(union: )
  noValue?: string;
  // +k8s:dependentRequired("t\wo")
  escape?: string;
  // +k8s:dependentRequired("two
  open?: string;
  // +k8s:minimum=-99999999999999999999
  large?: int64;
  // +k8s:minimum=0x
  hex?: int32;
  // +k8s:format=k8s short
  blank?: string;
  // +k8s:listMapKey=3
  key?: string[];
  // +k8s:eachVal=+k8s:subfield(na/me)=+k8s:required
  chain?: string[];
}
