import { expect, test } from "vitest";
import { typeNames, type Unnamed } from "../../generators/import-gen/names.js";
import {
  commonEnding,
  joined,
  pascal,
  singular,
  spelled,
} from "../../generators/import-gen/words.js";

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

test.each([
  ["clone", "CloneDescription describes which cluster is cloned.", "CloneDescription"],
  ["livenessProbe", "Probe describes a health check.", "Probe"],
  ["limits", "ResourceDescription describes resources.", "ResourceDescription"],
  ["tokenSecretRef", "Secret contains the token.", "TokenSecretRef"],
  ["hook", "Volume is what it is about.", "Hook"],
])("the comment of the member %s, '%s', makes %s", (property, comment, name) => {
  const path = ["Database", "Spec", pascal(property)];
  expect(named([{ paths: [path], comment: "", comments: [comment], known: [] }])).toEqual([name]);
});

test("types that comments call alike at one place have the names of their properties", () => {
  const probe = (property: string): Unnamed => ({
    paths: [["Store", "Spec", "HealthCheck", property]],
    comment: "",
    comments: ["ProbeSpec is a wrapper around Probe."],
    known: [],
  });
  expect(named([probe("ReadinessCheck"), probe("StartupCheck")])).toEqual([
    "ReadinessCheck",
    "StartupCheck",
  ]);
});

test("forms of several types of Kubernetes have the words with which all end", () => {
  const type = (...known: readonly (string | undefined)[]): Unnamed => ({
    ...at("Database.Spec.KeyRef"),
    known,
  });
  expect(named([type("SecretKeySelector", "ConfigMapKeySelector")])).toEqual(["KeySelector"]);
  expect(named([type("SecretKeySelector", undefined)])).toEqual(["KeyRef"]);
  expect(named([type("SecretKeySelector")], ["SecretKeySelector"])).toEqual(["KeyRef"]);
});

test.each([
  ["tls", "TLS defines the certificates.", "TLS"],
  ["httpGet", "HTTPGet specifies a request.", "HTTPGet"],
  ["tls", "The certificates.", "Tls"],
])("%s with the comment '%s' is %s", (property, description, name) => {
  expect(spelled({ property, description })).toBe(name);
});
