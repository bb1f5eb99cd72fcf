import type { Clock } from "crd-runtime";
import { dnsSubdomainErrors } from "crd-runtime/schema";
import type { ApiObject } from "../object.js";
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
    rules: {
      type: serviceAccount,
      validateName: dnsSubdomainErrors,
      prepareForCreate: keepSecretNames,
      prepareForUpdate: ({ object }) => keepSecretNames(object),
    },
    returnsDeletedObject: true,
    columns: [nameColumn, ageColumn(clock)],
  });
}

/** Secrets are those of the namespace: nothing but their names is kept. */
function keepSecretNames(object: ApiObject): void {
  // Decoded as a list of references.
  const secrets = object["secrets"] as readonly { readonly name?: string }[] | undefined;
  if (secrets === undefined) return;
  object["secrets"] = secrets.map(({ name = "" }) => (name === "" ? {} : { name }));
}
