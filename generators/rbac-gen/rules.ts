import type { Tag } from "../model/index.js";
import { texts } from "../model/tag-arguments.js";

/** What a role allows; each list is sorted, without repetitions. */
export interface Rule {
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
  readonly urls: readonly string[];
  readonly verbs: readonly string[];
}

type Part = keyof Rule;

const parts = ["groups", "resources", "resourceNames", "urls", "verbs"] as const;

/** The rules of a marker, one for each of its resources. */
export function rulesOf(tag: Tag): readonly Rule[] {
  const resources = texts(tag, "resources");
  const rule = {
    groups: sorted(texts(tag, "groups").map(apiGroup)),
    resourceNames: sorted(texts(tag, "resourceNames")),
    urls: sorted(texts(tag, "urls")),
    verbs: sorted(texts(tag, "verbs")),
  };
  return resources.length === 0
    ? [{ ...rule, resources }]
    : resources.map((resource) => ({ ...rule, resources: [resource] }));
}

/** People may write `core` for the group without a name. */
export function apiGroup(name: string): string {
  return name === "core" ? "" : name;
}

/**
 * Puts rules together in controller-gen's order: the verbs of the same things, then the resources, groups and URLs with which the
 * same can be done. Where it would drop one of two rules that have become alike but for their verbs, these are put together.
 */
export function normalized(rules: readonly Rule[]): readonly Rule[] {
  const steps: readonly Part[] = ["verbs", "resources", "groups", "verbs", "urls", "verbs"];
  return steps
    .reduce((merged, part) => mergedBy(merged, part), rules)
    .map((rule) => (rule.verbs.includes("*") ? { ...rule, verbs: ["*"] } : rule))
    .toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

/** Rules that differ in one part only become one. */
function mergedBy(rules: readonly Rule[], part: Part): readonly Rule[] {
  const others = parts.filter((other) => other !== part);
  const merged = new Map<string, Rule>();
  for (const rule of rules) {
    const key = JSON.stringify(others.map((other) => rule[other]));
    const same = merged.get(key);
    merged.set(
      key,
      same === undefined ? rule : { ...same, [part]: sorted([...same[part], ...rule[part]]) },
    );
  }
  return [...merged.values()];
}

/** What controller-gen sorts by. */
function sortKey({ groups, resources, resourceNames, urls }: Rule): string {
  return [groups, resources, resourceNames, urls].map((list) => list.join("&")).join(" + ");
}

function sorted(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
