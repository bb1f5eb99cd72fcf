import type { RestClient } from "crd-runtime";
import { Clientset } from "./client/clientset/clientset.js";

/** Sends every verb there is. */
export async function program(input: {
  readonly rest: RestClient;
  readonly signal: AbortSignal;
}): Promise<unknown> {
  const clientset = new Clientset(input.rest);
  const databases = clientset.exampleV1().databases("default");
  const created = await databases.create(
    { metadata: { name: "orders" }, spec: { size: 1 } },
    { dryRun: ["All"], fieldManager: "me", fieldValidation: "Strict" },
  );
  await databases.update({ ...created, metadata: { ...created.metadata, name: "orders" } });
  await databases.updateStatus(created, { fieldManager: "me" });
  await databases.delete("orders", { propagationPolicy: "Foreground" });
  await databases.deleteCollection({ labelSelector: "color=red", gracePeriodSeconds: 0 });
  const read = await databases.get("orders", { resourceVersion: "0" });
  const list = await databases.list({ labelSelector: "color in (red,blue)", limit: 10 });
  await databases.patch("orders", { type: "merge", body: { spec: { size: 2 } } });
  await databases.patch("orders", { type: "json", body: [], subresource: "status" });
  await databases.patch(
    "orders",
    { type: "apply", body: { metadata: { name: "orders" } } },
    { fieldManager: "me", force: true },
  );
  const stop = new AbortController();
  for await (const event of databases.watch({
    sendInitialEvents: true,
    resourceVersionMatch: "NotOlderThan",
    allowWatchBookmarks: true,
    signal: stop.signal,
  })) {
    if (event.type === "BOOKMARK") break;
    const name: string = event.object.metadata.name;
    if (name === "none") stop.abort();
  }

  const everywhere = clientset.exampleV1().databases();
  const all = await everywhere.list();
  for await (const event of everywhere.watch({ sendInitialEvents: true })) {
    if (event.type === "BOOKMARK") break;
  }

  const clusters = clientset.exampleV1().clusters();
  await clusters.create({ metadata: { name: "main" }, spec: {} });
  await clusters.updateStatus({ metadata: { name: "main" }, spec: {}, status: { phase: "Up" } });
  await clusters.list();
  await clientset.exampleV1().metrics("default").get("load");
  await clientset.exampleV1().logins("default").create({ metadata: {}, spec: {} });
  return {
    read,
    list: list.items.map(({ metadata, kind }) => `${kind} ${metadata.namespace}/${metadata.name}`),
    all: all.items.map(({ metadata }) => metadata.uid),
    version: list.metadata.resourceVersion,
  };
}
