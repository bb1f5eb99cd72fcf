import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isNotFound, type KubernetesObject } from "crd-runtime";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import type {
  Database,
  DatabaseClass,
} from "../../sample-project/src/apis/example.com/v1/types.js";
import { Clientset } from "../../sample-project/src/client/clientset/clientset.js";
import { databaseCrd } from "../../sample-project/src/database-crd.js";
import { sampleFolder } from "../../scripts/sample/make.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { startProgram } from "../process/program.js";
import { run } from "../process/run.js";
import { build } from "../registry/packages.js";
import { kubeConfigOf } from "../runtime/server.js";

function sample<T>(file: string): T {
  return parse(readFileSync(join(sampleFolder, "config", file), "utf8"));
}

it("writes the CRD in code as the generated one is, but for its descriptions", () => {
  const generated = sample<typeof databaseCrd>("crd/example.com_databases.yaml");
  expect(withoutDescriptions(generated)).toEqual(databaseCrd);
});

describeOnServer("sample-project", (server) => {
  const env = { ...process.env, KUBECONFIG: server.kubeconfigPath };
  const v1 = Clientset.forConfig(kubeConfigOf(server)).exampleV1();
  beforeAll(build);

  const args = (file: string): readonly string[] => ["--import", "tsx", `src/${file}`];
  const runProgram = (file: string) =>
    run({ program: process.execPath, args: args(file), cwd: sampleFolder, env });

  it("says what to run while the CRDs are missing", async () => {
    const { code, stderr } = await runProgram("main.ts");
    expect(code).toBe(1);
    expect(stderr).toContain("npm run install-crds");
  });

  it("creates the CRD from code and waits until it is established", async () => {
    expect(await runProgram("create-crd.ts")).toEqual({
      code: 0,
      stderr: "",
      stdout:
        "databases.example.com: NamesAccepted=True (NoConflicts)\n" +
        "databases.example.com: Established=True (InitialNamesAccepted)\n",
    });
  });

  it("installs the generated CRDs, also over the one from code", async () => {
    for (const [database, databaseClass] of [
      ["configured", "created"],
      ["unchanged", "unchanged"],
    ]) {
      expect(await runProgram("install-crds.ts")).toEqual({
        code: 0,
        stderr: "",
        stdout:
          `databases.example.com is installed (${database})\n` +
          `databaseclasses.example.com is installed (${databaseClass})\n`,
      });
    }
  });

  it("creates, reads, replaces and deletes through the typed client", async () => {
    expect(await runProgram("crud.ts")).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "created invoices, generation 1",
        "a second one is refused: already exists true",
        "changed invoices, generation 2",
        "an update of the old state is refused: conflict true",
        "found invoices, user billing",
        "deleted invoices",
        "",
      ].join("\n"),
    });
  });

  it("lists in one namespace and cluster-wide", async () => {
    const orders = sample<Database>("samples/example.com_v1_database.yaml");
    await v1.databases("default").create(orders);
    const elsewhere = { ...orders, metadata: { name: "users", namespace: "kube-public" } };
    await v1.databases("kube-public").create(elsewhere);
    expect(await runProgram("main.ts")).toEqual({
      code: 0,
      stderr: "",
      stdout: [
        "Databases in namespace default: 1",
        "  default/orders",
        "Databases in all namespaces: 2",
        "  default/orders",
        "  kube-public/users",
        "",
      ].join("\n"),
    });
  });

  it("watches with an informer and reads through the lister", async () => {
    const program = startProgram({
      program: process.execPath,
      args: args("watch.ts"),
      cwd: sampleFolder,
      env,
    });
    onTestFinished(() => program.kill());
    await program.printed("in the namespace default: ");
    const orders = await v1.databases("default").get("orders");
    await v1.databases("default").update({ ...orders, spec: { ...orders.spec, user: "shop" } });
    await program.printed("changed default/orders");
    await v1.databases("default").create({
      metadata: { name: "carts" },
      spec: { user: "carts", passwordSecret: "carts-password" },
    });
    await program.printed("added default/carts");
    await v1.databases("default").delete("orders");
    await program.printed("deleted default/orders");
    expect(await program.interrupt()).toEqual({
      code: 0,
      output: [
        "added default/orders",
        "added kube-public/users",
        "in the namespace default: orders",
        "changed default/orders: user orders -> shop",
        "added default/carts",
        "deleted default/orders",
        "",
      ].join("\n"),
    });
  });

  it("has a cluster-scoped kind with a status of its own", async () => {
    const sampleClass = sample<DatabaseClass>("samples/example.com_v1_databaseclass.yaml");
    const classes = v1.databaseClasses();
    const created = await classes.create(sampleClass);
    expect(created).toMatchObject(sampleClass);
    const status = { observedGeneration: created.metadata.generation ?? 0, databases: 3 };
    const changed = { ...created, spec: { ...created.spec, version: "18" }, status };
    const updated = await classes.updateStatus(changed);
    expect(updated.status).toEqual(status);
    expect(updated.spec.version).toBe("17");
    await classes.delete("standard");
    await expect(classes.get("standard")).rejects.toSatisfy(isNotFound);
  });

  it("is refused where its schema says so", async () => {
    const wrong = sample<Database>("samples/example.com_v1_database.yaml");
    const spec = { ...wrong.spec, encoding: "EBCDIC" as "UTF8" };
    const creating = v1.databases("default").create({ ...wrong, spec });
    await expect(creating).rejects.toThrow(/spec\.encoding: Unsupported value: "EBCDIC"/);
  });
});

/** A schema's own descriptions go; a property that is called so would stay. */
function withoutDescriptions(crd: KubernetesObject): unknown {
  return JSON.parse(JSON.stringify(crd), (key, value: unknown) =>
    key === "description" && typeof value === "string" ? undefined : value,
  );
}
