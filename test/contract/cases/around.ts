import { at, isArray, isObject, type Json, mapJson } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { only } from "./views.js";
import { named, planets, widgets } from "./widgets.js";

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

const ns = "namespaces/own-$(token)";
const other = "/api/v1/namespaces/own-$(token)";

export const namespaces: Topic = {
  name: "namespaces",
  definitions: [widgets],
  cases: {
    "are created active, and labelled": [
      { POST: "namespaces", body: { metadata: { name: "own-$(token)" } } },
      { GET: ns },
      { POST: "namespaces", body: { metadata: { name: "own-$(token)" } } },
      { PATCH: ns, merge: { metadata: { labels: { "kubernetes.io/metadata.name": "other" } } } },
      { PATCH: ns, merge: { metadata: { labels: { app: "x" } } } },
      { PATCH: ns, merge: { spec: { finalizers: ["example.com/x"] } } },
      { PATCH: `${ns}/status`, merge: { status: { phase: "Terminating" } } },
      { PATCH: `${ns}/status`, merge: { status: { phase: "Other" } } },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: ["example.com/x"] } },
      },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: ["bad name"] } },
      },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: [] } },
      },
      { DELETE: ns },
      { GET: ns },
    ],
    terminate: [
      { POST: "namespaces", body: { metadata: { name: "own-$(token)" } }, save: "begun" },
      { POST: `${other}/configmaps`, body: { metadata: { name: "a" } } },
      {
        WATCH: "w",
        of: "namespaces?fieldSelector=metadata.name%3Down-$(token)&resourceVersion=$(begun)",
      },
      { DELETE: ns },
      { FRAMES: "w", count: 1 },
      { DELETE: ns },
      {
        UNTIL: `${other}/configmaps/probe?dryRun=All&fieldManager=probe`,
        apply: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "probe" } },
        holds: (_, status) => status === 403,
      },
      { POST: `${other}/configmaps`, body: { metadata: { name: "b" } } },
      { PATCH: `${other}/configmaps/a`, merge: { data: { k: "v" } } },
      {
        POST: "/apis/$(group)/v1/namespaces/own-$(token)/widgets",
        body: { apiVersion: "$(group)/v1", kind: "Widget", metadata: { name: "a" } },
      },
      { DELETE: `${other}/configmaps/a` },
      { PATCH: ns, merge: { metadata: { labels: { still: "writable" } } } },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: [] } },
      },
      { GET: ns },
    ],
    "some stay": [
      { DELETE: "namespaces/default" },
      { DELETE: "namespaces/kube-system" },
      { DELETE: "namespaces/none-$(token)" },
      { DELETE: "namespaces" },
      { GET: "namespaces/default", view: (body) => at(body, "spec") ?? body },
    ],
    "have names of one label": [
      ...["Upper", "a.b", "-a", "x".repeat(64), ""].map((name) => ({
        POST: "namespaces",
        body: { metadata: { name } },
      })),
      { POST: "namespaces?dryRun=All", body: { metadata: { generateName: "gen-" } } },
      {
        POST: "namespaces?dryRun=All",
        body: {
          metadata: { name: "spec-$(token)" },
          spec: { finalizers: ["example.com/x"] },
          status: { phase: "Terminating" },
        },
      },
      {
        POST: "namespaces?dryRun=All",
        body: { metadata: { name: "spec-$(token)", namespace: "other" } },
      },
    ],
  },
};

const lease = (spec: Json): Json => ({ metadata: { name: "a" }, spec });

