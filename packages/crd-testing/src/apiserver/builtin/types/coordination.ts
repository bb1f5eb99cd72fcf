import { int32, microTime, named, optional, pointer, struct, text } from "./go-type.js";
import { kindStruct } from "./meta.js";

const coordination = "io.k8s.api.coordination.v1";

export const lease = kindStruct({
  id: `${coordination}.Lease`,
  description: "Lease says who holds something, and until when.",
  members: {
    spec: optional(
      2,
      struct({
        id: `${coordination}.LeaseSpec`,
        description: "LeaseSpec is the content of a lease.",
        members: {
          holderIdentity: pointer(1, text, "Who holds the lease."),
          leaseDurationSeconds: pointer(2, int32, "How long others wait after renewTime."),
          acquireTime: pointer(3, microTime, "When the holder got the lease."),
          renewTime: pointer(4, microTime, "When the holder renewed the lease last."),
          leaseTransitions: pointer(5, int32, "How often the holder changed."),
          strategy: pointer(6, named("v1.CoordinatedLeaseStrategy")),
          preferredHolder: pointer(7, text),
        },
      }),
    ),
  },
});
