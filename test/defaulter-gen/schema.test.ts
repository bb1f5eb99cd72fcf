import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { applyDefaults, structuralOf } from "crd-runtime/schema";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { RandomValues } from "../deepcopy-gen/random-value.js";
import { type Tree, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const folder = mkdtempSync(join(tmpdir(), "defaults-server-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Defaults that the generated function and the generated schema both have: no functions, no unions, none of types. */
const project: Tree = new Map([
  [
    "src/apis/example.com/v1/doc.ts",
    "// +k8s:deepcopy-gen=package\n// +k8s:defaulter-gen=TypeMeta\n// +groupName=example.com\nexport {};\n",
  ],
  [
    "src/apis/example.com/v1/types.ts",
    `import type { int32, JSON, ObjectMeta, Quantity, TypeMeta } from "crd-runtime";

export const standard = "standard";

// +kubebuilder:object:root=true
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  // +default={}
  spec: QueueSpec;
}

export interface QueueSpec {
  // +default=3
  size: int32;
  // +default=ref(standard)
  className?: string;
  // +kubebuilder:default=10Gi
  storage?: Quantity;
  // +default=["a", "b"]
  hosts?: string[];
  // +default={"x": [1, null]}
  extra?: JSON;
  // +default={"limits": [{}, {"soft": 7}]}
  quota?: Quota;
  quotas?: Quota[][];
  byName?: Record<string, Quota | null>;
  inline?: {
    // +default=true
    on?: boolean;
    quota?: Quota;
  };
  nullable?: Quota | null;
}

export interface Quota {
  // +default="any"
  name?: string;
  limits: Limit[];
}

export interface Limit {
  // +default=10
  soft: int32;
  // +default=20
  hard?: int32;
}
`,
  ],
]);

type SetDefaults = (object: unknown) => void;

/** Without what the API server drops or replaces before it sets defaults: null where it is no value, and absent members. */
function withoutNull(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.filter((one) => one != null).map(withoutNull);
  const entries = Object.entries(value).filter(([, one]) => one != null);
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutNull(one)]));
}

describe("a generated function and the schema that is generated beside it", () => {
  it("fill in the same, the one in the program, the other in the API server", async () => {
    const { model, files, report } = await runProject({ project });
    expect(report).toBe("");
    writeTree({ folder, tree: new Map([...project, ...files]) });
    const module: { readonly setObjectDefaults_Queue: SetDefaults } = await import(
      /* @vite-ignore */ join(folder, "src/apis/example.com/v1/zz_generated.defaults.ts")
    );
    const crd: {
      readonly spec: {
        readonly versions: readonly [{ readonly schema: { openAPIV3Schema: JSONSchemaProps } }];
      };
    } = parse(files.get("config/crd/example.com_queues.yaml") ?? "");
    const schema = structuralOf(crd.spec.versions[0].schema.openAPIV3Schema);
    const values = new RandomValues({ model, random: mulberry32(20261125) });
    const filled = new Set<string>();
    for (let round = 0; round < 200; round++) {
      const value = withoutNull(values.of("example.com/v1.Queue"));
      const [ours, servers] = [structuredClone(value), structuredClone(value)];
      module.setObjectDefaults_Queue(ours);
      applyDefaults({ object: servers, schema });
      expect(ours).toStrictEqual(servers);
      filled.add(JSON.stringify(ours));
    }
    expect(filled.size).toBeGreaterThan(100);
  });
});