export const leases: Topic = {
  name: "leases",
  cases: {
    "hold who leads": [
      {
        POST: "leases",
        body: lease({
          holderIdentity: "me",
          leaseDurationSeconds: 15,
          acquireTime: "2020-01-01T00:00:00.000000Z",
          renewTime: "2020-01-01T00:00:00.123456Z",
          leaseTransitions: 0,
        }),
      },
      {
        PUT: "leases/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { holderIdentity: "you", leaseDurationSeconds: 10, leaseTransitions: 1 },
        },
      },
      {
        PUT: "leases/a",
        body: { metadata: { name: "a", resourceVersion: "1" }, spec: { holderIdentity: "they" } },
      },
      { PUT: "leases/a", body: lease({}) },
      { PATCH: "leases/a", merge: { spec: { renewTime: "2020-01-01T00:00:00Z" } } },
      { PATCH: "leases/a", merge: { spec: { renewTime: "2020-01-01T00:00:00.1Z" } } },
      { PATCH: "leases/a", merge: { spec: { renewTime: "2020-01-01T02:00:00.123456789+02:00" } } },
      { PATCH: "leases/a", merge: { spec: { renewTime: null } } },
      {
        PATCH: "leases/a?fieldManager=one",
        apply: { metadata: { name: "a" }, spec: { holderIdentity: "applied" } },
      },
      { DELETE: "leases/a" },
    ],
    "are checked": [
      ...[
        { leaseDurationSeconds: 0 },
        { leaseDurationSeconds: -1 },
        { leaseTransitions: -1 },
        { holderIdentity: "" },
        { renewTime: "yesterday" },
        { renewTime: "2020-01-01" },
        { leaseDurationSeconds: "15" },
        { holderIdentity: 7 },
        { leaseDurationSeconds: 2147483648 },
        { strategy: "Other" },
        { preferredHolder: "x" },
        { strategy: "OldestEmulationVersion", preferredHolder: "x" },
        { unknown: 1 },
      ].map((spec) => ({ POST: "leases?dryRun=All", body: lease(spec) })),
      { POST: "leases", body: { metadata: { name: "no-spec" } } },
      {
        PUT: "leases/made",
        body: { metadata: { name: "made" }, spec: { leaseDurationSeconds: 0 } },
      },
      { PUT: "leases/made", body: { metadata: { name: "made", resourceVersion: "5" } } },
      {
        PUT: "leases/made",
        body: { metadata: { name: "made", uid: "11111111-2222-3333-4444-555555555555" } },
      },
      { PUT: "leases/Bad", body: { metadata: { name: "Bad" } } },
    ],
  },
};

const event = {
  metadata: { name: "a" },
  involvedObject: { apiVersion: "v1", kind: "ConfigMap", name: "c", namespace: "$(ns)", uid: "u" },
};

export const events: Topic = {
  name: "events",
  cases: {
    "are written and counted up": [
      {
        POST: "events",
        body: {
          ...event,
          reason: "R",
          message: "M",
          type: "Normal",
          count: 1,
          firstTimestamp: "2020-01-01T00:00:00Z",
          lastTimestamp: "2020-01-01T00:00:00Z",
          source: { component: "me", host: "h" },
        },
      },
      { PATCH: "events/a", strategic: { count: 2, lastTimestamp: "2020-01-01T00:01:00Z" } },
      { PATCH: "events/a", merge: { message: "N" } },
      { PUT: "events/a", body: { ...event, message: "replaced" } },
      { POST: "events", body: { ...event, metadata: { generateName: "c." } } },
      {
        POST: "events",
        body: {
          ...event,
          metadata: { name: "micro" },
          eventTime: "2020-01-01T00:00:00.123456Z",
          reportingComponent: "c",
          reportingInstance: "i",
          action: "A",
          reason: "R",
          type: "Normal",
          series: { count: 2, lastObservedTime: "2020-01-01T00:00:01.000000Z" },
        },
      },
      { GET: "events", view: (body) => at(body, "items", 0) ?? body },
      { DELETE: "events/a" },
    ],
    "are checked": [
      { POST: "events", body: { metadata: { name: "b" } } },
      {
        POST: "events",
        body: { metadata: { name: "b" }, involvedObject: { kind: "Node", name: "n" } },
      },
      {
        POST: "events",
        body: { ...event, metadata: { name: "b" }, involvedObject: { namespace: "other" } },
      },
      {
        POST: "events",
        body: { ...event, metadata: { name: "b" }, eventTime: "2020-01-01T00:00:00.123456Z" },
      },
      {
        POST: "events",
        body: {
          ...event,
          metadata: { name: "b" },
          eventTime: "2020-01-01T00:00:00.123456Z",
          reportingComponent: "Bad Name",
          reportingInstance: "i",
          action: "A",
          reason: "R",
          type: "Odd",
        },
      },
      { POST: "events", body: { ...event, metadata: { name: "b" }, type: "Odd" } },
      { POST: "events", body: { ...event, metadata: { name: "c" }, firstTimestamp: "yesterday" } },
      { POST: "events", body: { ...event, metadata: { name: "c" }, count: -1 } },
      {
        POST: "events",
        body: { ...event, metadata: { name: "d" }, message: "x".repeat(2000) },
        view: only("metadata", "name"),
      },
      { POST: "events", body: { ...event, metadata: { name: "Upper_Case" } } },
    ],
  },
};

const data = (members: { readonly [member: string]: Json }): Json => ({
  metadata: { name: "a" },
  ...members,
});

