export const standard = "standard";
const hidden = "hidden";
export let changing = "changing";
export function computed(): string {
  return hidden + changing;
}

export interface Spec {
  // +default=ref(Standard)
  a?: string;
  // +default=ref(hidden)
  b?: string;
  // +default=ref(changing)
  c?: string;
  // +default=ref(computed)
  d?: string;
  // +default=ref(./types.js.standart)
  e?: string;
  // +default=ref(example.com/v1.standart)
  f?: string;
  // +default=ref(k8s.io/api/core/v1.PullAlways)
  g?: string;
  // +default=ref(../../../../../outside.standard)
  h?: string;
  // +default=ref(crd-runtime.Standard)
  i?: string;
  // +default=ref(a b)
  j?: string;
  // +default=ref(./nope.js.standard)
  k?: string;
  // +default=ref(../v1/type.standard)
  l?: string;
  // +default=ref(crd-runtime/kore/v1.Standard)
  m?: string;
}
