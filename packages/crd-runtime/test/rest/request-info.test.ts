import { describe, expect, it } from "vitest";
import type { RestRequest } from "../../src/rest/index.js";
import { requestInfoOf } from "../../src/rest/request-info.js";

type Method = RestRequest["method"];

/** `get example.com/v1/databases/scale default/orders`: what is absent is left out. */
function print(request: RestRequest): string {
  const { verb, resource } = requestInfoOf(request);
  if (resource === undefined) return verb;
  const { group, version, name, namespace, subresource } = resource;
  const what = [group, version, resource.resource, subresource].filter(Boolean).join("/");
  const which = [namespace, name].filter((part) => part !== undefined).join("/");
  return [verb, what, which].filter((part) => part !== "").join(" ");
}

describe("requestInfoOf", () => {
  const databases = "/apis/example.com/v1/namespaces/default/databases";

  it.each<[Method, string, string]>([
    ["GET", databases, "list example.com/v1/databases default"],
    ["GET", "/apis/example.com/v1/databases", "list example.com/v1/databases"],
    ["GET", `${databases}/orders`, "get example.com/v1/databases default/orders"],
    ["GET", `${databases}/orders/scale`, "get example.com/v1/databases/scale default/orders"],
    ["POST", databases, "create example.com/v1/databases default"],
    ["PUT", `${databases}/orders/status`, "update example.com/v1/databases/status default/orders"],
    ["PATCH", `${databases}/orders`, "patch example.com/v1/databases default/orders"],
    ["DELETE", `${databases}/orders`, "delete example.com/v1/databases default/orders"],
    ["DELETE", databases, "deletecollection example.com/v1/databases default"],
    ["GET", "/api/v1/namespaces", "list v1/namespaces"],
    ["GET", "/api/v1/namespaces/default", "get v1/namespaces default"],
    ["PUT", "/api/v1/namespaces/default/finalize", "update v1/namespaces/finalize default"],
    ["GET", "/api/v1/namespaces/default/status", "get v1/namespaces/status default"],
    ["GET", "/api/v1/namespaces/default/pods/web/log", "get v1/pods/log default/web"],
    ["GET", "/apis/g/v1/clusterroles/a%3Ab", "get g/v1/clusterroles a:b"],
    ["GET", "/apis/g/v1/things/%zz", "get g/v1/things %zz"],
    ["GET", "/version", "get"],
    ["GET", "/api", "get"],
    ["GET", "/apis/example.com/v1", "get"],
    ["POST", "/", "post"],
  ])("%s %s is %s", (method, path, text) => {
    expect(print({ method, path })).toBe(text);
  });

  it("knows a watch by its query", () => {
    expect(print({ method: "GET", path: databases, query: { watch: true } })).toBe(
      "watch example.com/v1/databases default",
    );
    expect(print({ method: "GET", path: databases, query: { watch: "false" } })).toBe(
      "list example.com/v1/databases default",
    );
  });
});
