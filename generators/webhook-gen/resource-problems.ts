import { type Diagnostic, diagnostic, suggest } from "../diagnostics/index.js";
import { argumentSpan, type Tag } from "../model/index.js";
import { groupText, type KnownResources } from "../model/known-resources.js";
import { texts } from "../model/tag-arguments.js";

/** Resources and versions that the groups of a webhook do not have, where it is known what is in them. */
export function resourceProblems(input: {
  readonly tag: Tag;
  readonly known: KnownResources;
}): readonly Diagnostic[] {
  const { tag, known } = input;
  const groups = texts(tag, "groups").map((group) => (group === "core" ? "" : group));
  if (!groups.every((group) => known.isKnown(group))) return [];
  const isOwn = groups.every((group) => known.isOwn(group));
  const group = groupText(groups);
  const resources = known.resourcesOf(groups);
  const versions = known.versionsOf(groups);
  const missing = (
    argument: "resources" | "versions",
    what: string,
    candidates: readonly string[],
  ) =>
    texts(tag, argument).flatMap((written, item) => {
      const [name = "", ...rest] = written.split("/");
      if (name === "*" || candidates.includes(name)) return [];
      const near = suggest({ word: name, candidates });
      if (near === undefined && !isOwn) return [];
      const meant = near === undefined ? undefined : [near, ...rest].join("/");
      const hint =
        meant === undefined ? `${argument}: ${candidates.join(", ")}` : `did you mean '${meant}'?`;
      const span = argumentSpan({ tag, argument, item });
      return [
        diagnostic("webhook/resource", { group, what, name }, { span, hint, replacement: meant }),
      ];
    });
  return [
    ...missing("resources", "resource", resources),
    ...(isOwn ? missing("versions", "version", versions) : []),
  ];
}
