import { describe, expect, it } from "vitest";
import { InvalidRequestError } from "../../src/rest/errors.js";
import { buildRequest } from "../../src/rest/request.js";
import type { ResourceReference } from "../../src/rest/resource-path.js";
import { type ResourceCall, resourceRequest } from "../../src/rest/resource-request.js";

const databases: ResourceReference = {
  group: "example.com",
  version: "v1",
  resource: "databases",
  namespaced: true,
  namespace: "default",
};
const everywhere: ResourceReference = { ...databases, namespace: undefined };
const nodes: ResourceReference = { group: "", version: "v1", resource: "nodes", namespaced: false };
const collection = "/apis/example.com/v1/namespaces/default/databases";

/** Method, path and query as one line, and what else is sent. */
function sent(input: { readonly reference?: ResourceReference; readonly call: ResourceCall }): {
  line: string;
  type: string | undefined;
  body: unknown;
} {
  const { reference = databases, call } = input;
  const built = buildRequest({ request: resourceRequest({ reference, call }), userAgent: "test" });
  const text = built.body === undefined ? undefined : Buffer.from(built.body).toString();
  const type = built.headers["content-type"];
  return {
    line: `${built.method} ${built.path}`,
    type: typeof type === "string" ? type : undefined,
    body: text === undefined ? undefined : JSON.parse(text),
  };
}

