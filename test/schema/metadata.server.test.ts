import type { ObjectMeta } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import {
  coerceMetadata,
  dnsSubdomainErrors,
  type FieldError,
  pathSegmentErrors,
  validateObjectMeta,
  validateObjectMetaUpdate,
} from "crd-runtime/schema";
import { beforeAll, expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { causeTexts, dryRun, install } from "./server.js";

const group = "metadata.schema.example.com";
const definition: CustomResourceDefinition = {
  metadata: { name: `metas.${group}` },
  spec: {
    group,
    scope: "Cluster",
    names: { plural: "metas", kind: "Meta" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: "object", properties: { spec: { type: "object" } } } },
      },
    ],
  },
};

const owner = { apiVersion: "v1", kind: "Pod", name: "a", uid: "b" };

const creates: Readonly<Record<string, Record<string, unknown>>> = {
  "a good name": { name: "a.b-c" },
  "a bad name": { name: "A_b" },
  "a long name": { name: "a".repeat(254) },
  "a name with a dot at the end": { name: "a." },
  "a generated name": { name: "a", generateName: "A-" },
  "a generated name that ends in a dash": { name: "a", generateName: "a-" },
  labels: {
    name: "a",
    labels: {
      "a/b/c": "x",
      "": "y",
      "-a": "z",
      "A.b/c": "",
      ok: "not ok",
      "x.y/z": "a".repeat(64),
    },
  },
  "label keys that are too long": {
    name: "a",
    labels: { ["a".repeat(64)]: "", [`${"a".repeat(254)}/a`]: "" },
  },
  annotations: {
    name: "a",
    annotations: { "A/b": "anything at all", "a b": "", "Example.com/X": "" },
  },
  "annotations that are too large": { name: "a", annotations: { a: "x".repeat(256 * 1024) } },
  finalizers: { name: "a", finalizers: ["a/b/c", "x y", "ok.example.com/a"] },
  "both finalizers": { name: "a", finalizers: ["orphan", "foregroundDeletion"] },
  "owner references": {
    name: "a",
    ownerReferences: [
      owner,
      { ...owner, apiVersion: "", name: "" },
      { ...owner, apiVersion: "a/b/c", kind: "", uid: "" },
      { ...owner, apiVersion: "a/" },
    ],
  },
  "two controllers": {
    name: "a",
    ownerReferences: [
      { ...owner, controller: true },
      { ...owner, name: "c", controller: true },
    ],
  },
  "an event as owner": { name: "a", ownerReferences: [{ ...owner, kind: "Event" }] },
  "unknown members": { name: "a", foo: 1, ownerReferences: [{ ...owner, bar: 1 }] },
  "labels of the wrong type": { name: "a", labels: { a: 1 } },
  "a name of the wrong type": { name: 1 },
  nulls: {
    name: "a",
    labels: null,
    annotations: { a: null },
    finalizers: null,
    deletionGracePeriodSeconds: null,
  },
  "a time that is none": { name: "a", creationTimestamp: "yesterday" },
};

const updates: Readonly<Record<string, Record<string, unknown>>> = {
  nothing: {},
  labels: { labels: { "a b": "c d" }, annotations: { "x y": "" } },
  finalizers: { finalizers: ["x y"] },
  "owner references": { ownerReferences: [{ ...owner, uid: "" }] },
};

describeOnServer("metadata, as the server judges it", (server) => {
  const rest = restClient(server);
  const path = install(rest, definition);
  const type = { apiVersion: `${group}/v1`, kind: "Meta" };
  let stored: { metadata: ObjectMeta };

  beforeAll(async () => {
    const body = { ...type, metadata: { name: "stored", labels: { a: "b" } } };
    stored = (await rest.request({ method: "POST", path, body })) as typeof stored;
  });

  for (const [name, metadata] of Object.entries(creates)) {
    it(`agrees on ${name}`, async () => {
      const object = { ...type, metadata };
      const verdict = await dryRun({ rest, path, object });
      const mine = structuredClone(object);
      const { error } = coerceMetadata({ object: mine, schema: undefined });
      if (error !== undefined) {
        expect(verdict).toHaveProperty("refused");
        return;
      }
      const errors: readonly FieldError[] = validateObjectMeta({
        metadata: mine.metadata,
        scope: "Cluster",
        validateName: dnsSubdomainErrors,
      });
      if ("accepted" in verdict) {
        const {
          creationTimestamp: _,
          generation,
          uid,
          managedFields,
          ...rest
        } = verdict.accepted["metadata"] as ObjectMeta;
        expect(mine.metadata).toEqual(rest);
      }
      expect({ causes: causeTexts(errors) }).toEqual(
        "causes" in verdict ? verdict : { causes: [] },
      );
    });
  }

  for (const [name, change] of Object.entries(updates)) {
    it(`agrees on an update of ${name}`, async () => {
      const metadata = { ...stored.metadata, ...change } as ObjectMeta;
      const verdict = await dryRun({
        rest,
        path: `${path}/stored`,
        object: { ...type, metadata },
        method: "PUT",
      });
      // The server asks three times: for any object as for a new one, for any update, and for this kind.
      const changed = validateObjectMetaUpdate({ metadata, old: stored.metadata });
      const validateName = pathSegmentErrors;
      const errors = causeTexts([
        ...validateObjectMeta({ metadata, scope: "Cluster", validateName }),
        ...changed,
        ...changed,
      ]);
      expect(errors).toEqual("causes" in verdict ? verdict.causes : []);
    });
  }
});
