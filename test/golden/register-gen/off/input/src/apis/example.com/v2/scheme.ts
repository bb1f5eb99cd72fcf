import type { Scheme } from "crd-runtime";
import { deepCopyDatabase } from "./zz_generated.deepcopy.js";

export function addToScheme(scheme: Scheme): void {
  scheme.addKnownTypes({ group: "example.com", version: "v2" }, { Database: deepCopyDatabase });
}
