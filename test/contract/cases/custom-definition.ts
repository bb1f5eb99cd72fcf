import { at, isArray, type Json, type JsonObject } from "../harness/json.js";
import type { Step } from "../harness/topic.js";
import { causes } from "./views.js";

/** A definition of the case's own group. */
export const crd = (changes: JsonObject = {}): JsonObject => ({
  metadata: { name: "things.$(token).$(group)" },
  ...changes,
  spec: {
    group: "$(token).$(group)",
    scope: "Namespaced",
    names: { plural: "things", kind: "Thing" },
    versions: [version("v1")],
    ...(changes["spec"] as object | undefined),
  },
});

export const version = (name: string): JsonObject => ({
  name,
  served: true,
  storage: true,
  schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
});

/** A definition whose only version has this schema; not served until it is valid. */
export const schema = (openAPIV3Schema: Json): Step => ({
  POST: "customresourcedefinitions?dryRun=All",
  body: crd({ spec: { versions: [{ ...version("v1"), schema: { openAPIV3Schema } }] } }),
  view: causes,
});

/** A schema for spec. */
export const spec = (properties: JsonObject): Step =>
  schema({ type: "object", properties: { spec: { type: "object", properties } } });

const conditions = (body: Json): Json => at(body, "status") ?? body;

export const condition =
  (type: string, value: string) =>
  (body: Json): boolean => {
    const all = at(body, "status", "conditions");
    return (
      isArray(all) && all.some((one) => at(one, "type") === type && at(one, "status") === value)
    );
  };

const path = "customresourcedefinitions";

export const own = `${path}/things.$(token).$(group)`;

export const established: Step = {
  UNTIL: own,
  holds: condition("Established", "True"),
  view: conditions,
};

export const served: Step = {
  UNTIL: "/apis/$(token).$(group)/v1/things",
  holds: (_, status) => status === 200,
  view: () => "served",
};
