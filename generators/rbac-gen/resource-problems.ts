import { type Advice, type Diagnostic, diagnostic, suggest } from "../diagnostics/index.js";
import { argumentSpan, type Tag } from "../model/index.js";
import { groupText, type KnownResources, meant } from "../model/known-resources.js";
import { texts } from "../model/tag-arguments.js";
import { apiGroup } from "./rules.js";

/** Subresources that custom resources have; of `finalizers` the admission of owner references asks. */
const subresources = ["status", "scale", "finalizers", "*"];

interface Question {
  readonly tag: Tag;
  readonly known: KnownResources;
}

/** Groups that nobody is known to serve, where one of about that name is. */
export function groupProblems({ tag, known }: Question): readonly Diagnostic[] {
  return texts(tag, "groups").flatMap((name, item) => {
    const group = apiGroup(name);
    if (group === "*" || known.isKnown(group)) return [];
    const near = known.fullNameOf(group) ?? suggest({ word: group, candidates: known.ownGroups });
    if (near === undefined) return [];
    const span = argumentSpan({ tag, argument: "groups", item });
    const place = { span, hint: `did you mean '${near}'?`, replacement: near };
    return [diagnostic("rbac/group", { group }, place)];
  });
}

/** Resources that none of the groups of a rule has, where it is known what is in them. */
export function resourceProblems({ tag, known }: Question): readonly Diagnostic[] {
  const groups = [...new Set(texts(tag, "groups").map(apiGroup))];
  if (groups.length === 0 || !groups.every((group) => known.isKnown(group))) return [];
  return texts(tag, "resources").flatMap((resource, item) => {
    const advice = adviceFor({ resource, groups, known });
    if (advice === undefined) return [];
    const span = argumentSpan({ tag, argument: "resources", item });
    const group = groupText(groups);
    return [diagnostic("rbac/resource", { group, resource }, { span, ...advice })];
  });
}

/** What to say of a resource; undefined where there is nothing to say. */
function adviceFor(input: {
  readonly resource: string;
  readonly groups: readonly string[];
  readonly known: KnownResources;
}): Advice | undefined {
  const { resource, groups, known } = input;
  const [name = "", subresource, ...deeper] = resource.split("/");
  const resources = known.resourcesOf(groups);
  const rest = subresource === undefined ? "" : resource.slice(name.length);
  if (name !== "*" && !resources.includes(name)) {
    return known.adviceFor({ resource: name, groups, rest });
  }
  const isCustom = groups.every((group) => known.isOwn(group));
  if (!isCustom || subresource === undefined) return undefined;
  if (deeper.length === 0 && subresources.includes(subresource)) return undefined;
  const near = suggest({ word: subresource, candidates: subresources });
  return near === undefined
    ? { hint: `subresources of custom resources: status, scale and finalizers` }
    : meant(`${name}/${near}`);
}
