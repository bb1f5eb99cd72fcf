import type { Scheme } from "crd-runtime";
import { addToScheme as addV1 } from "../apis/fleet.example.io/v1/zz_generated.register.js";
import { addToScheme as addV1beta1 } from "../apis/fleet.example.io/v1beta1/zz_generated.register.js";

/** Adds all versions of the group, the preferred one first. */
export function install(scheme: Scheme): void {
  addV1(scheme);
  addV1beta1(scheme);
}
