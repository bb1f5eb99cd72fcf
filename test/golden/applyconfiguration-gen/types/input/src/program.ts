import type { JSON, RestClient } from "crd-runtime";
import type { Database, DatabaseSpec } from "./apis/example.com/v1/types.js";
import {
  clusterApplyConfiguration,
  type DatabaseSpecApplyConfiguration,
  databaseApplyConfiguration,
  databaseSpecApplyConfiguration,
  extractDatabase,
  extractDatabaseFrom,
  healthyApplyConfiguration,
  poolApplyConfiguration,
  readyApplyConfiguration,
  userApplyConfiguration,
} from "./client/applyconfigurations/example.com/v1.js";
import { Clientset } from "./client/clientset/clientset.js";

/** Applies literals, what builders have made, and what is extracted. */
export async function program(input: { readonly rest: RestClient }): Promise<unknown> {
  const client = new Clientset(input.rest).exampleV1();
  const databases = client.databases("default");
  await databases.apply(
    { metadata: { name: "orders" }, spec: { size: 3, users: [{ name: "ada" }] } },
    { fieldManager: "literal" },
  );
  const spec = databaseSpecApplyConfiguration({ users: [{ name: "ada" }] })
    .withSize(3)
    .withUsers({ name: "eve" }, userApplyConfiguration().withName("bob").withRoles("a", "b"))
    .withUsers(userApplyConfiguration({ name: "joe" }))
    .withParameters({ a: "1", b: "2" })
    .withParameters({ b: "3" })
    .withPools({ main: poolApplyConfiguration().withSize(1) })
    .withMode(null)
    .withAction({ type: "Backup", target: "s3" })
    ["withNode-port"](80);
  const built = databaseApplyConfiguration("orders", "default", { metadata: { labels: { a: "1" } } })
    .withLabels({ tier: "db" })
    .withFinalizers("example.com/one")
    .withOwnerReferences({ name: "main", uid: "1" })
    .withSpec(spec);
  await databases.apply(built, { fieldManager: "builder", force: true, dryRun: ["All"] });
  await databases.applyStatus(
    databaseApplyConfiguration("orders", "default").withStatus({ observed: "2026-01-01T00:00:00Z" }),
    { fieldManager: "status", fieldValidation: "Strict" },
  );
  await client
    .clusters()
    .apply(clusterApplyConfiguration("main", { spec: { size: 1 } }), { fieldManager: "cluster" });
  const missing = await databases
    .apply({ spec: { size: 1 } }, { fieldManager: "nameless" })
    .catch((error: unknown) => String(error));
  const extracted = extractDatabase(
    {
      metadata: {
        name: "orders",
        namespace: "default",
        labels: { a: "1", b: "2" },
        managedFields: [
          {
            manager: "me",
            operation: "Apply",
            fieldsV1: {
              "f:metadata": { "f:labels": { "f:a": {} } },
              "f:spec": { "f:size": {}, "f:selector": {}, "f:tree": {} },
            },
          },
        ],
      },
      spec: {
        size: 3,
        engine: "mysql",
        users: [],
        storage: { volumes: [] },
        selector: { matchLabels: { a: "b" } },
        tree: { name: "of another" },
      },
    },
    "me",
  );
  await databases.apply(extracted.withLabels({ c: "3" }), { fieldManager: "me" });
  const ofStatus = extractDatabaseFrom(
    {
      metadata: {
        name: "orders",
        namespace: "default",
        managedFields: [
          {
            manager: "me",
            operation: "Apply",
            subresource: "status",
            fieldsV1: { "f:status": { "f:observed": {} } },
          },
        ],
      },
      spec: { size: 3, engine: "mysql", users: [], storage: { volumes: [] } },
      status: { observed: "2026-01-01T00:00:00Z" },
    },
    "me",
    "status",
  );
  const ready = readyApplyConfiguration({ type: "Ready" })
    .withStatus("True")
    .withCause(userApplyConfiguration().withName("ada"));
  const healthy = healthyApplyConfiguration().withType("Healthy").withStatus("True");
  const wholes = extractedSpec({
    spec: {
      owner: { apiVersion: "v1", kind: "Pod", name: "a", uid: "1" },
      limits: { cpu: "1" },
      window: { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" },
      slot: { number: 1 },
      parameters: { a: "of another" },
      template: { spec: { name: "of another" } },
    },
    owned: {
      "f:owner": {},
      "f:limits": {},
      "f:window": {},
      "f:slot": {},
      "f:parameters": {},
      "f:template": {},
    },
  });
  const backup = extractedSpec({
    spec: { action: { type: "Backup", target: "s3", starter: { name: "of another" } } },
    owned: { "f:action": { "f:type": {}, "f:starter": {} } },
  });
  const restore = extractedSpec({
    spec: {
      action: {
        type: "Restore",
        source: "s3",
        selector: { matchLabels: { a: "b" } },
        approver: { name: "of another" },
      },
    },
    owned: { "f:action": { "f:type": {}, "f:selector": {}, "f:approver": {} } },
  });
  // Without a schema the server knows no owner of the whole: the selector was applied empty.
  const undo = extractedSpec({
    spec: { undo: { type: "Restore", source: "s3", selector: { matchLabels: { a: "b" } } } },
    owned: { "f:undo": { "f:selector": {} } },
  });
  return { missing, extracted, ofStatus, ready, healthy, wholes, backup, restore, undo };
}

/** What is left of a spec of which "me" has applied some. */
function extractedSpec(input: {
  readonly spec: Partial<DatabaseSpec>;
  /** As in fieldsV1. */
  readonly owned: JSON;
}): DatabaseSpecApplyConfiguration | undefined {
  const { spec, owned } = input;
  const database: Database = {
    metadata: {
      name: "orders",
      namespace: "default",
      managedFields: [{ manager: "me", operation: "Apply", fieldsV1: { "f:spec": owned } }],
    },
    spec: { size: 3, engine: "mysql", users: [], storage: { volumes: [] }, ...spec },
  };
  return extractDatabase(database, "me").spec;
}
