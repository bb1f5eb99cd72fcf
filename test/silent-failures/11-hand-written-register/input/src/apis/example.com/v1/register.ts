import type { Scheme } from "crd-runtime";

export function addToScheme(_scheme: Scheme): void {}
