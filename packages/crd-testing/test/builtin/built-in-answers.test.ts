import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/apiserver/object.js";
import { TestApiServer } from "../customresources/api-server.js";

const core = "/api/v1/namespaces/default";
const rbac = "/apis/rbac.authorization.k8s.io/v1";
const definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

// Texts and codes are those of kube-apiserver 1.37.2.
describe("objects that are refused", () => {
  it.each<readonly [string, string, JsonObject, string]>([
    [
      "finalizers without a domain",
      `${core}/configmaps`,
      { metadata: { name: "a", finalizers: ["orphan", "x/y", "z"] } },
      'ConfigMap "a" is invalid: metadata.finalizers[2]: Invalid value: "z": name is neither a standard finalizer name nor is it fully qualified',
    ],
    [
      "subjects, with required names last",
      `${rbac}/namespaces/default/rolebindings`,
      { metadata: { name: "a" }, roleRef: { kind: "Other" }, subjects: [{ kind: "Odd" }] },
      'RoleBinding.rbac.authorization.k8s.io "a" is invalid: [roleRef.kind: Unsupported value: "Other": supported values: "Role", "ClusterRole", subjects[0].kind: Unsupported value: "Odd": supported values: "ServiceAccount", "User", "Group", subjects[0].name: Required value, roleRef.name: Required value]',
    ],
    [
      "labels in selectors of roles",
      `${rbac}/clusterroles`,
      {
        metadata: { name: "a" },
        aggregationRule: {
          clusterRoleSelectors: [
            { matchExpressions: [{ key: "a", operator: "In", values: ["-"] }] },
          ],
        },
      },
      'aggregationRule.clusterRoleSelectors[0].matchExpressions[0].values[0]: Invalid value: "-": a valid label must be',
    ],
    [
      "events of the new group, in the name of the old one",
      "/apis/events.k8s.io/v1/namespaces/default/events",
      { metadata: {}, eventTime: "2026-01-01T00:00:00.000000Z" },
      'Event "" is invalid: ',
    ],
    [
      "types that Go has names for",
      `${core}/secrets`,
      { metadata: { name: "a" }, type: 1 },
      'Secret in version "v1" cannot be handled as a Secret: json: cannot unmarshal number into Go struct field Secret.type of type v1.SecretType',
    ],
    [
      "base64 without its padding",
      `${core}/secrets`,
      { metadata: { name: "a" }, data: { k: "dg" } },
      'Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte 0',
    ],
    [
      "unions of the wrong type",
      definitions,
      {
        metadata: { name: "a" },
        spec: { versions: [{ schema: { openAPIV3Schema: { additionalProperties: "x" } } }] },
      },
      "boolean or JSON schema expected",
    ],
    [
      "definitions of nothing",
      definitions,
      { metadata: { name: "x" }, spec: { versions: null } },
      "spec.versions: Invalid value: null: must have exactly one version marked as storage version",
    ],
    [
      "dependencies in schemas, even none",
      definitions,
      {
        metadata: { name: "a" },
        spec: {
          versions: [
            { name: "v1", schema: { openAPIV3Schema: { type: "object", dependencies: {} } } },
          ],
        },
      },
      "Forbidden: dependencies is not supported",
    ],
  ])("%s", async (_, path, body, message) => {
    const answer = await new TestApiServer().post(path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.body["message"]).toContain(message);
  });
});

describe("strategic merge patches of wrong types", () => {
  it.each<readonly [JsonObject, string]>([
    [{ data: "text" }, "cannot restore map from string"],
    [{ data: { a: 1 } }, "cannot convert int64 to string"],
    [{ data: { a: {} } }, "unrecognized type: string"],
    [{ binaryData: { a: 1 } }, "cannot restore slice from int64"],
    [{ binaryData: { a: "!" } }, "error decoding from json: illegal base64 data at input byte 0"],
    [{ immutable: 1 }, "unrecognized type: bool"],
    [{ metadata: "x" }, "cannot restore struct from: string"],
    [{ metadata: { finalizers: {} } }, "cannot restore slice from map"],
    [{ metadata: { generation: 1.5 } }, "cannot convert float64 to int64"],
    [
      { metadata: { creationTimestamp: 5 } },
      "json: cannot unmarshal number into Go value of type string",
    ],
  ])("are refused: %j", async (body, problem) => {
    const server = new TestApiServer();
    await server.post(`${core}/configmaps`, { metadata: { name: "a" } });
    const answer = await server.call({
      method: "PATCH",
      path: `${core}/configmaps/a`,
      body,
      headers: { "content-type": "application/strategic-merge-patch+json" },
    });
    expect(answer.status).toBe(422);
    expect(answer.body["message"]).toMatch(/^ "" is invalid: patch: Invalid value: "map\[/);
    expect(String(answer.body["message"]).endsWith(`: ${problem}`)).toBe(true);
  });
});

describe("objects that are stored", () => {
  it("lose what protobuf does not know, and what is not kept", async () => {
    const server = new TestApiServer();
    const role = { metadata: { name: "a" }, rules: [] };
    expect((await server.post(`${rbac}/clusterroles`, role)).body["rules"]).toBeNull();
    const secret = { metadata: { name: "a" }, data: { k: null, l: [1, null] } };
    const { body } = await server.post(`${core}/secrets`, secret);
    expect(body["data"]).toEqual({ k: "", l: "AQA=" });
    const account = { metadata: { name: "a" }, secrets: [{ name: "x", namespace: "n" }] };
    expect((await server.post(`${core}/serviceaccounts`, account)).body["secrets"]).toEqual([
      { name: "x" },
    ]);
  });

  it("are warned about: key pairs that are none", async () => {
    const server = new TestApiServer();
    const { headers } = await server.post(`${core}/secrets`, {
      metadata: { name: "a" },
      type: "kubernetes.io/tls",
      data: { "tls.crt": "", "tls.key": "" },
    });
    expect(headers["warning"]).toEqual([
      '299 - "tls: failed to find any PEM data in certificate input"',
    ]);
  });

  it("have times whose manager took them away", async () => {
    const server = new TestApiServer();
    const path = `${core}/events`;
    const event = { metadata: { name: "a" }, involvedObject: { namespace: "default" } };
    const fieldsOf = (body: JsonObject): unknown => {
      const { managedFields } = body["metadata"] as { managedFields: { fieldsV1: unknown }[] };
      return managedFields[0]?.fieldsV1;
    };
    const made = await server.post(path, { ...event, lastTimestamp: "2026-01-01T00:00:00Z" });
    expect(fieldsOf(made.body)).toHaveProperty("f:lastTimestamp");
    const changed = await server.put(`${path}/a`, { ...event, message: "m" });
    expect(changed.body["lastTimestamp"]).toBeNull();
    expect(fieldsOf(changed.body)).toHaveProperty("f:lastTimestamp");
    expect(fieldsOf(changed.body)).not.toHaveProperty("f:eventTime");
  });
});
