import type { KubernetesObject } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { explain } from "./explain.js";
import { findServer } from "./server.js";

const namespace = process.env["NAMESPACE"] ?? "default";

// What the program may do: the role in config/rbac is made of this.
// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get;list;watch

/** Lists what there is, in one namespace and in all of them. */
async function main(): Promise<void> {
  const exampleV1 = Clientset.forConfig(await findServer()).exampleV1();

  print(`Databases in namespace ${namespace}`, await exampleV1.databases(namespace).list());
  print("Databases in all namespaces", await exampleV1.databases().list());
}

/** Prints how many objects a list has, and their names. */
function print(title: string, list: { readonly items: readonly KubernetesObject[] }): void {
  console.log(`${title}: ${list.items.length}`);
  for (const { metadata } of list.items) {
    const { namespace, name } = metadata;
    console.log(`  ${namespace === undefined ? "" : `${namespace}/`}${name}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
