import type { RestClient } from "crd-runtime";
import { AdminClientset, type AdminClientsetInterface } from "./admin/clientset/clientset.js";
import { SharedInformerFactory } from "./admin/informers/factory.js";
import { BetaClientset } from "./client/beta/clientset/clientset.js";
import { FakeBetaClientset } from "./client/beta/fake/clientset.js";
import { Clientset } from "./client/clientset/clientset.js";
import { FakeClientset } from "./client/fake/clientset.js";

/** Three clientsets of one project, each with its own kinds. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const all = new Clientset(input.rest);
  await all.secondExampleV1().tenants("default").get("one");
  await all.exampleV1().backups("default").get("one");

  const admin: AdminClientsetInterface = new AdminClientset(input.rest);
  await admin.exampleV1().databases("default").restart("one");
  await admin.coreV1().configMaps("default").get("one");
  const factory = new SharedInformerFactory(admin);
  const informer = factory.example().v1().databases();
  informer.informer();
  factory.start(input.signal);
  await factory.waitForCacheSync(input.signal);

  const beta = new BetaClientset(input.rest);
  await beta.exampleV1beta1().databases("default").get("one");
  await beta.example().backups("default").get("one");
  return {
    cached: informer.lister().databases("default").get("one").metadata.name,
    fakes: [FakeClientset.name, FakeBetaClientset.name],
  };
}

/** What must not compile. */
export function typeErrors(input: {
  readonly all: Clientset;
  readonly admin: AdminClientsetInterface;
  readonly beta: BetaClientset;
}): void {
  // @ts-expect-error: the expansion is the other clientset's
  input.all.exampleV1().databases("default").restart;
  // @ts-expect-error: of example.com/v1 only Database was asked for
  input.admin.exampleV1().backups;
  // @ts-expect-error: the group was not asked for
  input.admin.secondExampleV1;
  // @ts-expect-error: the version was not asked for, so that the group has one
  input.admin.example;
  // @ts-expect-error: the core group was not asked for
  input.beta.coreV1;
}
