import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { compile, structuralOf } from "crd-runtime/schema";
import { type Check, type FieldError, formatFieldError } from "crd-runtime/validation";
import { afterAll, describe, expect, it } from "vitest";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { type Tree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const folder = mkdtempSync(join(tmpdir(), "validations-server-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rules that tags and the schema of a CustomResourceDefinition both have. */
const project: Tree = new Map([
  [
    "src/apis/example.com/v1/doc.ts",
    "// +k8s:validation-gen=TypesWithField=spec\n// +groupName=example.com\nexport {};\n",
  ],
  [
    "src/apis/example.com/v1/types.ts",
    `import type { int32 } from "crd-runtime";

export interface Queue {
  spec: QueueSpec;
}

export interface QueueSpec {
  engine: "postgres" | "mysql";
  // +k8s:minimum=1
  // +k8s:maximum=3
  size?: int32;
  // +k8s:minLength=2
  // +k8s:maxLength=3
  owner?: string;
  // +k8s:listType=set
  // +k8s:minItems=1
  // +k8s:maxItems=3
  zones?: string[];
  // +k8s:listType=map
  // +k8s:listMapKey=name
  users?: User[];
  // +k8s:maxProperties=2
  labels?: Record<string, string>;
}

export interface User {
  name: string;
  // +k8s:maximum=3
  weight?: int32;
  role?: "reader" | "writer";
}
`,
  ],
]);

const schema: JSONSchemaProps = {
  type: "object",
  required: ["spec"],
  properties: {
    spec: {
      type: "object",
      required: ["engine"],
      properties: {
        engine: { type: "string", enum: ["mysql", "postgres"] },
        size: { type: "integer", minimum: 1, maximum: 3 },
        owner: { type: "string", minLength: 2, maxLength: 3 },
        zones: {
          type: "array",
          minItems: 1,
          maxItems: 3,
          items: { type: "string" },
          "x-kubernetes-list-type": "set",
        },
        users: {
          type: "array",
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["name"],
          items: {
            type: "object",
            required: ["name"],
            properties: {
              name: { type: "string" },
              weight: { type: "integer", maximum: 3 },
              role: { type: "string", enum: ["reader", "writer"] },
            },
          },
        },
        labels: { type: "object", maxProperties: 2, additionalProperties: { type: "string" } },
      },
    },
  },
};

async function load(): Promise<(input: Input) => FieldError[]> {
  const { files } = await runProject({ project, generator: "validation-gen" });
  writeTree({ folder, tree: new Map([...project, ...files]) });
  const file = join(folder, "src/apis/example.com/v1/zz_generated.validations.ts");
  const module: Record<string, unknown> = await import(/* @vite-ignore */ file);
  const check = module["validate_Queue"];
  if (!isCheck(check)) throw new Error("there is no function");
  return (input) => check(input as never);
}

function isCheck(value: unknown): value is Check<never> {
  return typeof value === "function";
}

interface Input {
  readonly object: unknown;
  readonly oldObject?: unknown;
}

const generated = await load();
const compiled = compile(structuralOf(schema));

/** Where, and what kind of error: a schema calls invalid what is too short or too few. */
function placesOf(errors: readonly FieldError[]): readonly string[] {
  return errors
    .map(({ field, type }) => `${field} ${type.replace(/Too(?:Short|Few)$/, "Invalid")}`)
    .sort();
}

const random = mulberry32(1);

function pick<T>(...values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined && values.length === 0) throw new Error("nothing to pick");
  return value as T;
}

/** No item is there more than twice: of a third one the schema says nothing, validation-gen does. */
function list<T>(make: () => T, keyOf: (item: T) => string): readonly T[] {
  const items = Array.from({ length: pick(0, 1, 2, 4) }, make);
  return items.filter((item, index) => {
    const before = items.slice(0, index).filter((other) => keyOf(other) === keyOf(item));
    return before.length < 2;
  });
}

/** Members that are undefined are absent. */
function randomQueue(): unknown {
  const user = () => ({
    name: pick("a", "b", "c", "d"),
    weight: pick(undefined, 2, 5, 6),
    role: pick(undefined, "reader", "boss"),
  });
  const spec = {
    engine: pick(undefined, "mysql", "postgres", "oracle", "other"),
    size: pick(undefined, 0, 1, 3, 4, 5),
    owner: pick(undefined, "a", "b", "ab", "abcd", "efgh"),
    zones: pick(
      undefined,
      list(() => pick("a", "b", "c", "d"), String),
    ),
    users: pick(
      undefined,
      list(user, ({ name }) => name),
    ),
    labels: pick(undefined, { a: "1" }, { a: "1", b: "2", c: "3" }, { a: "1", b: "2", d: "3" }),
  };
  return JSON.parse(JSON.stringify(pick({ spec }, { spec }, { spec }, {})));
}

describe("a generated function and the schema of a CustomResourceDefinition", () => {
  it("find the same in new objects", () => {
    let found = 0;
    for (let round = 0; round < 1000; round++) {
      const object = randomQueue();
      const errors = placesOf(generated({ object }));
      expect(errors, JSON.stringify(object)).toEqual(placesOf(compiled.validate({ object })));
      found += errors.length;
    }
    expect(found).toBeGreaterThan(1000);
  });

  it("find the same in changed objects", () => {
    // What was missing or there twice before, a schema reports again beside any change; validation-gen lets it pass.
    const isRatcheted = (place: string): boolean => !/(?:Duplicate|Required)$/.test(place);
    let found = 0;
    for (let round = 0; round < 1000; round++) {
      const [object, oldObject] = [randomQueue(), randomQueue()];
      const errors = placesOf(generated({ object, oldObject }));
      const wanted = placesOf(compiled.validate({ object, oldObject }));
      const where = JSON.stringify({ object, oldObject });
      expect(errors.filter(isRatcheted), where).toEqual(wanted.filter(isRatcheted));
      found += errors.length;
    }
    expect(found).toBeGreaterThan(1000);
  });

  it("say the same of what is missing, not supported, too many or there twice", () => {
    const spec = { engine: "oracle", zones: ["a", "b", "a", "c"], users: [{}] };
    const object = { spec };
    const wanted = [
      'spec.engine: Unsupported value: "oracle": supported values: "mysql", "postgres"',
      "spec.users[0].name: Required value",
      'spec.zones[2]: Duplicate value: "a"',
      "spec.zones: Too many: 4: must have at most 3 items",
    ].sort();
    expect(generated({ object }).map(formatFieldError).sort()).toEqual(wanted);
    expect(compiled.validate({ object }).map(formatFieldError).sort()).toEqual(wanted);
  });
});
