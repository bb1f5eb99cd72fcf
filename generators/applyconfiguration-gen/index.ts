import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import {
  acTag,
  hasApplyConfigurations,
  versionApplyConfigurationFile,
} from "../model/client-files.js";
import {
  type ApiVersion,
  indexModel,
  type ModelIndex,
  typeById,
  writtenTag,
} from "../model/index.js";
import { reachedStructs, type Struct } from "./structs.js";
import { structView, versionRuntime } from "./view.js";

const name = "applyconfiguration-gen";

/** Tags of doc.ts that leave a version out. */
const switches: ReadonlySet<string> = new Set([
  "k8s:applyconfiguration-gen",
  "kubebuilder:ac:generate",
]);

/** Apply configurations: one file for each group version, with the types that are reached from what is applied. */
export const applyConfigurationGen: Generator = {
  name,
  description:
    "Apply configurations, which server-side apply sends, of the kinds that carry +genclient or ask with +kubebuilder:ac:generate=true, and of all types in them",
  perClientset: true,
  generate({ model, options, render }) {
    const index = indexModel(model);
    const structs = reachedStructs({ index, client: options.client });
    const files = index.versions.flatMap(({ version }) => {
      const reached = structs.get(version) ?? [];
      if (reached.length === 0) return [];
      const path = versionApplyConfigurationFile({ client: options.client, version });
      const view = {
        runtime: versionRuntime,
        structs: reached.map((struct) => structView({ struct, version })),
      };
      const content = render.module({
        template: `${name}/version.ts`,
        path,
        generator: name,
        view,
      });
      return [{ path, content, owner: "tool" as const }];
    });
    const diagnostics = index.versions.flatMap(({ version }) => [
      ...contradictions({ index, version }),
      ...(structs.get(version) ?? []).flatMap(sharedSetters),
    ]);
    return { files, diagnostics };
  },
};

/** Members whose names differ in the case of their first letter alone. */
function sharedSetters({ title, members }: Struct): readonly Diagnostic[] {
  const setters = new Map<string, string>();
  return members.flatMap(({ name: member, span }) => {
    const setter = `with${member.charAt(0).toUpperCase()}${member.slice(1)}`;
    const other = setters.get(setter);
    setters.set(setter, member);
    if (other === undefined) return [];
    return [diagnostic("generate/shared-setter", { type: title, other, member, setter }, { span })];
  });
}

/** Kinds that ask for apply configurations of a version that has none. */
function contradictions(input: {
  readonly index: ModelIndex;
  readonly version: ApiVersion;
}): readonly Diagnostic[] {
  const { index, version } = input;
  if (hasApplyConfigurations(version)) return [];
  const off = version.tags.find(({ name, value }) => switches.has(name) && value === "false");
  return version.kinds.flatMap(({ type }) => {
    const tag = acTag(typeById(index.types, type).tags);
    if (tag?.value !== "true" || off === undefined) return [];
    const names = { tag: writtenTag(tag), other: writtenTag(off) };
    const hint = `that stands in doc.ts; write '=false' on the other kinds instead`;
    return [diagnostic("tag/conflict", names, { span: tag.span, hint })];
  });
}
