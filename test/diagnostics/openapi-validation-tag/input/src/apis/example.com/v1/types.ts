import type { int32, Quantity } from "crd-runtime";

export interface Settings {
  // +k8s:validation:maxLength=-1
  b?: string;
  // +k8s:validation:maxLength=3
  c?: int32;
  // +k8s:validation:minLength=3
  // +k8s:validation:maxLength=2
  d?: string;
  // +k8s:validation:pattern="(["
  e?: string;
  // +k8s:validation:pattern="(?i)(?P<first>[a-z])"
  f?: string;
  // +k8s:validation:maxLength=3
  // +k8s:validation:maxLength=4
  g?: string;
  // +k8s:validation:cel[1]:rule="self > 1"
  // +k8s:validation:cel[1]:message="no"
  h?: int32;
  // +k8s:validation:cel[0]:rule=""
  i?: int32;
  // +k8s:validation:cel[0]:rule="self > 1"
  j?: int32;
  // +k8s:validation:cel[0]:rule="self > 1"
  // +k8s:validation:cel[0]:message="no"
  // +k8s:validation:cel[0]:messageExpression="'no'"
  k?: int32;
  // +k8s:validation:cel[0]:message="no"
  m?: int32;
  // +k8s:validation:items:maxLength=3
  n?: string;
  // +listType=atomic
  // +k8s:validation:items:maximum=3
  o?: string[];
  // +k8s:validation:nullable=1
  p?: string;
  // +k8s:validation:enum="a"
  q?: string;
  // +k8s:validation:pattern=^a
  r?: string;
  // +k8s:validation:maxLength=9
  s?: Quantity;
  // +k8s:validation:properties:a:minimum=1
  t?: { a?: string };
}
