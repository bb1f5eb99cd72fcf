import type { Condition, RestClient, Status } from "crd-runtime";
import type { Scale } from "./apis/autoscaling.example.com/v1/types.js";
import type { RevisionList } from "./apis/example.com/v1/types.js";
import { Clientset } from "./client/clientset/clientset.js";

/** Calls every extension method. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const clientset = new Clientset(input.rest).exampleV1();
  const deployments = clientset.deployments("default");
  const draft = { metadata: { name: "web" }, spec: { size: 1 } };

  const scale: Scale = await deployments.getScale("web", { resourceVersion: "0" });
  await deployments.updateScale("web", scale, { fieldManager: "me" });
  await deployments.createScale("web", scale);
  await deployments.applyScale("web", scale, { fieldManager: "me", force: true });
  await deployments.applyScale(
    "web",
    { apiVersion: "autoscaling/v1", kind: "Scale", metadata: { name: "web" } },
    { fieldManager: "me", dryRun: ["All"], fieldValidation: "Strict" },
  );
  await deployments.createScale("web", scale, { dryRun: ["All"], fieldManager: "me" });
  await deployments.patchScale("web", { type: "merge", body: { spec: { size: 3 } } });
  await deployments.patchScale(
    "web",
    { type: "json", body: [{ op: "replace", path: "/spec/size", value: 3 }] },
    { dryRun: ["All"], fieldManager: "me" },
  );
  const revisions: RevisionList = await deployments.listRevisions("web", { limit: 5 });
  const scales = await deployments.listScales("web");
  const events: RevisionList = await deployments.listEvents("web");

  await deployments.replaceStatus("web", { ...draft, status: { phase: "Up" } });

  const read = await deployments.getExtended("web", { resourceVersion: "7" });
  const uid: string = read.metadata.uid;
  const list = await deployments.listExtended({ labelSelector: "a" });
  await deployments.createExtended(draft, { dryRun: ["All"] });
  await deployments.updateExtended(draft, { dryRun: ["All"], fieldValidation: "Strict" });
  await deployments.patchExtended("web", { type: "merge", body: {}, subresource: "status" });
  await deployments.applyExtended(draft, { fieldManager: "me" });
  const evicted: Status = await deployments.evict("web", { metadata: {}, gracePeriodSeconds: 0 });
  const adopted: Condition = await deployments.adopt({ metadata: { name: "web" }, owner: "me" });

  const answer: Status = await clientset.reviews("default").create(draft);
  await clientset.nodes().move("n1", { region: "north" });
  await clientset.nodes().drain("n1", { metadata: { name: "n1" } });
  const { spec: scaled } = await clientset.nodes().getScale("n1");
  return {
    uid,
    lists: [revisions.metadata, scales.metadata, events.metadata],
    names: list.items.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    answers: [evicted, adopted, answer],
    replicas: scaled?.replicas,
  };
}
