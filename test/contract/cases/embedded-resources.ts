import type { Topic } from "../harness/topic.js";
import { embedded, wrap } from "./schema-objects.js";

const inner = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" } };

export const embeddedResources: Topic = {
  name: "embedded-resources",
  definitions: [embedded],
  cases: {
    "are checked as objects": [
      wrap({ any: inner }),
      wrap({ any: {} }),
      wrap({ any: { apiVersion: "v1" } }),
      wrap({ any: { ...inner, kind: 7 } }),
      wrap({ any: { ...inner, kind: "bad kind" } }),
      wrap({ any: { ...inner, apiVersion: "a/b/c" } }),
      wrap({ any: { ...inner, apiVersion: "" } }),
      wrap({ any: { ...inner, metadata: "x" } }),
      wrap({ any: { ...inner, metadata: { name: "Bad", labels: { "b c": "d" }, unknown: 1 } } }),
      wrap({ any: { ...inner, metadata: { name: 7 } } }),
      wrap({ any: { apiVersion: "v1", kind: "Pod" } }),
      wrap({ any: { ...inner, extra: { x: 1 } } }),
      wrap({ any: { ...inner, metadata: { creationTimestamp: "x", finalizers: ["no"] } } }),
      wrap({ typed: { ...inner, spec: { x: "x", y: 1 }, top: 1 } }),
      wrap({ list: [inner, {}] }),
      wrap({ any: null }),
      wrap({ any: "x" }),
    ],
  },
};
