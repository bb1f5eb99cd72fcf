import type { Database } from "./apis/example.com/v1/types.js";
import {
  clusterApplyConfiguration,
  type DatabaseApplyConfiguration,
  databaseApplyConfiguration,
  databaseSpecApplyConfiguration,
  extractDatabase,
  userApplyConfiguration,
} from "./client/applyconfigurations/example.com/v1.js";
import type { ClientsetInterface } from "./client/clientset/clientset.js";

/** What must not compile, and what must. */
export function typeErrors(clientset: ClientsetInterface, database: Database): void {
  const client = clientset.exampleV1();
  const databases = client.databases("default");
  const options = { fieldManager: "me" };
  // Everything is optional, at every depth; an object is one of its own configurations.
  const empty: DatabaseApplyConfiguration = {};
  void databases.apply({ spec: { storage: { volumes: [{}] } }, status: {} }, options);
  void databases.apply(database, options);
  void databases.apply(empty, options);
  // @ts-expect-error: no member of the type
  void databases.apply({ spec: { sise: 3 } }, options);
  // @ts-expect-error: managedFields are the server's
  void databases.apply({ metadata: { managedFields: [] } }, options);
  // @ts-expect-error: somebody must own the fields
  void databases.apply(empty);
  // @ts-expect-error: somebody must own the fields
  void databases.apply(empty, { force: true });
  // @ts-expect-error: Cluster says noStatus
  client.clusters().applyStatus;
  // @ts-expect-error: Report skips apply
  client.reports("default").apply;
  // @ts-expect-error: what is applied is in one namespace
  client.databases().apply;
  // @ts-expect-error: Database is namespaced
  databaseApplyConfiguration("orders");
  // @ts-expect-error: Cluster is not
  clusterApplyConfiguration("main", "default");
  // @ts-expect-error: a number
  databaseSpecApplyConfiguration().withSize("3");
  // @ts-expect-error: items, not a list
  databaseSpecApplyConfiguration().withUsers([{ name: "ada" }]);
  // @ts-expect-error: no member of the type
  databaseSpecApplyConfiguration().withSise(3);
  // @ts-expect-error: a user has no metadata
  userApplyConfiguration().withLabels({});
  // @ts-expect-error: managedFields are the server's
  databaseApplyConfiguration("orders", "default").withManagedFields;
  // @ts-expect-error: a field manager
  extractDatabase(database);
}
