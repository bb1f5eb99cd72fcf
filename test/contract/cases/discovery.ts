import { at, isArray, isObject, type Json } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { only } from "./views.js";
import { planets, widgets } from "./widgets.js";

const aggregated = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/** Items about one group. */
const about =
  (group: RegExp) =>
  (body: Json): Json => {
    const groups = at(body, "groups") ?? at(body, "items");
    if (!isArray(groups) || !isObject(body)) return body;
    const found = groups.filter((one) =>
      group.test(String(at(one, "name") ?? at(one, "metadata", "name"))),
    );
    return { kind: body["kind"] ?? null, apiVersion: body["apiVersion"] ?? null, found };
  };

const own = about(/^[a-z]{8}\.example\.com$/);

/** One resource of a list of them. */
const resource =
  (...names: readonly string[]) =>
  (body: Json): Json => {
    const resources = at(body, "resources");
    if (!isArray(resources)) return body;
    return resources.filter((one) => names.includes(String(at(one, "name"))));
  };

export const discovery: Topic = {
  name: "discovery",
  definitions: [widgets, planets],
  cases: {
    "of a group": [
      { GET: "/apis/$(group)" },
      { GET: "/apis/$(group)/v1" },
      { GET: "/apis/$(group)/v1", headers: { accept: "application/yaml" }, view: () => "yaml" },
      { GET: "/apis/$(group)/v2" },
    ],
    "of all groups": [
      {
        GET: "/apis",
        view: (body) => ((at(own(body), "found") as Json[]).length > 0 ? "has examples" : "none"),
      },
      { GET: "/apis", view: about(/^(coordination|rbac\.authorization|apiextensions)\.k8s\.io$/) },
      { GET: "/api", view: only("versions") },
      {
        GET: "/api/v1",
        view: resource(
          "configmaps",
          "secrets",
          "namespaces",
          "namespaces/status",
          "namespaces/finalize",
          "events",
        ),
      },
      { GET: "/apis/coordination.k8s.io/v1", view: resource("leases") },
      { GET: "/apis/apiextensions.k8s.io/v1" },
      { GET: "/apis/rbac.authorization.k8s.io/v1" },
      { GET: "/apis/coordination.k8s.io" },
    ],
    aggregated: [
      {
        UNTIL: "/apis",
        headers: { accept: aggregated },
        holds: (body) =>
          JSON.stringify(body).includes('"planets"') && JSON.stringify(body).includes('"widgets"'),
        view: () => "all there",
      },
      { GET: "/apis", headers: { accept: aggregated }, view: about(/^coordination\.k8s\.io$/) },
      {
        GET: "/api",
        headers: { accept: aggregated },
        view: (body) => ({
          kind: at(body, "kind") ?? null,
          apiVersion: at(body, "apiVersion") ?? null,
          name: at(body, "items", 0, "metadata") ?? null,
        }),
      },
      {
        GET: "/apis",
        headers: {
          accept: "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList",
        },
        view: (body) => at(body, "apiVersion") ?? null,
      },
      {
        GET: "/apis",
        headers: { accept: `${aggregated},application/json` },
        view: (body) => at(body, "kind") ?? null,
      },
      {
        GET: "/apis",
        headers: {
          accept:
            "application/json;g=apidiscovery.k8s.io;v=v9;as=APIGroupDiscoveryList,application/json",
        },
        view: (body) => at(body, "kind") ?? null,
      },
    ],
    "of the server": [
      { GET: "/version", view: (body) => (isObject(body) ? Object.keys(body).sort() : body) },
      { GET: "/readyz" },
      { GET: "/livez" },
      { GET: "/healthz" },
      { GET: "/readyz/ping" },
      { GET: "/readyz/missing" },
      { METHOD: "POST /version", body: {} },
      { METHOD: "POST /apis", body: {}, view: only("kind") },
    ],
  },
};
