import { needs, type RuleInput, wrongType, wrongValue } from "./context.js";
import type { ListRules } from "./lists.js";
import type { CheckPlan } from "./plan.js";

/** `+k8s:update=` on a member. */
export function updateCheck(
  input: RuleInput & { readonly list: ListRules | undefined },
): CheckPlan | undefined {
  const { rule, shape, list } = input;
  const isContainer = shape.kind === "list" || shape.kind === "map";
  switch (rule.value) {
    case "NoSet":
      return { kind: "function", name: "noSet" };
    case "NoUnset":
      return { kind: "function", name: "noUnset" };
    case "NoModify": {
      const problem = `${shape.kind}s change item by item`;
      const hint = "write '+k8s:eachVal=+k8s:update=NoModify'";
      return isContainer
        ? wrongValue({ ...input, problem, hint })
        : { kind: "function", name: "noModify" };
    }
    default: {
      const isAdd = rule.value === "NoAddItem";
      if (shape.kind === "map") {
        return { kind: "function", name: isAdd ? "noAddEntry" : "noRemoveEntry" };
      }
      if (shape.kind !== "list") return wrongType({ ...input, wanted: "lists and maps" });
      const identity = list?.identity;
      if (identity === undefined) {
        const hint = "items of an atomic list cannot be told apart";
        return needs({ ...input, other: "+k8s:listType=set", hint });
      }
      return {
        kind: "function",
        name: isAdd ? "noAddItem" : "noRemoveItem",
        arguments: [identity],
      };
    }
  }
}

/** `+k8s:eachVal=+k8s:update=NoModify`. */
export function itemUpdateCheck(
  input: RuleInput & {
    readonly container: Pick<RuleInput, "shape"> & { readonly list: ListRules | undefined };
  },
): CheckPlan | undefined {
  const { rule, shape, container } = input;
  if (rule.value !== "NoModify") {
    return wrongValue({ ...input, problem: `'${rule.value ?? ""}' is about the member` });
  }
  if (shape.kind === "list" || shape.kind === "map") {
    return wrongType({ ...input, wanted: "items that are no lists and no maps" });
  }
  if (container.shape.kind === "list" && container.list?.hasKeys !== true) {
    const hint = "items that are told apart by their values are never modified";
    return needs({ ...input, other: "+k8s:listType=map", hint });
  }
  return { kind: "function", name: "noModify" };
}
