import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import type { TypesById } from "../lookup.js";
import type { ApiModel, ApiType, ReplacementKind } from "../types.js";
import type { Report } from "./report.js";
import { isTyped } from "./shapes.js";

/** Reports kinds whose place is said to be taken by what this project does not have. */
export function checkReplacements(input: {
  readonly model: ApiModel;
  readonly types: TypesById;
  readonly report: Report;
}): void {
  const { model, types, report } = input;
  const groups = new Set(model.groups.map(({ name }) => name));
  for (const type of types.values()) {
    const tag = type.tags.find(({ name }) => name === "k8s:prerelease-lifecycle-gen:replacement");
    const named = type.lifecycle?.releases?.replacement;
    if (tag === undefined || named === undefined) {
      continue;
    }
    const replacement = written(named);
    const { span } = tag;
    if (!groups.has(named.group)) {
      const hint = nearest({ types, type, replacement });
      report(diagnostic("model/lifecycle-foreign", { replacement }, { span, hint }));
      continue;
    }
    const found = types.get(`${named.group}/${named.version}.${named.kind}`);
    const problem =
      found === type
        ? "it is this kind"
        : found === undefined || !isTyped(types, found)
          ? "there is no such kind"
          : undefined;
    if (problem !== undefined) {
      const hint = found === type ? undefined : nearest({ types, type, replacement });
      const names = { replacement, name: type.name, problem };
      report(diagnostic("model/lifecycle-replacement", names, { span, hint }));
    }
  }
}

function written({ group, version, kind }: ReplacementKind): string {
  return `${group},${version},${kind}`;
}

function nearest(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly replacement: string;
}): string | undefined {
  const { types, type, replacement } = input;
  const candidates = [...types.values()]
    .filter((one) => one !== type && isTyped(types, one))
    .map(({ id }) => id.replace(/\/([^/.]*)\./, ",$1,"));
  return didYouMean({ word: replacement, candidates });
}
