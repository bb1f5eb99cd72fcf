import { bytes, optional, struct, text } from "./go-type.js";

const runtime = "io.k8s.apimachinery.pkg.runtime";

/** The envelope of every object in protobuf; the object itself is the bytes `raw`. */
export const unknown = struct({
  id: `${runtime}.Unknown`,
  members: {
    typeMeta: optional(
      1,
      struct({
        id: `${runtime}.TypeMeta`,
        members: { apiVersion: optional(1, text), kind: optional(2, text) },
      }),
    ),
    raw: optional(2, bytes),
    contentEncoding: optional(3, text),
    contentType: optional(4, text),
  },
});
