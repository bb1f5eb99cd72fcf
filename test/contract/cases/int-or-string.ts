import type { Topic } from "../harness/topic.js";
import { embedded, wrap } from "./schema-objects.js";

export const intOrString: Topic = {
  name: "int-or-string",
  definitions: [embedded],
  cases: {
    "takes both": [
      ...[1, "1", "x", 1.5, true, null, {}, [], 9007199254740993n, ""].map((either) =>
        wrap({ either }),
      ),
      ...[1, "5%", "5"].map((pattern) => wrap({ pattern })),
      ...[5, 6, "ab", "abc"].map((bounded) => wrap({ bounded })),
      wrap({ nullable: null }),
    ],
  },
};
