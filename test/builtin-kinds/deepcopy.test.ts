import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkedIn, runtime } from "../../scripts/builtin-kinds/checked-in.js";
import { modelOf } from "../../scripts/builtin-kinds/generate.js";
import { builtinGroups, moduleOf } from "../../scripts/builtin-kinds/groups.js";
import { copyProblems, type DeepCopy } from "../deepcopy-gen/oracle.js";

/** Values for each type: most are small, and pods are in many of them. */
const rounds = 10;

const typesOf = checkedIn();

describe.each(builtinGroups.map((group) => [moduleOf(group), group] as const))("%s", (_, group) => {
  it("copies what its types declare, whatever is done to the original", async () => {
    const model = modelOf({ group, typesOf });
    const module: Record<string, DeepCopy> = await import(
      /* @vite-ignore */ join(runtime, "src", group.name, `${group.version}.ts`)
    );
    const types = model.groups.flatMap(({ versions }) => versions.flatMap((each) => each.types));
    for (const type of types) {
      const deepCopy = module[type.deepCopyName];
      expect(deepCopy, type.id).toBeDefined();
      if (deepCopy === undefined) continue;
      expect(copyProblems({ model, type, deepCopy, rounds })).toEqual([]);
    }
  });
});
