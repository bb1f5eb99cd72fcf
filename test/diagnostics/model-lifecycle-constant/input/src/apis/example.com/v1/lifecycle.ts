import type { APILifecycle } from "crd-runtime";

const apiLifecycle_Database: APILifecycle = { introduced: { major: 1, minor: 7 } };
export const apiLifecycle_Databse: APILifecycle = apiLifecycle_Database;
