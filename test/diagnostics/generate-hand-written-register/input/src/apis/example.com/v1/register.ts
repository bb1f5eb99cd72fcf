import type { Scheme } from "crd-runtime";

export function addToScheme(scheme: Scheme): void {
  scheme.addKnownTypes({ group: "example.com", version: "v1" }, {});
}
