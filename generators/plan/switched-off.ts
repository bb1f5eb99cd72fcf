import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type ApiModel, alternatives, findTag, type Tag, writtenTag } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";

/**
 * Tags that ask for output of generators that crd-project.json leaves out, each the first time that it stands in a version. One
 * of the generators that read a tag is enough.
 */
export function switchedOff(input: {
  readonly model: ApiModel;
  readonly config: Pick<ProjectConfig, "generators" | "schemapatch">;
}): readonly Diagnostic[] {
  const { model, config } = input;
  const versions = model.groups.flatMap((group) => group.versions);
  return versions.flatMap((version) => {
    const tags = [...version.tags, ...version.types.flatMap((type) => type.tags)];
    return switchedOffTags({ tags, config });
  });
}

/** The first of each name among tags that ask for output of a generator that is left out. */
export function switchedOffTags(input: {
  readonly tags: readonly Tag[];
  readonly config: Pick<ProjectConfig, "generators">;
}): readonly Diagnostic[] {
  const { tags, config } = input;
  const first = new Map(
    tags
      .filter((tag) => asksInVain({ tag, config }))
      .map((tag) => [tag.name, tag] as const)
      .reverse(),
  );
  return [...first.values()].map(problem);
}

function asksInVain(input: {
  readonly tag: Tag;
  readonly config: Pick<ProjectConfig, "generators" | "schemapatch">;
}): boolean {
  const { tag, config } = input;
  const entry = findTag(tag.name);
  // schemapatch reads what crd-gen does.
  const patches = config.schemapatch === undefined ? [] : ["crd-gen"];
  const running: readonly string[] = ["model", ...config.generators, ...patches];
  return (
    entry?.asks === true &&
    tag.value !== "false" &&
    !entry.readBy.some((reader) => running.includes(reader))
  );
}

function problem(tag: Tag): Diagnostic {
  const generators = alternatives(findTag(tag.name)?.readBy ?? []).replaceAll("'", "");
  const names = { tag: writtenTag(tag), generators };
  return diagnostic("generate/generator-off", names, { span: tag.span });
}
