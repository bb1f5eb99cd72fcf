import { describe, expect, it } from "vitest";
import { compareVersions, groupGoNameOf, lowerCamel } from "../../generators/model/index.js";
import {
  accessorOf,
  isDnsLabel,
  isDnsSubdomain,
  isIdentifier,
  isKubernetesVersion,
  spellLike,
} from "../../generators/model/names/index.js";

describe("names", () => {
  it.each([
    ["Database", "database"],
    ["HTTPRoute", "httpRoute"],
    ["VPC", "vpc"],
    ["IPAddressPool", "ipAddressPool"],
    ["V2Thing", "v2Thing"],
    ["HTTP2Route", "http2Route"],
    ["UpdateScale", "updateScale"],
    ["X", "x"],
    ["already", "already"],
    ["", ""],
  ])("lower camel case of %s is %s", (name, expected) => {
    expect(lowerCamel(name)).toBe(expected);
  });

  it.each([
    ["example.com", "Example"],
    ["example-group.io", "ExampleGroup"],
    ["", "Core"],
    ["apps", "Apps"],
    ["3scale.net", "3scale"],
  ])("group %s is %s in identifiers", (group, expected) => {
    expect(groupGoNameOf(group)).toBe(expected);
  });

  it.each([
    ["HTTPRoute", "httproutes", "HTTPRoutes"],
    ["Index", "indexes", "Indexes"],
    ["Policy", "policies", "Policies"],
    ["Leaf", "leaves", "Leaves"],
    ["DB", "dbs", "DBs"],
    ["Database", "dbs", undefined],
    ["Vpc", "virtualclouds", undefined],
    ["Person", "people", undefined],
    ["Redis", "redis", "Redis"],
    ["Foo", "foo-bars", undefined],
  ])("%s spelt like %s is %s", (kind, plural, expected) => {
    expect(spellLike({ kind, plural })).toBe(expected);
  });

  it.each([
    ["VPC", "VPCs", "vpcs"],
    ["HTTPRoute", "HTTPRoutes", "httpRoutes"],
    ["MyPerson", "MyPeople", "myPeople"],
    ["Foot", "Feet", "feet"],
    ["Policy", "Policies", "policies"],
  ])("the accessor of %s, plural %s, is %s", (kind, pluralName, expected) => {
    expect(accessorOf({ kind, pluralName })).toBe(expected);
  });

  it("orders versions by Kubernetes' priority", () => {
    const documented = [
      "v10",
      "v2",
      "v1",
      "v11beta2",
      "v10beta3",
      "v3beta1",
      "v12alpha1",
      "v11alpha2",
      "foo1",
      "foo10",
    ];
    expect(documented.toReversed().sort(compareVersions)).toEqual(documented);
    expect([...documented].sort().sort(compareVersions)).toEqual(documented);
  });

  it("tells names apart", () => {
    expect(
      ["v1", "v2beta10", "v0", "v1beta", "1", "v1beta0", "V1"].map(isKubernetesVersion),
    ).toEqual([true, true, false, false, false, false, false]);
    expect(["a", "a-b", "-a", "a-", "A", "a.b", "", "a".repeat(64)].map(isDnsLabel)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(
      ["example.com", "a", "a..b", ".a", "a_b.c", `${"a.".repeat(127)}a`].map(isDnsSubdomain),
    ).toEqual([true, true, false, false, false, false]);
    expect(["a", "Über", "1a", "a-b", "", "$x"].map(isIdentifier)).toEqual([
      true,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
