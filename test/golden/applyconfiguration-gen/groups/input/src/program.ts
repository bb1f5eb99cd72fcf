import type { RestClient } from "crd-runtime";
import {
  classApplyConfiguration,
  databaseApplyConfiguration,
} from "./client/applyconfigurations/example.com/v1.js";
import { storageApplyConfiguration } from "./client/applyconfigurations/example.com/v1alpha1.js";
import { Clientset } from "./client/clientset/clientset.js";

/** Types of other versions are built by their own files; those that have none are given as any part of the type. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const clientset = new Clientset(input.rest);
  const storage = storageApplyConfiguration()
    .withSize("1Gi")
    .withClass(classApplyConfiguration().withStorage({ size: 2 }));
  await clientset
    .exampleV1()
    .databases("default")
    .apply(
      databaseApplyConfiguration("orders", "default")
        .withStorage(storage)
        .withStorages(storage, {})
        .withPolicy({ rules: [{}] })
        .withPolicies({ name: "a" }, {})
        .withRules({ verb: "get" }, {})
        .withLimits({ a: { verb: "get" } })
        .withLimits({ b: {} }),
      { fieldManager: "me" },
    );
  await clientset
    .otherV1()
    .roles("default")
    .apply({ metadata: { name: "admin" }, policy: { rules: [{ verb: "get" }] } }, { fieldManager: "me" });
  return undefined;
}
