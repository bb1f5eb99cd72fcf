import { describe, expect, it } from "vitest";
import {
  type ApiType,
  allMembers,
  extendsBuiltin,
  indexModel,
  linkModel,
  type ModelIndex,
  resolveAliases,
  taggedInterfaces,
  typeById,
} from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";

function index(types: string): ModelIndex {
  const folder = "src/apis/example.com/v1";
  const { model } = linkModel({
    files: [
      parseFile({ path: `${folder}/doc.ts`, text: "// +groupName=example.com\nexport {};\n" }),
      parseFile({ path: `${folder}/types.ts`, text: types }),
    ],
    config: { apis: "src/apis", client: "src/client" },
    expansions: [],
  });
  return indexModel(model);
}

function type({ types }: ModelIndex, name: string): ApiType {
  return typeById(types, `example.com/v1.${name}`);
}

const inherited = index(`
  import type { ObjectMeta, TypeMeta } from "crd-runtime";
  export interface A { a: string; shared: string }
  export type B = { b: string; shared?: string };
  export type AlsoA = A;
  export interface C extends AlsoA, B { c: string; a: "narrow" }
  export interface D extends C, TypeMeta { metadata: ObjectMeta }
  export type E = D | null;
  export type F = E[];
  export interface Loop extends Loop { l: string }
  export type Round = Round;
`);

describe("allMembers", () => {
  it("puts inherited members first and own ones in the place of those they narrow", () => {
    const members = allMembers(inherited.types, type(inherited, "D"));
    expect(members.map(({ name }) => name)).toEqual(["a", "shared", "b", "c", "metadata"]);
    expect(members[0]?.type).toEqual({ kind: "enum", values: ["narrow"] });
    expect(members[1]?.optional).toBe(true);
  });

  it("reads aliases of objects, and finds none in other types", () => {
    const names = (name: string): readonly string[] =>
      allMembers(inherited.types, type(inherited, name)).map((member) => member.name);
    expect(names("AlsoA")).toEqual(["a", "shared"]);
    expect(names("B")).toEqual(["b", "shared"]);
    expect(names("F")).toEqual([]);
    expect(names("Loop")).toEqual(["l"]);
    expect(names("Round")).toEqual([]);
  });
});

describe("lookups", () => {
  it("follow aliases and ancestors", () => {
    const { types } = inherited;
    const d = type(inherited, "D");
    expect(resolveAliases(types, { kind: "reference", id: "example.com/v1.AlsoA" })).toEqual({
      kind: "reference",
      id: "example.com/v1.A",
    });
    expect(extendsBuiltin(types, { type: d, name: "TypeMeta" })).toBe(true);
    expect(extendsBuiltin(types, { type: type(inherited, "C"), name: "TypeMeta" })).toBe(false);
    expect(inherited.kindOf.get(d.id)?.kind).toBe("D");
    expect(inherited.versionOf.get(d.id)?.version).toBe("v1");
    expect(inherited.versions.map(({ group }) => group.name)).toEqual(["example.com"]);
  });

  it("take an unknown id for a mistake of ours", () => {
    expect(() => typeById(inherited.types, "example.com/v1.Gone")).toThrow("example.com/v1.Gone");
  });
});

describe("taggedInterfaces", () => {
  const shapes = index(`
    export interface Shape { type: string }
    // +k8s:deepcopy-gen:interfaces=Shape,@example/things.Thing
    export interface Circle { name: "same"; type: "circle" }
    // +k8s:deepcopy-gen:interfaces=Shape
    export interface Square { name: "same"; type: "square" }
  `);

  it("finds the member that tells the types apart", () => {
    const found = taggedInterfaces({ types: shapes.types, tagged: [...shapes.types.values()] });
    const short = found.map(({ interface: { module, name }, discriminant, types }) => [
      `${module} ${name}`,
      discriminant,
      types.map((one) => `${one.type.name}=${one.value}`),
    ]);
    expect(short).toEqual([
      ["@example/things Thing", "name", ["Circle=same"]],
      ["src/apis/example.com/v1/types.ts Shape", "type", ["Circle=circle", "Square=square"]],
    ]);
  });
});