export const configmaps: Topic = {
  name: "configmaps",
  cases: {
    "check keys and values": [
      ...[
        { data: { k: "v", "K.e-y_1": "" } },
        { data: { "bad key": "v" } },
        { data: { "": "v" } },
        { data: { ".": "v" } },
        { data: { "..": "v" } },
        { data: { "..a": "v" } },
        { data: { ["x".repeat(254)]: "v" } },
        { data: { k: 1 } },
        { data: { k: null } },
        { data: { k: true } },
        { data: [] },
        { data: null },
        { binaryData: { b: "AAE=" } },
        { binaryData: { b: "not base64!" } },
        { binaryData: { b: 7 } },
        { data: { k: "v" }, binaryData: { k: "AA==" } },
        { immutable: true },
        { immutable: "true" },
        { data: { k: "v" }, unknown: 1 },
      ].map((members) => ({ POST: "configmaps?dryRun=All", body: data(members) })),
      {
        POST: "configmaps",
        body: data({ data: { b: "2", a: "1" }, binaryData: { c: "AAE=" }, immutable: false }),
      },
      { PATCH: "configmaps/a", merge: { immutable: true } },
      { PATCH: "configmaps/a", merge: { immutable: false } },
      { PATCH: "configmaps/a", merge: { data: { a: "2" } } },
      { PATCH: "configmaps/a", merge: { binaryData: null } },
      { PATCH: "configmaps/a", merge: { metadata: { labels: { x: "y" } } } },
    ],
    "the root certificate is somebody else's": [{ GET: "configmaps" }],
  },
};

const secret = (members: { readonly [member: string]: Json }) => ({
  POST: "secrets?dryRun=All",
  body: data(members),
});
const encoded = (text: string): string => Buffer.from(text).toString("base64");

export const secrets: Topic = {
  name: "secrets",
  cases: {
    "check types and data": [
      secret({}),
      secret({ stringData: { k: "v" } }),
      secret({ data: { k: "dg==" }, stringData: { k: "w", l: "x" } }),
      secret({ data: { k: "not base64!" } }),
      secret({ data: { k: "" } }),
      secret({ data: { k: null } }),
      secret({ data: { k: 1 } }),
      secret({ data: { k: "dg" } }),
      secret({ data: { k: "d-_=" } }),
      secret({ stringData: { k: 1 } }),
      secret({ data: { "bad key": "dg==" } }),
      secret({ stringData: { ä: "v" } }),
      secret({ type: "" }),
      secret({ type: "Any Text" }),
      secret({ type: "kubernetes.io/tls" }),
      secret({ type: "kubernetes.io/tls", data: { "tls.crt": "", "tls.key": "" } }),
      secret({ type: "kubernetes.io/basic-auth" }),
      secret({ type: "kubernetes.io/basic-auth", stringData: { username: "u" } }),
      secret({ type: "kubernetes.io/ssh-auth" }),
      secret({ type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "" } }),
      secret({ type: "kubernetes.io/ssh-auth", stringData: { "ssh-privatekey": "k" } }),
      secret({ type: "kubernetes.io/dockerconfigjson" }),
      secret({ type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{" } }),
      secret({ type: "kubernetes.io/dockerconfigjson", stringData: { ".dockerconfigjson": "{}" } }),
      secret({ type: "kubernetes.io/dockercfg", data: { ".dockercfg": encoded("x") } }),
      secret({ type: "kubernetes.io/service-account-token" }),
      secret({ type: "bootstrap.kubernetes.io/token", stringData: { "token-id": "x" } }),
      secret({ stringData: { big: "x".repeat(1_048_577) } }),
      secret({ immutable: true }),
    ],
    "are updated": [
      { POST: "secrets", body: data({ stringData: { k: "v" } }) },
      { PATCH: "secrets/a", merge: { stringData: { l: "w" } } },
      { PATCH: "secrets/a", merge: { data: { k: null } } },
      { PATCH: "secrets/a", merge: { type: "other" } },
      { PUT: "secrets/a", body: data({ data: { m: "eA==" } }) },
      { PUT: "secrets/a", body: data({ type: "other", data: { m: "eA==" } }) },
      { PATCH: "secrets/a?fieldManager=one", apply: data({ stringData: { n: "y" } }) },
      { PATCH: "secrets/a", merge: { immutable: true } },
      { PATCH: "secrets/a", merge: { data: { m: "eQ==" } } },
      { PATCH: "secrets/a", merge: { immutable: null } },
      { GET: "secrets/a" },
      {
        POST: "serviceaccounts",
        body: named("s")({ automountServiceAccountToken: false, secrets: [{ name: "a" }] }),
      },
      { PATCH: "serviceaccounts/s", merge: { secrets: null } },
    ],
  },
};