describe("resourceRequest", () => {
  const object = { metadata: { name: "orders" } };

  it.each<{
    call: ResourceCall;
    reference?: ResourceReference;
    line: string;
    type?: string;
    body?: unknown;
  }>([
    { call: { verb: "get", name: "orders" }, line: `GET ${collection}/orders` },
    {
      call: { verb: "get", name: "orders", options: { resourceVersion: "0" } },
      line: `GET ${collection}/orders?resourceVersion=0`,
    },
    {
      call: { verb: "get", name: "orders", options: { resourceVersion: "" } },
      line: `GET ${collection}/orders`,
    },
    {
      call: { verb: "get", name: "orders", subresource: "scale" },
      line: `GET ${collection}/orders/scale`,
    },
    { call: { verb: "list" }, line: `GET ${collection}` },
    { reference: everywhere, call: { verb: "list" }, line: "GET /apis/example.com/v1/databases" },
    {
      reference: { ...databases, namespace: "" },
      call: { verb: "list" },
      line: "GET /apis/example.com/v1/databases",
    },
    {
      call: {
        verb: "list",
        options: {
          labelSelector: "tier=db,env in (a, b)",
          fieldSelector: "metadata.name!=x",
          limit: 500,
          continue: "a/b+c==",
          resourceVersion: "7",
          resourceVersionMatch: "Exact",
          timeoutSeconds: 10,
        },
      },
      line: `GET ${collection}?labelSelector=tier%3Ddb%2Cenv%20in%20(a%2C%20b)&fieldSelector=metadata.name!%3Dx&limit=500&continue=a%2Fb%2Bc%3D%3D&resourceVersion=7&resourceVersionMatch=Exact&timeoutSeconds=10`,
    },
    { call: { verb: "list", options: { limit: 0, continue: "" } }, line: `GET ${collection}` },
    {
      reference: everywhere,
      call: {
        verb: "watch",
        options: {
          resourceVersion: "7",
          allowWatchBookmarks: true,
          sendInitialEvents: true,
          resourceVersionMatch: "NotOlderThan",
          timeoutSeconds: 300,
        },
      },
      line: "GET /apis/example.com/v1/databases?watch=true&resourceVersion=7&resourceVersionMatch=NotOlderThan&timeoutSeconds=300&allowWatchBookmarks=true&sendInitialEvents=true",
    },
    {
      call: { verb: "create", body: object },
      line: `POST ${collection}`,
      type: "application/json",
      body: object,
    },
    {
      call: {
        verb: "create",
        body: object,
        options: { dryRun: ["All"], fieldManager: "me", fieldValidation: "Strict" },
      },
      line: `POST ${collection}?dryRun=All&fieldManager=me&fieldValidation=Strict`,
      type: "application/json",
      body: object,
    },
    {
      call: { verb: "create", name: "orders", subresource: "token", body: {} },
      line: `POST ${collection}/orders/token`,
      type: "application/json",
      body: {},
    },
    {
      call: { verb: "update", name: "orders", subresource: "status", body: object },
      line: `PUT ${collection}/orders/status`,
      type: "application/json",
      body: object,
    },
    ...(
      [
        { type: "json", contentType: "application/json-patch+json" },
        { type: "merge", contentType: "application/merge-patch+json" },
        { type: "strategic", contentType: "application/strategic-merge-patch+json" },
      ] as const
    ).map(({ type, contentType }) => ({
      call: { verb: "patch", name: "orders", patch: { type, body: { a: 1 } } } as const,
      line: `PATCH ${collection}/orders`,
      type: contentType,
      body: { a: 1 },
    })),
    {
      call: {
        verb: "patch",
        name: "orders",
        patch: { type: "apply", body: object, subresource: "status" },
        options: { fieldManager: "me", force: true },
      },
      line: `PATCH ${collection}/orders/status?fieldManager=me&force=true`,
      type: "application/apply-patch+yaml",
      body: object,
    },
    { call: { verb: "delete", name: "orders" }, line: `DELETE ${collection}/orders` },
    {
      call: {
        verb: "delete",
        name: "orders",
        options: {
          gracePeriodSeconds: 0,
          propagationPolicy: "Foreground",
          preconditions: { uid: "1" },
          dryRun: ["All"],
        },
      },
      line: `DELETE ${collection}/orders`,
      type: "application/json",
      body: {
        apiVersion: "v1",
        kind: "DeleteOptions",
        gracePeriodSeconds: 0,
        propagationPolicy: "Foreground",
        preconditions: { uid: "1" },
        dryRun: ["All"],
      },
    },
    {
      call: { verb: "deleteCollection", options: { labelSelector: "a", gracePeriodSeconds: 1 } },
      line: `DELETE ${collection}?labelSelector=a`,
      type: "application/json",
      body: { apiVersion: "v1", kind: "DeleteOptions", gracePeriodSeconds: 1 },
    },
    { reference: nodes, call: { verb: "get", name: "n1" }, line: "GET /api/v1/nodes/n1" },
    { reference: nodes, call: { verb: "deleteCollection" }, line: "DELETE /api/v1/nodes" },
    {
      reference: { ...nodes, group: "rbac.authorization.k8s.io", resource: "clusterroles" },
      call: { verb: "get", name: "system:node-Ä b" },
      line: "GET /apis/rbac.authorization.k8s.io/v1/clusterroles/system:node-%C3%84%20b",
    },
  ])("$line", ({ call, reference, line, type, body }) => {
    expect(sent({ call, ...(reference && { reference }) })).toEqual({ line, type, body });
  });

  it.each<{ name: string; message: string }>([
    { name: "", message: "a name is required" },
    { name: ".", message: 'name "." is not allowed' },
    { name: "..", message: 'name ".." is not allowed' },
    { name: "a/b", message: 'it contains "/"' },
    { name: "/", message: 'it contains "/"' },
    { name: "a%2fb", message: 'it contains "%"' },
    { name: "\ud800", message: "not well-formed Unicode" },
  ])("refuses the name '$name' for every verb", ({ name, message }) => {
    const calls: ResourceCall[] = [
      { verb: "get", name },
      { verb: "delete", name },
      { verb: "update", name, body: {} },
      { verb: "patch", name, patch: { type: "merge", body: {} } },
      { verb: "create", name, subresource: "token", body: {} },
    ];
    for (const call of calls) {
      for (const reference of [databases, nodes]) {
        expect(() => resourceRequest({ reference, call })).toThrow(InvalidRequestError);
        expect(() => resourceRequest({ reference, call })).toThrow(message);
      }
    }
  });

  it("refuses names that callers without types leave out", () => {
    for (const verb of ["get", "delete", "update", "patch"]) {
      const patch = { type: "merge", body: {} };
      const call = { verb, name: undefined, patch } as unknown as ResourceCall;
      expect(() => resourceRequest({ reference: databases, call })).toThrow("a name is required");
    }
  });

  it.each(["..", "a/b", "%"])("refuses '%s' wherever it may stand in a path", (value) => {
    const call: ResourceCall = { verb: "get", name: "a" };
    for (const reference of [
      { ...databases, namespace: value },
      { ...databases, resource: value },
      { ...databases, version: value },
      { ...databases, group: value },
    ]) {
      expect(() => resourceRequest({ reference, call })).toThrow(InvalidRequestError);
    }
    const withSubresource: ResourceCall = { verb: "get", name: "a", subresource: value };
    expect(() => resourceRequest({ reference: databases, call: withSubresource })).toThrow(
      InvalidRequestError,
    );
  });

  it.each<ResourceCall>([
    { verb: "get", name: "a" },
    { verb: "create", body: {} },
    { verb: "update", name: "a", body: {} },
    { verb: "patch", name: "a", patch: { type: "merge", body: {} } },
    { verb: "delete", name: "a" },
    { verb: "deleteCollection" },
  ])("refuses $verb across all namespaces", (call) => {
    for (const reference of [everywhere, { ...databases, namespace: "" }]) {
      expect(() => resourceRequest({ reference, call })).toThrow(
        "a namespace is required: across all namespaces, databases can only be listed and watched",
      );
    }
  });

  it("refuses an apply without a field manager", () => {
    const call: ResourceCall = { verb: "patch", name: "a", patch: { type: "apply", body: {} } };
    expect(() => resourceRequest({ reference: databases, call })).toThrow("fieldManager");
  });

  it.each(["Merge", "toString"])("refuses the patch type '%s'", (type) => {
    const patch = { type, body: {} } as unknown as { type: "merge"; body: unknown };
    const call: ResourceCall = { verb: "patch", name: "a", patch };
    expect(() => resourceRequest({ reference: databases, call })).toThrow(
      "use one of json, merge, strategic, apply",
    );
  });

  it("refuses a subresource without a name", () => {
    const call: ResourceCall = { verb: "create", subresource: "token", body: {} };
    expect(() => resourceRequest({ reference: databases, call })).toThrow(
      'subresource "token" needs the name of an object',
    );
  });
});
