import type { ClientsetInterface } from "./client/clientset/clientset.js";

/** What must not compile. */
export function typeErrors(clientset: ClientsetInterface): void {
  const client = clientset.exampleV1();
  // @ts-expect-error: an object is in one namespace
  client.databases().get;
  // @ts-expect-error: an object is in one namespace
  client.databases().create;
  // @ts-expect-error: the server deletes the objects of one namespace
  client.databases().deleteCollection;
  // @ts-expect-error: a cluster-scoped kind has no namespaces
  client.clusters("default");
  // @ts-expect-error: Metric is read-only
  client.metrics("default").update;
  // @ts-expect-error: Metric is read-only
  client.metrics("default").patch;
  // @ts-expect-error: Login can only be created
  client.logins("default").list;
  // @ts-expect-error: Login can only be created, which takes a namespace
  client.logins();
  // @ts-expect-error: Backup says noStatus
  client.backups("default").updateStatus;
  // @ts-expect-error: Lease skips delete
  client.leases("default").delete;
  // @ts-expect-error: Lease skips watch, in all namespaces too
  client.leases().watch;
  // @ts-expect-error: Region has no verbs
  client.regions().get;
  // @ts-expect-error: Template has no client
  client.templates;
  // @ts-expect-error: spec is required
  void client.databases("default").create({ metadata: {} });
  // @ts-expect-error: no member of the type
  void client.databases("default").create({ metadata: {}, spec: { sise: 1 } });
  // @ts-expect-error: a name, not an object
  void client.databases("default").delete({ name: "orders" });
}
