import type { Answer } from "../rest/memory-transport.js";

const both = ["get", "list", "watch"];

/** `/api` and `/apis` of a server that gives everything at once. */
export const aggregatedCore = {
  kind: "APIGroupDiscoveryList",
  apiVersion: "apidiscovery.k8s.io/v2",
  items: [
    {
      versions: [
        {
          version: "v1",
          freshness: "Current",
          resources: [
            {
              resource: "pods",
              responseKind: { group: "", version: "", kind: "Pod" },
              scope: "Namespaced",
              singularResource: "pod",
              verbs: both,
              shortNames: ["po"],
              categories: ["all"],
              subresources: [
                {
                  subresource: "eviction",
                  responseKind: { group: "policy", version: "v1", kind: "Eviction" },
                  verbs: ["create"],
                },
              ],
            },
            {
              resource: "events",
              responseKind: { group: "", version: "", kind: "Event" },
              scope: "Namespaced",
              singularResource: "event",
              verbs: both,
            },
          ],
        },
      ],
    },
  ],
};

export const aggregatedGroups = {
  kind: "APIGroupDiscoveryList",
  apiVersion: "apidiscovery.k8s.io/v2",
  items: [
    {
      metadata: { name: "events.k8s.io" },
      versions: [
        {
          version: "v1",
          resources: [
            {
              resource: "events",
              responseKind: { group: "events.k8s.io", version: "v1", kind: "Event" },
              scope: "Namespaced",
              singularResource: "event",
              verbs: both,
            },
          ],
        },
      ],
    },
    {
      metadata: { name: "example.com" },
      versions: ["v2", "v1"].map((version) => ({
        version,
        resources: [
          {
            resource: "databases",
            responseKind: { group: "example.com", version, kind: "Database" },
            scope: "Namespaced",
            singularResource: "database",
            verbs: both,
            shortNames: ["db"],
          },
          {
            resource: "engines",
            responseKind: { group: "example.com", version, kind: "Engine" },
            scope: "Cluster",
            singularResource: "engine",
            verbs: both,
          },
          // Only there for the sake of its subresource.
          { resource: "ghosts", scope: "Cluster", subresources: [{ subresource: "status" }] },
        ],
      })),
    },
    {
      metadata: { name: "metrics.k8s.io" },
      versions: [{ version: "v1beta1", freshness: "Stale", resources: [] }],
    },
  ],
};

/** Answers by path; 404 for others. */
export function serving(
  answers: Readonly<Record<string, unknown>>,
): (request: { readonly path: string }) => Answer {
  return ({ path }) =>
    path in answers ? { body: answers[path] } : { status: 404, body: "404 page not found" };
}

export const aggregatedServer = serving({ "/api": aggregatedCore, "/apis": aggregatedGroups });

const pods = {
  name: "pods",
  singularName: "pod",
  namespaced: true,
  kind: "Pod",
  verbs: both,
  shortNames: ["po"],
  categories: ["all"],
};
const eviction = {
  name: "pods/eviction",
  singularName: "",
  namespaced: true,
  group: "policy",
  version: "v1",
  kind: "Eviction",
  verbs: ["create"],
};
const events = {
  name: "events",
  singularName: "event",
  namespaced: true,
  kind: "Event",
  verbs: both,
};
const databases = {
  name: "databases",
  singularName: "database",
  namespaced: true,
  kind: "Database",
  verbs: both,
  shortNames: ["db"],
};
const engines = {
  name: "engines",
  singularName: "engine",
  namespaced: false,
  kind: "Engine",
  verbs: both,
};

/** The same, in the way of servers before 1.27. */
export const legacyAnswers: Readonly<Record<string, unknown>> = {
  "/api": { kind: "APIVersions", versions: ["v1"] },
  "/apis": {
    kind: "APIGroupList",
    groups: [
      { name: "events.k8s.io", versions: [{ groupVersion: "events.k8s.io/v1", version: "v1" }] },
      {
        name: "example.com",
        versions: [{ version: "v1" }, { version: "v2" }],
        preferredVersion: { version: "v2" },
      },
    ],
  },
  "/api/v1": { kind: "APIResourceList", resources: [pods, eviction, events] },
  "/apis/events.k8s.io/v1": { kind: "APIResourceList", resources: [events] },
  "/apis/example.com/v1": { kind: "APIResourceList", resources: [databases, engines] },
  "/apis/example.com/v2": { kind: "APIResourceList", resources: [databases, engines] },
};
