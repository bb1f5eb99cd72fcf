import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkedIn, runtime } from "../../scripts/builtin-kinds/checked-in.js";
import { modelOf } from "../../scripts/builtin-kinds/generate.js";
import { builtinGroups, moduleOf } from "../../scripts/builtin-kinds/groups.js";
import { runProject } from "../golden/run.js";

const typesOf = checkedIn();
const folder = "src/apis/example.com/v1";

/** The declared types of a group version, lists included. */
function typesOfGroup(group: (typeof builtinGroups)[number]): readonly string[] {
  const { groups } = modelOf({ group, typesOf });
  return groups.flatMap(({ versions }) =>
    versions.flatMap(({ types }) => types.map(({ name }) => name)),
  );
}

/** A kind with a member of each of the types. */
function project(input: {
  readonly module: string;
  readonly types: readonly string[];
}): ReadonlyMap<string, string> {
  const { module, types } = input;
  const doc = "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n";
  const source = `
import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type * as builtin from "${module}";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Every extends TypeMeta {
  metadata: ObjectMeta;
  spec: EverySpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface EveryList extends TypeMeta {
  metadata: ListMeta;
  items: Every[];
}

export interface EverySpec {
${types.map((type) => `  a${type}?: builtin.${type};`).join("\n")}
}
`;
  return new Map([
    [`${folder}/doc.ts`, doc],
    [`${folder}/types.ts`, source],
  ]);
}

/** What code imports from a module as values. */
function valuesImported(input: {
  readonly content: string;
  readonly module: string;
}): readonly string[] {
  const { content, module } = input;
  const imports = content.matchAll(/^import \{([^}]*)\} from "([^"]*)";/gm);
  const names = [...imports].flatMap(([, list = "", from]) =>
    from === module ? list.split(",").map((name) => name.trim()) : [],
  );
  return names.filter((name) => name !== "" && !name.startsWith("type "));
}

describe.each(builtinGroups.map((group) => [moduleOf(group), group] as const))(
  "%s",
  (module, group) => {
    it("any of its types can be a member: a definition is made, and what generated code imports is there", async () => {
      const exported: object = await import(
        /* @vite-ignore */ join(runtime, "src", group.name, `${group.version}.ts`)
      );
      const files = project({ module, types: typesOfGroup(group) });
      for (const generator of ["deepcopy-gen", "applyconfiguration-gen"] as const) {
        const generated = await runProject({ project: files, generator });
        const [content = ""] = generated.files.values();
        const names = valuesImported({ content, module });
        expect(names).not.toEqual([]);
        expect(names.filter((name) => !(name in exported))).toEqual([]);
      }
      const definition = await runProject({ project: files, generator: "crd-gen" });
      expect(definition.report).not.toContain(" error ");
    });
  },
);
