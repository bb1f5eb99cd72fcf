import { expect, it } from "vitest";
import {
  type CustomResourceDefinition,
  migrateStoredVersions,
  StorageVersionChangedError,
} from "../../src/apiextensions/v1.js";
import { ApiError, bodyOf, RestClient, type TransportRequest } from "../../src/rest/index.js";
import { definition, name } from "./definition-server.js";

/** A definition that stores in a version, and has stored in others. */
function storing(version: string): CustomResourceDefinition {
  const { spec, ...rest } = definition();
  const versions = spec.versions.map((each) => ({ ...each, storage: each.name === version }));
  return { ...rest, spec: { ...spec, versions }, status: { storedVersions: ["v1", version] } };
}

function status(code: number, reason: string): object {
  return { kind: "Status", apiVersion: "v1", code, reason, message: reason };
}

/** Objects orders and invoices; answers by method and path, in order, the last one again and again. */
function serverOf(answers: Readonly<Record<string, readonly object[]>>) {
  const log: string[] = [];
  const asked = new Map<string, number>();
  const transport = {
    async send({ method, path, body }: TransportRequest) {
      const [place = ""] = path.split("?");
      const key = `${method} ${place.slice(place.lastIndexOf("/") + 1)}`;
      log.push(body === undefined ? key : `${key} ${Buffer.from(body).toString()}`);
      const count = asked.get(key) ?? 0;
      asked.set(key, count + 1);
      const answer = answers[key]?.slice(0, count + 1).at(-1) ?? status(404, "NotFound");
      const code = "code" in answer ? Number(answer.code) : 200;
      const headers = { "content-type": "application/json" };
      return { status: code, headers, body: bodyOf(JSON.stringify(answer)) };
    },
  };
  return { log, client: RestClient.forConfig({ host: "https://test", transport }) };
}

const object = (each: string) => ({
  apiVersion: "example.com/v1beta1",
  kind: "Database",
  metadata: { name: each, namespace: "default", uid: each, resourceVersion: "7" },
});
const objects = {
  "GET databases": [{ metadata: {}, items: [object("orders"), object("invoices")] }],
  "PATCH orders": [object("orders")],
  "PATCH invoices": [object("invoices")],
};

it("patches each object in the state that it had, and takes the other versions out", async () => {
  const pruned = { ...storing("v1beta1"), status: { storedVersions: ["v1beta1"] } };
  const { log, client } = serverOf({
    ...objects,
    [`GET ${name}`]: [storing("v1beta1")],
    "PUT status": [pruned],
  });
  expect(await migrateStoredVersions({ client, name })).toEqual(pruned);
  expect(log.slice(0, 5)).toEqual([
    `GET ${name}`,
    "GET databases",
    'PATCH orders {"metadata":{"uid":"orders","resourceVersion":"7"}}',
    'PATCH invoices {"metadata":{"uid":"invoices","resourceVersion":"7"}}',
    `GET ${name}`,
  ]);
  expect(log.slice(5).join()).toMatch(/^PUT status .*"storedVersions":\["v1beta1"\]/);
});

it("needs nothing of objects that others have written or deleted meanwhile", async () => {
  const { client } = serverOf({
    ...objects,
    [`GET ${name}`]: [storing("v1beta1")],
    "PATCH orders": [status(409, "Conflict")],
    "PATCH invoices": [status(404, "NotFound")],
    "PUT status": [storing("v1beta1")],
  });
  await migrateStoredVersions({ client, name });
});

it("names the object that does not fit its schema any more, and leaves the versions", async () => {
  const { log, client } = serverOf({
    ...objects,
    [`GET ${name}`]: [storing("v1beta1")],
    "PATCH orders": [status(422, "Invalid")],
  });
  const error = await migrateStoredVersions({ client, name }).catch((each: unknown) => each);
  expect(error).toBeInstanceOf(ApiError);
  expect(String(error)).toMatch(/Invalid: the object does not fit the schema of today/);
  expect(log.join()).not.toContain("PUT");
});

it("leaves the versions when another one has become the storage version meanwhile", async () => {
  const { log, client } = serverOf({
    ...objects,
    [`GET ${name}`]: [storing("v1beta1"), storing("v1alpha1")],
  });
  const migration = migrateStoredVersions({ client, name });
  await expect(migration).rejects.toBeInstanceOf(StorageVersionChangedError);
  expect(log.join()).not.toContain("PUT");
});
