import { at, isArray, isObject, type Json, mapJson } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { only } from "./views.js";
import { widgets } from "./widgets.js";

const document = "/openapi/v3/apis/$(group)/v1";

const schemaOf =
  (suffix: string) =>
  (body: Json): Json => {
    const schemas = at(body, "components", "schemas");
    return isObject(schemas)
      ? Object.entries(schemas)
          .filter(([name]) => name.endsWith(suffix))
          .map(([name, schema]) => ({ name, schema }))
      : body;
  };

/** Descriptions of built-in resources are the authors' own words. */
const undescribed =
  (suffix: string) =>
  (body: Json): Json =>
    mapJson(schemaOf(suffix)(body), (value) => {
      if (!isObject(value) || typeof value["description"] !== "string") return value;
      const { description: _, ...rest } = value;
      return rest;
    });

const paths = (body: Json): Json => {
  const all = at(body, "paths");
  if (!isObject(all)) return body;
  return Object.entries(all)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, item]) => ({ path, methods: isObject(item) ? Object.keys(item).sort() : null }));
};

export const openapi: Topic = {
  name: "openapi",
  definitions: [widgets],
  cases: {
    "describes a definition": [
      { UNTIL: document, holds: (_, status) => status === 200, view: only("openapi") },
      { GET: document, view: schemaOf(".Widget") },
      { GET: document, view: schemaOf(".WidgetList") },
      { GET: document, view: paths },
      {
        GET: document,
        view: (body) => {
          const schemas = at(body, "components", "schemas");
          return isObject(schemas) ? Object.keys(schemas).sort() : body;
        },
      },
      {
        GET: document,
        view: only(
          "paths",
          "/apis/$(group)/v1/namespaces/{namespace}/widgets",
          "post",
          "x-kubernetes-group-version-kind",
        ),
      },
      {
        GET: "/openapi/v3",
        view: (body) => {
          // Served as text/plain.
          const all = at(typeof body === "string" ? JSON.parse(body) : body, "paths");
          return isObject(all)
            ? Object.keys(all)
                .filter((path) =>
                  /^(api\/v1|apis\/coordination.k8s.io\/v1|apis\/apiextensions.k8s.io\/v1)$/.test(
                    path,
                  ),
                )
                .sort()
            : body;
        },
      },
      { GET: "/openapi/v3/apis/missing.example.com/v1" },
    ],
    "describes built-in resources": [
      { GET: "/openapi/v3/api/v1", view: undescribed("core.v1.ConfigMap") },
      {
        GET: "/openapi/v3/apis/coordination.k8s.io/v1",
        view: undescribed("coordination.v1.LeaseSpec"),
      },
      {
        GET: "/openapi/v3/api/v1",
        view: (body) => {
          const query = at(
            body,
            "paths",
            "/api/v1/namespaces/{namespace}/configmaps",
            "post",
            "parameters",
          );
          return isArray(query) ? query.map((one) => at(one, "name") ?? null) : body;
        },
      },
    ],
  },
};
