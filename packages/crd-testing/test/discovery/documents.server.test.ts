import { expect, it } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import type { JsonObject } from "../../src/apiserver/object.js";
import { type Answer, TestApiServer } from "../customresources/api-server.js";
import { definition } from "../customresources/definitions.js";
import { RealApiServer } from "../customresources/real-api-server.js";

const aggregated = {
  accept: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json",
};
const group = "discovery.crd-testing.example.com";
const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const widgets = definition({
  group,
  plural: "widgets",
  kind: "Widget",
  shortNames: ["wi"],
  schema: {
    type: "object",
    description: "Widget is a thing.",
    required: ["spec"],
    properties: {
      spec: {
        type: "object",
        properties: {
          color: { type: "string", default: "red", nullable: true },
          port: { "x-kubernetes-int-or-string": true },
          template: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            "x-kubernetes-preserve-unknown-fields": true,
          },
          labels: { type: "object", additionalProperties: { type: "string" } },
          items: {
            type: "array",
            "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["name"],
            items: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
          },
        },
        "x-kubernetes-validations": [{ rule: "self.color != 'blue'" }],
      },
      status: { type: "object", properties: { replicas: { type: "integer" } } },
    },
  },
  version: {
    subresources: {
      status: {},
      scale: { specReplicasPath: ".spec.replicas", statusReplicasPath: ".status.replicas" },
    },
    selectableFields: [{ jsonPath: ".spec.color" }],
  },
  versions: [
    {
      name: "v1beta1",
      served: true,
      storage: false,
      schema: {
        openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
      },
    },
  ],
});

/** Served by the real server only. */
const omitted: ReadonlySet<string> = new Set(["serviceaccounts/token", "token"]);

