import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { compileRules, structuralOf, validateRules } from "crd-runtime/schema";
import type { FieldError, ValidationInput } from "crd-runtime/validation";
import { afterAll, expect, it } from "vitest";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { type Tree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const folder = mkdtempSync(join(tmpdir(), "validations-rules-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Tags for which a schema has no words but CEL. */
const project: Tree = new Map([
  [
    "src/apis/example.com/v1/doc.ts",
    "// +k8s:validation-gen=TypesWithSuffix=Spec\n// +groupName=example.com\nexport {};\n",
  ],
  [
    "src/apis/example.com/v1/types.ts",
    `import type { int32 } from "crd-runtime";

export interface QueueSpec {
  // +k8s:immutable
  region?: string;
  // +k8s:modeDiscriminator
  mode?: string;
  // +k8s:ifMode("Replicated")=+k8s:required
  // +k8s:ifMode("Replicated")=+k8s:minimum=2
  // +k8s:ifMode("Sharded")=+k8s:minimum=4
  replicas?: int32;
  // +k8s:listType=map
  // +k8s:listMapKey=name
  // +k8s:item(name: "ann")=+k8s:subfield(weight)=+k8s:maximum=2
  users?: User[];
  // +k8s:eachVal=+k8s:neq="none"
  labels?: Record<string, string>;
  // +k8s:zeroOrOneOfMember
  inline?: string;
  // +k8s:zeroOrOneOfMember
  file?: string;
  // +k8s:dependentRequired("user")
  password?: string;
  user?: string;
}

export interface User {
  name: string;
  weight?: int32;
}
`,
  ],
]);

/** The same as a schema says it, with what of the object the rule looks at. */
const rules = {
  region: { at: "region", rule: "self == oldSelf", sees: ["region"] },
  modes: {
    at: "",
    rule: "has(self.mode) && self.mode == 'Replicated' ? has(self.replicas) && self.replicas >= 2 : has(self.mode) && self.mode == 'Sharded' ? !has(self.replicas) || self.replicas >= 4 : !has(self.replicas)",
    sees: ["mode", "replicas"],
  },
  item: {
    at: "users",
    rule: "self.all(u, u.name != 'ann' || !has(u.weight) || u.weight <= 2)",
    sees: ["users"],
  },
  values: { at: "labels", rule: "self.all(key, self[key] != 'none')", sees: ["labels"] },
  one: { at: "", rule: "!(has(self.inline) && has(self.file))", sees: ["inline", "file"] },
  dependent: { at: "", rule: "!has(self.password) || has(self.user)", sees: ["password", "user"] },
} as const;

type RuleName = keyof typeof rules;

const names = ["region", "modes", "item", "values", "one", "dependent"] as const;

/** Where the generated function reports each of them. */
const fields: readonly (readonly [RegExp, RuleName])[] = [
  [/^region$/, "region"],
  [/^replicas$/, "modes"],
  [/^users\[\d+\]\.weight$/, "item"],
  [/^labels\[/, "values"],
  [/^<nil>$/, "one"],
  [/^user$/, "dependent"],
];

function validations(at: string): Pick<JSONSchemaProps, "x-kubernetes-validations"> {
  const own = names.filter((name) => rules[name].at === at);
  return {
    "x-kubernetes-validations": own.map((name) => ({ rule: rules[name].rule, message: name })),
  };
}

const text = { type: "string", maxLength: 20 };

const schema: JSONSchemaProps = {
  type: "object",
  ...validations(""),
  properties: {
    region: { ...text, ...validations("region") },
    mode: text,
    replicas: { type: "integer" },
    users: {
      type: "array",
      maxItems: 9,
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["name"],
      items: {
        type: "object",
        required: ["name"],
        properties: { name: text, weight: { type: "integer" } },
      },
      ...validations("users"),
    },
    labels: {
      type: "object",
      maxProperties: 9,
      additionalProperties: text,
      ...validations("labels"),
    },
    inline: text,
    file: text,
    password: text,
    user: text,
  },
};

async function load(): Promise<Generated> {
  const { files } = await runProject({ project, generator: "validation-gen" });
  writeTree({ folder, tree: new Map([...project, ...files]) });
  const file = join(folder, "src/apis/example.com/v1/zz_generated.validations.ts");
  const module: Record<string, unknown> = await import(/* @vite-ignore */ file);
  const check = module["validate_QueueSpec"];
  if (typeof check !== "function") throw new Error("there is no function");
  return check as Generated;
}

type Spec = Readonly<Record<string, unknown>>;

interface Input {
  readonly object: Spec;
  readonly oldObject?: Spec;
}

/** The function; it needs no CEL. */
type Generated = (input: ValidationInput<never>) => FieldError[];

const generated = await load();
const compiled = compileRules({ schema: structuralOf(schema), cel: celCompiler(), as: "value" });

function foundBy(errors: readonly FieldError[]): readonly string[] {
  const found = errors.map(
    ({ field }) => fields.find(([pattern]) => pattern.test(field))?.[1] ?? `unknown ${field}`,
  );
  return [...new Set(found)].sort();
}

/** What a schema finds wrong, without what was as wrong before: validation-gen lets that pass. */
function wantedOf(input: Input): readonly string[] {
  const { object, oldObject } = input;
  const { errors } = validateRules({ rules: compiled.rules, ...input, ratcheting: "off" });
  const violated = names.filter((name) => errors.some(({ detail }) => detail === name));
  const seen = (spec: Spec, name: RuleName): string =>
    JSON.stringify(rules[name].sees.map((member) => part({ spec, member, name })));
  return violated
    .filter((name) => oldObject === undefined || seen(object, name) !== seen(oldObject, name))
    .filter((name) => name !== "one" || oldObject === undefined || isNewlySet(input))
    .filter((name) => name !== "dependent" || oldObject === undefined || isNewlyNeeded(input))
    .filter((name) => name !== "values" || oldObject === undefined || hasNewValue(input))
    .sort();
}

/** Of the users the one that the rule is about. */
function part(input: {
  readonly spec: Spec;
  readonly member: string;
  readonly name: RuleName;
}): unknown {
  const { spec, member, name } = input;
  const value = spec[member];
  return name === "item" && Array.isArray(value)
    ? value.find((user: { readonly name: string }) => user.name === "ann")
    : value;
}

function isNewlySet({ object, oldObject = {} }: Input): boolean {
  return oldObject["inline"] === undefined || oldObject["file"] === undefined
    ? object["inline"] !== undefined && object["file"] !== undefined
    : false;
}

function isNewlyNeeded({ oldObject = {} }: Input): boolean {
  return !(oldObject["password"] !== undefined && oldObject["user"] === undefined);
}

function hasNewValue({ object, oldObject = {} }: Input): boolean {
  const before = Object.entries(oldObject["labels"] ?? {}).map(String);
  return Object.entries(object["labels"] ?? {}).some(
    (entry) => entry[1] === "none" && !before.includes(String(entry)),
  );
}

const random = mulberry32(1);

function pick<T>(...values: readonly [T, ...T[]]): T {
  return values[Math.floor(random() * values.length)] ?? values[0];
}

/** A region that is set stays set: of its removal no rule in CEL hears. */
function randomSpec(): Spec {
  const users = [
    ...(random() < 0.7
      ? [{ name: "ann", weight: pick<number | undefined>(undefined, 1, 3, 4) }]
      : []),
    ...(random() < 0.5 ? [{ name: "bob", weight: 9 }] : []),
  ];
  return JSON.parse(
    JSON.stringify({
      region: pick("a", "b"),
      mode: pick<string | undefined>(undefined, "Single", "Replicated", "Sharded"),
      replicas: pick<number | undefined>(undefined, 1, 3, 5),
      users: random() < 0.5 ? users : users.toReversed(),
      labels: pick<Spec | undefined>(
        undefined,
        { a: "none" },
        { b: "x" },
        { a: "none", b: "none" },
      ),
      inline: pick<string | undefined>(undefined, "x"),
      file: pick<string | undefined>(undefined, "x"),
      password: pick<string | undefined>(undefined, "x"),
      user: pick<string | undefined>(undefined, "x"),
    }),
  );
}

it("compiles the rules of the schema", () => {
  expect(compiled.errors).toEqual([]);
});

it("finds in new objects what CEL rules find", () => {
  let found = 0;
  for (let round = 0; round < 1000; round++) {
    const object = randomSpec();
    const errors = foundBy(generated({ object: object as never }));
    expect(errors, JSON.stringify(object)).toEqual(wantedOf({ object }));
    found += errors.length;
  }
  expect(found).toBeGreaterThan(1000);
});

it("finds in changed objects what CEL rules find of what has changed", () => {
  let found = 0;
  for (let round = 0; round < 1000; round++) {
    const [object, oldObject] = [randomSpec(), randomSpec()];
    const errors = foundBy(generated({ object: object as never, oldObject: oldObject as never }));
    const where = JSON.stringify({ object, oldObject });
    expect(errors, where).toEqual(wantedOf({ object, oldObject }));
    found += errors.length;
  }
  expect(found).toBeGreaterThan(1000);
});
