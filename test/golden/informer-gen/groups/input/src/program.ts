import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

/** Reaches every informer by its group and version, and by its resource. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const factory = new SharedInformerFactory(new Clientset(input.rest));
  const informers = [
    factory.core().v1().widgets().informer(),
    factory.example().v1().databases().informer(),
    factory.example().v1beta1().databases().informer(),
    factory.secondExample().v1().tenants().informer(),
  ];
  const resources = [
    { group: "", version: "v1", resource: "widgets" },
    { group: "example.com", version: "v1", resource: "databases" },
    { group: "example.com", version: "v1beta1", resource: "databases" },
    { group: "example.org", version: "v1", resource: "tenants" },
  ];
  const same = resources.map((resource, index) => {
    return Object.is(factory.forResource(resource).informer(), informers[index]);
  });
  return { names: informers.map(({ name }) => name), same, tickets: "tickets" in factory };
}
