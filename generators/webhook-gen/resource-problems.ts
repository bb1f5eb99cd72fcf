import { type Advice, type Diagnostic, diagnostic, suggest } from "../diagnostics/index.js";
import { argumentSpan, type Tag } from "../model/index.js";
import { groupText, type KnownResources, meant } from "../model/known-resources.js";
import { texts } from "../model/tag-arguments.js";

/** Resources and versions that the groups of a webhook do not have, where it is known what is in them. */
export function resourceProblems(input: {
  readonly tag: Tag;
  readonly known: KnownResources;
}): readonly Diagnostic[] {
  const { tag, known } = input;
  const groups = texts(tag, "groups").map((group) => (group === "core" ? "" : group));
  if (!groups.every((group) => known.isKnown(group))) return [];
  const group = groupText(groups);
  const problem = (written: {
    readonly what: "resource" | "version";
    readonly name: string;
    readonly item: number;
    readonly advice: Advice | undefined;
  }): readonly Diagnostic[] => {
    const { what, name, item, advice } = written;
    if (advice === undefined) return [];
    const span = argumentSpan({ tag, argument: `${what}s`, item });
    return [diagnostic("webhook/resource", { group, what, name }, { span, ...advice })];
  };
  const resources = texts(tag, "resources").flatMap((resource, item) => {
    const [name = ""] = resource.split("/");
    if (name === "*" || known.resourcesOf(groups).includes(name)) return [];
    const advice = known.adviceFor({ resource: name, groups, rest: resource.slice(name.length) });
    return problem({ what: "resource", name, item, advice });
  });
  const candidates = known.versionsOf(groups);
  const versions = texts(tag, "versions").flatMap((name, item) => {
    if (name === "*" || candidates.includes(name)) return [];
    const near = suggest({ word: name, candidates });
    const advice =
      near === undefined ? { hint: `versions: ${candidates.join(", ")}` } : meant(near);
    return problem({ what: "version", name, item, advice });
  });
  return groups.every((one) => known.isOwn(one)) ? [...resources, ...versions] : resources;
}
