import { int32, microTime, named, optional, pointer, struct, text } from "./go-type.js";
import { kindStruct } from "./meta.js";

const coordination = "io.k8s.api.coordination.v1";

export const lease = kindStruct({
  id: `${coordination}.Lease`,
  description: "Lease says who holds something, and until when.",
  members: {
    spec: optional(
      struct({
        id: `${coordination}.LeaseSpec`,
        description: "LeaseSpec is the content of a lease.",
        members: {
          holderIdentity: pointer(text, "Who holds the lease."),
          leaseDurationSeconds: pointer(int32, "How long others wait after renewTime."),
          acquireTime: pointer(microTime, "When the holder got the lease."),
          renewTime: pointer(microTime, "When the holder renewed the lease last."),
          leaseTransitions: pointer(int32, "How often the holder changed."),
          strategy: pointer(named("v1.CoordinatedLeaseStrategy")),
          preferredHolder: pointer(text),
        },
      }),
    ),
  },
});
