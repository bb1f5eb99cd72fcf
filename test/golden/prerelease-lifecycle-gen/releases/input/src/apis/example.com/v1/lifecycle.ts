import type { APILifecycle } from "crd-runtime";

export const apiLifecycle_Restore: APILifecycle = { introduced: { major: 1, minor: 0 } };
