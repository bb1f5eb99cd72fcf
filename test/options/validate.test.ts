import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generators/diagnostics/index.js";
import {
  checkGroup,
  checkKind,
  checkPlural,
  checkVersion,
} from "../../generators/options/validate.js";

const shown = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ code, hint }) => [code, hint]);

describe("group", () => {
  test.each([
    "example.com",
    "a.b",
    "my-team.example.co.uk",
    "1.example.com",
    "xn--bcher-kva.example",
  ])("%s", (group) => expect(checkGroup(group)).toEqual([]));

  test.each([
    ["", undefined],
    ["Example.com", "did you mean 'example.com'?"],
    ["example_x.com", "did you mean 'example-x.com'?"],
    ["-a.b", "did you mean 'a.b'?"],
    ["a..b", "did you mean 'a.b'?"],
    ["example.com.", "did you mean 'example.com'?"],
    ["https://example.com/x", "did you mean 'example.com'?"],
    ["example", "did you mean 'example.example.com'?"],
    ["example.com/v1beta1", "did you mean --group example.com --api-version v1beta1?"],
    [`${"a".repeat(64)}.com`, undefined],
    [`${"a.".repeat(130)}com`, undefined],
  ])("%s is refused", (group, hint) =>
    expect(shown(checkGroup(group))).toEqual([["project/invalid-group", hint]]),
  );

  test.each(["k8s.io", "apps.k8s.io", "x.kubernetes.io"])("%s warns", (group) =>
    expect(shown(checkGroup(group))).toEqual([["project/protected-group", undefined]]),
  );

  test("mysk8s.io is nobody's but its owner's", () => expect(checkGroup("mysk8s.io")).toEqual([]));
});

describe("version", () => {
  test.each(["v1", "v12", "v1alpha1", "v2beta13"])("%s", (version) =>
    expect(checkVersion(version)).toEqual([]),
  );

  test.each([
    ["1", "did you mean 'v1'?"],
    ["V1", "did you mean 'v1'?"],
    ["v1.2", "did you mean 'v1'?"],
    ["", undefined],
    ["v1_alpha1", "did you mean 'v1alpha1'?"],
    ["../v1", undefined],
  ])("%s is refused", (version, hint) =>
    expect(shown(checkVersion(version))).toEqual([["project/invalid-version", hint]]),
  );

  test.each([
    ["v0", undefined],
    ["v1beta", "did you mean 'v1beta1'?"],
    ["v1-alpha1", "did you mean 'v1alpha1'?"],
    ["v1alpha0", "did you mean 'v1alpha1'?"],
    ["stable", undefined],
  ])("%s warns", (version, hint) =>
    expect(shown(checkVersion(version))).toEqual([["project/unusual-version", hint]]),
  );
});

describe("kind", () => {
  test.each(["Database", "DB", "A", "HTTPRoute", "K8sThing", "Node", "Event"])("%s", (kind) =>
    expect(checkKind(kind)).toEqual([]),
  );

  test.each([
    ["database", "did you mean 'Database'?"],
    ["my_database", "did you mean 'MyDatabase'?"],
    ["my database", "did you mean 'MyDatabase'?"],
    ["Datenbank-Ä", "did you mean 'Datenbank'?"],
    ["", undefined],
    ["1Db", undefined],
    ["status", undefined],
    ["A".repeat(64), undefined],
  ])("%s is refused", (kind, hint) =>
    expect(shown(checkKind(kind))).toEqual([["project/invalid-kind", hint]]),
  );

  test.each(["ObjectMeta", "Condition", "Quantity", "Promise", "Record", "DatabaseList", "List"])(
    "%s is reserved",
    (kind) => expect(shown(checkKind(kind))).toEqual([["project/reserved-kind", undefined]]),
  );
});

describe("plural", () => {
  test.each(["databases", "dbs", "my-dbs", "a1"])("%s", (plural) =>
    expect(checkPlural(plural)).toEqual([]),
  );

  test.each([
    ["Databases", "did you mean 'databases'?"],
    ["my_dbs", "did you mean 'mydbs'?"],
    ["dbs-", "did you mean 'dbs'?"],
    ["1dbs", undefined],
    ["", undefined],
    ["a".repeat(64), undefined],
  ])("%s is refused", (plural, hint) =>
    expect(shown(checkPlural(plural))).toEqual([["project/invalid-plural", hint]]),
  );
});
