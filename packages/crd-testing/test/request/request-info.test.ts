import { describe, expect, it } from "vitest";
import { requestInfoOf } from "../../src/apiserver/request/request-info.js";

const none = { namespace: "", name: "", subresource: "" };

describe("requestInfoOf", () => {
  it.each([
    ["GET", "/api/v1/namespaces", { verb: "list", group: "", resource: "namespaces", ...none }],
    [
      "GET",
      "/api/v1/namespaces/x",
      { verb: "get", resource: "namespaces", namespace: "x", name: "x" },
    ],
    [
      "PUT",
      "/api/v1/namespaces/x/finalize",
      {
        verb: "update",
        resource: "namespaces",
        namespace: "x",
        name: "x",
        subresource: "finalize",
      },
    ],
    [
      "GET",
      "/api/v1/namespaces/x/pods",
      { verb: "list", resource: "pods", namespace: "x", name: "" },
    ],
    ["DELETE", "/api/v1/namespaces/x/pods", { verb: "deletecollection", resource: "pods" }],
    ["DELETE", "/api/v1/namespaces/x/pods/", { verb: "deletecollection", resource: "pods" }],
    [
      "PATCH",
      "/apis/a.b/v1/namespaces/x/ds/y/status",
      {
        verb: "patch",
        group: "a.b",
        version: "v1",
        resource: "ds",
        namespace: "x",
        name: "y",
        subresource: "status",
      },
    ],
    ["GET", "/apis/a.b/v1/ds?watch=true", { verb: "watch", resource: "ds", ...none }],
    ["GET", "/apis/a.b/v1/ds?watch=0", { verb: "list" }],
    [
      "GET",
      "/apis/a.b/v1/watch/namespaces/x/ds/y",
      { verb: "watch", resource: "ds", namespace: "x", name: "y" },
    ],
    ["GET", "/apis/a.b/v1/ds?fieldSelector=metadata.name%3Dy", { verb: "list", name: "y" }],
    ["GET", "/apis/a.b/v1/ds?fieldSelector=metadata.name%3Da%2Fb", { verb: "list", name: "" }],
    ["HEAD", "/apis/a.b/v1/ds/y", { verb: "get" }],
    ["OPTIONS", "/apis/a.b/v1/ds/y", { verb: "" }],
    ["GET", "/api/v1/namespaces/x/pods/a%20b", { name: "a b" }],
  ])("%s %s", (method, path, expected) => {
    expect(requestInfoOf({ method, path })).toMatchObject({ isResourceRequest: true, ...expected });
  });

  it.each([
    "/",
    "/api",
    "/api/v1",
    "/apis",
    "/apis/a.b",
    "/apis/a.b/v1",
    "/apis/a.b/v1/",
    "/readyz",
    "/openapi/v3/apis/a.b/v1/ds",
  ])("%s is no resource", (path) => {
    expect(requestInfoOf({ method: "GET", path })).toMatchObject({
      isResourceRequest: false,
      verb: "get",
      path,
    });
  });
});
