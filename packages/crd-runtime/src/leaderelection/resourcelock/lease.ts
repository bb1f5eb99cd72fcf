import type {
  DeepReadonly,
  int32,
  KubernetesList,
  KubernetesObject,
  MicroTime,
} from "../../meta/index.js";
import {
  type CreateOptions,
  type GetOptions,
  ResourceClient,
  type RestClient,
  type UpdateOptions,
} from "../../rest/index.js";

/** Who holds a Lease, and until when. */
export interface LeaseSpec {
  holderIdentity?: string;
  /** Seconds after `renewTime` that others wait before they take it. */
  leaseDurationSeconds?: int32;
  acquireTime?: MicroTime;
  renewTime?: MicroTime;
  /** How often the holder changed. */
  leaseTransitions?: int32;
  strategy?: string;
  preferredHolder?: string;
}

/** A Lease of `coordination.k8s.io/v1`. */
export interface Lease extends KubernetesObject {
  spec?: LeaseSpec;
}

/** The calls that a {@link LeaseLock} makes: any client of leases in one namespace has them. */
export interface LeaseClient {
  get(name: string, options?: GetOptions): Promise<Lease>;
  create(lease: DeepReadonly<Lease>, options?: CreateOptions): Promise<Lease>;
  update(lease: DeepReadonly<Lease>, options?: UpdateOptions): Promise<Lease>;
}

/** A client of the leases of a namespace. */
export function leaseClient(input: {
  readonly rest: RestClient;
  readonly namespace: string;
}): ResourceClient<Lease, KubernetesList<Lease>> {
  return new ResourceClient({
    ...input,
    group: "coordination.k8s.io",
    version: "v1",
    resource: "leases",
    kind: "Lease",
    namespaced: true,
  });
}