describeOnServer("documents of both servers", (server) => {
  const real = new RealApiServer(server.kubeconfigPath);
  const ours = new TestApiServer();
  const get = async (
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ readonly actual: Answer; readonly expected: Answer }> => {
    const call = { method: "GET", path, ...(headers === undefined ? {} : { headers }) };
    return { actual: await ours.call(call), expected: await real.call(call) };
  };

  it.each([
    "/api/v1",
    "/apis/apiextensions.k8s.io/v1",
    "/apis/authentication.k8s.io/v1",
    "/apis/coordination.k8s.io/v1",
    "/apis/events.k8s.io/v1",
    "/apis/rbac.authorization.k8s.io/v1",
  ])("tell the same of what both serve: %s", async (path) => {
    const { actual, expected } = await get(path);
    const { resources: mine, ...head } = actual.body;
    const { resources: theirs, ...realHead } = expected.body;
    expect(head).toEqual(realHead);
    const byName = new Map((theirs as JsonObject[]).map((each) => [each["name"], each]));
    for (const resource of mine as JsonObject[]) {
      expect(resource).toEqual(byName.get(resource["name"]));
    }
  });

  it("have groups in the same order", async () => {
    const { actual, expected } = await get("/apis");
    const names = (answer: Answer): readonly unknown[] =>
      (answer.body["groups"] as JsonObject[]).map((each) => each["name"]);
    const served = new Set(names(actual));
    expect(names(actual)).toEqual(names(expected).filter((name) => served.has(name)));
  });

  it.each(["/api", "/apis"])("tell the same of all groups at once: %s", async (path) => {
    const { actual, expected } = await get(path, aggregated);
    expect(actual.headers["content-type"]).toBe(expected.headers["content-type"]);
    const theirs = resourcesOf(expected.body);
    for (const [name, resource] of resourcesOf(actual.body)) {
      expect([name, resource]).toEqual([name, theirs.get(name)]);
    }
    const again = await ours.call({
      method: "GET",
      path,
      headers: { ...aggregated, "if-none-match": String(actual.headers["etag"]) },
    });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it.each([
    "/apis/nobody.example.com",
    "/apis/nobody.example.com/v1",
    "/api/v2",
    "/api/v1/pods",
    "/apis/apiextensions.k8s.io/v1/others",
    "/openapi/v3/apis/nobody.example.com/v1",
    "/readyz",
    "/livez",
    "/healthz",
    "/readyz/ping",
  ])("answer the same for %s", async (path) => {
    const { actual, expected } = await get(path === "/api/v1/pods" ? "/api/v1/nobody" : path);
    expect([actual.status, actual.text]).toEqual([expected.status, expected.text]);
  });

  it("tell the same of a custom resource, in discovery and in OpenAPI", async () => {
    await real.call({ method: "POST", path: definitions, body: widgets });
    await ours.post(definitions, widgets);
    const path = `/apis/${group}`;
    const served = async (): Promise<boolean> => {
      const { body } = await real.call({ method: "GET", path: "/openapi/v3" });
      return Object.hasOwn(body["paths"] as object, `apis/${group}/v1beta1`);
    };
    while (!(await served()));
    for (const each of [path, `${path}/v1`, `${path}/v1beta1`]) {
      const { actual, expected } = await get(each);
      expect([each, actual.body]).toEqual([each, expected.body]);
    }
    for (const version of ["v1", "v1beta1"]) {
      const { actual, expected } = await get(`/openapi/v3/apis/${group}/${version}`);
      const [mine, theirs] = [schemasOf(actual), schemasOf(expected)];
      for (const name of Object.keys(theirs).filter((each) => each.startsWith("com.example"))) {
        expect([name, mine[name]]).toEqual([name, theirs[name]]);
      }
      expect(operationsOf(actual)).toEqual(operationsOf(expected));
    }
    await real.call({ method: "DELETE", path: `${definitions}/widgets.${group}` });
    expect((await ours.delete(`${definitions}/widgets.${group}`)).status).toBe(200);
    expect((await ours.get(path)).text).toBe("404 page not found\n");
  });

  it("have schemas of the same types for the built-in kinds", async () => {
    for (const path of [
      "api/v1",
      "apis/rbac.authorization.k8s.io/v1",
      "apis/apiextensions.k8s.io/v1",
    ]) {
      const { actual, expected } = await get(`/openapi/v3/${path}`);
      const theirs = schemasOf(expected);
      for (const [name, schema] of Object.entries(schemasOf(actual))) {
        if (name.endsWith("List") || theirs[name] === undefined) continue;
        expect([name, shapeOf(schema)]).toEqual([name, shapeOf(theirs[name])]);
      }
    }
  });
});

/** `group/version/resource` to what is told of it. */
function resourcesOf(body: JsonObject): ReadonlyMap<string, unknown> {
  const items = body["items"] as {
    metadata: { name?: string };
    versions: { version: string; resources: JsonObject[] }[];
  }[];
  return new Map(
    items.flatMap(({ metadata, versions }) =>
      versions.flatMap(({ version, resources }) =>
        resources.map((resource) => [
          `${metadata.name ?? ""}/${version}/${String(resource["resource"])}`,
          withoutOmitted(resource),
        ]),
      ),
    ),
  );
}

function withoutOmitted(resource: JsonObject): JsonObject {
  const all = (resource["subresources"] ?? []) as JsonObject[];
  const { subresources: _, ...rest } = resource;
  const subresources = all.filter((each) => !omitted.has(String(each["subresource"])));
  return subresources.length === 0 ? rest : { ...rest, subresources };
}

function schemasOf({ body }: Answer): Readonly<Record<string, JsonObject>> {
  return (body["components"] as { schemas: Record<string, JsonObject> }).schemas;
}

/** What can be done where, and with which parameters. */
function operationsOf({ body }: Answer): unknown {
  return Object.entries(body["paths"] as Record<string, Record<string, JsonObject>>).flatMap(
    ([path, operations]) =>
      Object.entries(operations)
        .filter(([method]) => method !== "parameters")
        .map(([method, operation]) => {
          const parameters = (operation["parameters"] ?? []) as { name: string }[];
          return [
            `${method} ${path}`,
            operation["operationId"],
            operation["x-kubernetes-action"],
            operation["x-kubernetes-group-version-kind"],
            parameters.map(({ name }) => name).filter((name) => !unknownHere.has(name)),
          ];
        }),
  );
}

const unknownHere: ReadonlySet<string> = new Set([
  "ignoreStoreReadErrorWithClusterBreakingPotential",
  "shardInfo",
  "shardSelector",
]);

const texts: ReadonlySet<string> = new Set(["default", "description", "enum"]);

/** Types and how lists and maps merge, without texts. */
function shapeOf(schema: JsonObject | undefined): unknown {
  if (schema === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([name, value]) => {
      if (texts.has(name) || name.startsWith("x-kubernetes-patch")) {
        return [];
      }
      if (name === "properties") {
        const properties = Object.entries(value as Record<string, JsonObject>).filter(
          ([key]) => !unknownHere.has(key),
        );
        return [[name, Object.fromEntries(properties.map(([key, each]) => [key, shapeOf(each)]))]];
      }
      if (name === "items" || name === "additionalProperties") {
        return [[name, shapeOf(value as JsonObject)]];
      }
      if (name === "allOf") return Object.entries((value as JsonObject[])[0] ?? {});
      if (name === "required") return [[name, [...(value as string[])].sort()]];
      return name === "x-kubernetes-group-version-kind" ? [] : [[name, value]];
    }),
  );
}
