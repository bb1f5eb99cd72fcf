import { expect, test } from "vitest";
import { typeNames, type Unnamed } from "../../generators/import-gen/names.js";
import { commonEnding, joined, pascal, singular } from "../../generators/import-gen/words.js";

function at(...paths: readonly string[]): Unnamed {
  return { paths: paths.map((path) => path.split(".")), comment: "", comments: [], known: [] };
}

function named(types: readonly Unnamed[], taken: readonly string[] = []): readonly string[] {
  return typeNames({ types, taken: new Set(taken) });
}

test.each([
  {
    types: [at("Database.Spec"), at("Database.Status")],
    names: ["DatabaseSpec", "DatabaseStatus"],
  },
  { types: [at("Database.Spec.Backup")], names: ["Backup"] },
  {
    types: [at("Database.Spec.Auth"), at("Database.Spec.Vault.Auth")],
    names: ["DatabaseAuth", "VaultAuth"],
  },
  { types: [at("Database.Spec.Template.Spec")], names: ["TemplateSpec"] },
  {
    types: [at("Database.Spec.LivenessProbe", "Database.Spec.ReadinessProbe")],
    names: ["Probe"],
  },
  { types: [at("Database.Spec.FromRef", "Database.Spec.ToRef")], names: ["FromRef"] },
  {
    types: [at("Database.Spec.Backup.BackupSchedule"), at("Database.Spec.Copy.BackupSchedule")],
    names: ["BackupSchedule", "CopyBackupSchedule"],
  },
  { types: [at("Database.Spec.Record")], names: ["DatabaseRecord"] },
  { types: [at("Database.Spec.3scale")], names: ["Database3scale"] },
  { types: [at("Database.Spec.A"), at("Database.Spec.a")], names: ["DatabaseA", "DatabaseSpeca"] },
])("$names", ({ types, names }) => {
  expect(named(types)).toEqual(names);
});

test("names that are taken get what they belong to, and the whole way at last", () => {
  expect(named([at("Database.Spec.Database")], ["Database"])).toEqual(["DatabaseSpecDatabase"]);
  expect(named([at("Restore.Spec.RestoreStatus")], ["RestoreStatus"])).toEqual([
    "RestoreSpecRestoreStatus",
  ]);
});

test("names end before they are too long to read", () => {
  const part = "VeryLongNameOfAPropertyNobodyWantsToRead";
  const types = ["A", "B", "C"].map((first) => at(`Kind.Spec.${first}${part}.${part}.Leaf${part}`));
  const names = named(types);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(61);
});

test.each([
  ["RestoreHook defines one or more hooks.", "RestoreHook"],
  ["A ResourceClaim references a claim.", "ResourceClaim"],
  ["EnvVar represents an environment variable.", "EnvVar"],
  ["This is a hook.", "Hook"],
  ["List of hooks.", "Hook"],
  ["The hook to run.", "Hook"],
  ["Required is a word.", "Hook"],
])("the comment '%s' makes %s", (comment, name) => {
  expect(named([{ ...at("Database.Spec.Hook"), comment }])).toEqual([name]);
});

test.each([
  ["Containers", "Container"],
  ["Policies", "Policy"],
  ["Addresses", "Address"],
  ["Databases", "Database"],
  ["Aliases", "Alias"],
  ["Statuses", "Status"],
  ["Status", "Status"],
  ["Analysis", "Analysis"],
  ["IngressClass", "IngressClass"],
  ["Tls", "Tls"],
  ["MatchExpressions", "MatchExpression"],
  ["Data", "Data"],
])("one of %s is %s", (plural, one) => {
  expect(singular(plural)).toBe(one);
});

test.each([
  ["backupSchedule", "BackupSchedule"],
  ["kube-api_server", "KubeApiServer"],
  ["$ref", "Ref"],
  ["-XX", "XX"],
  ["x.y", "XY"],
])("%s is %s in a name", (property, name) => {
  expect(pascal(property)).toBe(name);
});

test("words", () => {
  expect(commonEnding(["LivenessProbe", "HTTPProbe"])).toBe("Probe");
  expect(commonEnding(["Liveness", "Readiness"])).toBe("");
  expect(joined("Backup", "BackupSchedule")).toBe("BackupSchedule");
  expect(joined("DatabaseBackup", "BackupSchedule")).toBe("DatabaseBackupSchedule");
  expect(joined("Database", "Auth")).toBe("DatabaseAuth");
});
