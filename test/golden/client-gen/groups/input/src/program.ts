import type { RestClient } from "crd-runtime";
import { Clientset, type ClientsetInterface } from "./client/clientset/clientset.js";
import type { SecondExampleV1Interface } from "./client/clientset/example.org/v1.js";

/** Asks every group version. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const clientset: ClientsetInterface = new Clientset(input.rest);
  await clientset.coreV1().widgets("default").get("one");
  await clientset.coreV1().widgets().list();
  await clientset.exampleV1().databases("default").list();
  await clientset.exampleV1beta1().databases("default").list();
  await clientset.exampleV2alpha1().databases("default").list();
  await clientset.example().databases("preferred").list();
  await clientset.secondExampleV1().databases("default").list();
  await clientset.hyphenGroupV1().policies("default").list();
  await tenants({ second: clientset.secondExampleV1() });
  // @ts-expect-error: the group has one version
  const single: unknown = clientset.secondExample;
  if (single !== undefined) throw new Error("a group with one version has no accessor of its own");
  // @ts-expect-error: the group has no client
  return "typesV1" in clientset && clientset.typesV1();
}

/** A part of a clientset is enough, and anything of its shape is one. */
async function tenants(input: {
  readonly second: Pick<SecondExampleV1Interface, "tenants">;
}): Promise<void> {
  await input.second.tenants().list();
}
