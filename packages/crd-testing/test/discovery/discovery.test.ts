import { describe, expect, it } from "vitest";
import { compareGroups, compareVersions } from "../../src/apiserver/resources/index.js";
import { TestApiServer } from "../customresources/api-server.js";
import { definition } from "../customresources/definitions.js";

const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const aggregated = {
  accept: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
};

describe("order", () => {
  it("has the most wanted version first", () => {
    const versions = [
      "foo10",
      "v1",
      "v12alpha1",
      "v10",
      "foo1",
      "v3beta1",
      "v11beta2",
      "v2",
      "v10beta3",
      "v11alpha2",
    ];
    expect(versions.sort(compareVersions)).toEqual([
      "v10",
      "v2",
      "v1",
      "v11beta2",
      "v10beta3",
      "v3beta1",
      "v12alpha1",
      "v11alpha2",
      "foo1",
      "foo10",
    ]);
  });

  it("has built-in groups first, then those of definitions by name", () => {
    const groups = [
      "b.example.com",
      "coordination.k8s.io",
      "a.example.com",
      "",
      "rbac.authorization.k8s.io",
    ];
    expect(groups.sort(compareGroups)).toEqual([
      "",
      "rbac.authorization.k8s.io",
      "coordination.k8s.io",
      "a.example.com",
      "b.example.com",
    ]);
  });
});

describe("discovery", () => {
  it("follows the definitions, and its tag changes with them", async () => {
    const server = new TestApiServer();
    const call = { method: "GET", path: "/apis", headers: aggregated };
    const before = await server.call(call);
    await server.post(definitions, definition({ plural: "foos", kind: "Foo" }));
    const after = await server.call(call);
    expect(after.headers["etag"]).not.toBe(before.headers["etag"]);
    expect(after.text).toContain('"resource":"foos"');
    const { body } = await server.get("/apis/example.com");
    expect(body).toEqual({
      kind: "APIGroup",
      apiVersion: "v1",
      name: "example.com",
      versions: [{ groupVersion: "example.com/v1", version: "v1" }],
      preferredVersion: { groupVersion: "example.com/v1", version: "v1" },
    });
    await server.delete(`${definitions}/foos.example.com`);
    expect((await server.call(call)).headers["etag"]).toBe(before.headers["etag"]);
  });

  it("names no verbs that write while a definition goes", async () => {
    const server = new TestApiServer();
    await server.post(definitions, definition({ plural: "foos", kind: "Foo" }));
    await server.post("/apis/example.com/v1/namespaces/default/foos", {
      apiVersion: "example.com/v1",
      kind: "Foo",
      metadata: { name: "a", finalizers: ["example.com/x"] },
    });
    await server.delete(`${definitions}/foos.example.com`);
    const { body } = await server.get("/apis/example.com/v1");
    const [foos] = body["resources"] as { verbs: string[] }[];
    expect(foos?.verbs).toEqual(["delete", "deletecollection", "get", "list", "watch"]);
  });

  it("refuses other methods and media types", async () => {
    const server = new TestApiServer();
    for (const path of ["/api", "/api/v1", "/apis/events.k8s.io/v1", "/version"]) {
      expect((await server.post(path, {})).status).toBe(405);
    }
    const path = "/apis";
    expect(
      (await server.call({ method: "GET", path, headers: { accept: "text/html" } })).status,
    ).toBe(406);
  });

  it("answers every method where the real server does", async () => {
    const server = new TestApiServer();
    for (const path of ["/", "/apis", "/apis/events.k8s.io"]) {
      const { text } = await server.get(path);
      expect(await server.post(path, {})).toMatchObject({ status: 200, text });
    }
  });

  it.each([
    ["/api/", 200],
    ["/api//", 200],
    ["/api/v1//", 200],
    ["/apis/", 200],
    ["/apis/events.k8s.io//", 200],
    ["/version/", 200],
    ["//", 404],
    ["///", 404],
    ["/.", 404],
    ["//api", 404],
    ["/apis//", 404],
    ["/api//v1", 404],
    ["//healthz", 404],
    ["/healthz/", 404],
    ["/openapi/v3/", 404],
  ])("answers %s with %i", async (path, status) => {
    expect((await new TestApiServer().get(path)).status).toBe(status);
  });

  it("tells the checks of its health", async () => {
    const server = new TestApiServer();
    expect((await server.get("/readyz?verbose")).text).toBe("[+]ping ok\nreadyz check passed\n");
    expect((await server.get("/readyz/nothing")).status).toBe(404);
  });

  it("tells the version that it follows, and that it is another program", async () => {
    const { body } = await new TestApiServer().get("/version");
    expect(body).toMatchObject({ major: "1", minor: "37", gitVersion: "v1.37.2+embedded" });
  });

  it("lists its paths", async () => {
    const { body } = await new TestApiServer().get("/");
    expect(body["paths"]).toEqual(
      expect.arrayContaining([
        "/api/v1",
        "/apis/rbac.authorization.k8s.io/v1",
        "/openapi/v3",
        "/readyz",
        "/version",
      ]),
    );
  });
});

describe("OpenAPI", () => {
  it("has addresses that change with the documents, and leads on from old ones", async () => {
    const server = new TestApiServer();
    const address = async (): Promise<string> => {
      const { body } = await server.get("/openapi/v3");
      const paths = body["paths"] as Record<string, { serverRelativeURL: string }>;
      return paths["apis/example.com/v1"]?.serverRelativeURL ?? "";
    };
    expect(await address()).toBe("");
    await server.post(definitions, definition({ plural: "foos", kind: "Foo" }));
    const first = await address();
    const { headers } = await server.get(first);
    expect(headers["cache-control"]).toBe("public, immutable");
    await server.patch(`${definitions}/foos.example.com`, {
      spec: { names: { shortNames: ["fo"] } },
    });
    const second = await address();
    expect(second).not.toBe(first);
    const moved = await server.get(first);
    expect([moved.status, moved.headers["location"]]).toEqual([301, second]);
    const cached = await server.call({
      method: "GET",
      path: second,
      headers: { "if-none-match": String((await server.get(second)).headers["etag"]) },
    });
    expect(cached.status).toBe(304);
  });
});
