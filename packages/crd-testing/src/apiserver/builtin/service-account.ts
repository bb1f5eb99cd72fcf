import type { Clock } from "crd-runtime";
import { dnsSubdomainErrors } from "crd-runtime/schema";
import type { ApiResource } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { ageColumn, nameColumn } from "./columns.js";
import { serviceAccount } from "./types/core.js";

/** ServiceAccounts. No tokens are made for them. */
export function serviceAccounts(clock: Clock): ApiResource {
  return builtInResource({
    group: "",
    resource: "serviceaccounts",
    kind: "ServiceAccount",
    scope: "Namespaced",
    shortNames: ["sa"],
    rules: { type: serviceAccount, validateName: dnsSubdomainErrors },
    returnsDeletedObject: true,
    columns: [nameColumn, ageColumn(clock)],
  });
}
