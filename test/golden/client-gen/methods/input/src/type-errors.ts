import type { Scale } from "./apis/autoscaling.example.com/v1/types.js";
import type { Review } from "./apis/example.com/v1/types.js";
import type { ClientsetInterface } from "./client/clientset/clientset.js";

/** What must not compile. */
export async function typeErrors(clientset: ClientsetInterface): Promise<void> {
  const deployments = clientset.exampleV1().deployments("default");
  // @ts-expect-error: the subresource is the method's
  await deployments.patchScale("web", { type: "merge", body: {}, subresource: "status" });
  // @ts-expect-error: an Eviction has metadata
  await deployments.evict("web", {});
  // @ts-expect-error: the parent comes first
  await deployments.updateScale({ metadata: { name: "web" }, spec: {} });
  // @ts-expect-error: a Deployment is no Scale: it is what the method without a result gives
  const scale: Promise<Scale> = deployments.listExtended();
  // @ts-expect-error: create of a Review is answered by a Status
  const review: Promise<Review> = clientset.exampleV1().reviews("default").create({});
  // @ts-expect-error: all namespaces can be listed and watched only
  clientset.exampleV1().deployments().getScale;
  await Promise.all([scale, review]);
}
