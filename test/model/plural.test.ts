import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeGeneratorPluralOf, pluralNameOf, pluralOf } from "../../generators/model/index.js";

const rows = readFileSync(new URL("plurals.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

describe("plural", () => {
  it("has kinds to compare", () => {
    expect(rows.length).toBeGreaterThan(300);
  });

  it("is controller-gen's", () => {
    const ours = rows.map(([kind = ""]) => [kind, pluralOf(kind)]);
    expect(ours).toEqual(rows.map(([kind, plural]) => [kind, plural]));
  });

  it("knows where code-generator differs", () => {
    const ours = rows.map(([kind = ""]) => [kind, codeGeneratorPluralOf(kind)]);
    expect(ours).toEqual(rows.map(([kind, , plural]) => [kind, plural]));
  });

  it("keeps the letters of the kind", () => {
    expect(["HTTPRoute", "MyPerson", "Index", "VPC", "ID", "Leaf"].map(pluralNameOf)).toEqual([
      "HTTPRoutes",
      "MyPeople",
      "Indices",
      "VPCs",
      "IDs",
      "Leaves",
    ]);
  });
});
