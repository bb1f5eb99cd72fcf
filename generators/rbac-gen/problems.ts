import { type Diagnostic, diagnostic, suggest } from "../diagnostics/index.js";
import { argumentSpan, isDnsLabel, type Tag } from "../model/index.js";
import type { KnownResources } from "../model/known-resources.js";
import { text, texts } from "../model/tag-arguments.js";
import { groupProblems, resourceProblems } from "./resource-problems.js";

/** What the API server refuses in a rule, and what in it can only be a mistake. */
export function ruleProblems(input: {
  readonly tag: Tag;
  readonly known: KnownResources;
}): readonly Diagnostic[] {
  const { tag } = input;
  return [
    ...refusals(tag),
    ...verbProblems(tag),
    ...urlProblems(tag),
    ...nameProblems(tag),
    ...groupProblems(input),
    ...resourceProblems(input),
  ];
}

/** As ValidatePolicyRule of Kubernetes has it. */
function refusals(tag: Tag): readonly Diagnostic[] {
  const refused = (problem: string, argument: string, hint?: string): Diagnostic =>
    diagnostic("rbac/refused", { problem }, { span: argumentSpan({ tag, argument }), hint });
  const namespace = text(tag, "namespace");
  const roleName = text(tag, "roleName");
  const has = (name: string): boolean => texts(tag, name).length > 0;
  const found: Diagnostic[] = [];
  if (namespace !== "" && !isDnsLabel(namespace)) {
    found.push(refused(`'${namespace}' is no name of a namespace`, "namespace"));
  }
  if (/^\.{1,2}$|[/%]/.test(roleName)) {
    found.push(refused(`'${roleName}' is no name of a role`, "roleName"));
  }
  if (!has("urls")) {
    if (!has("groups")) {
      const hint = "add 'groups=...'; the core group is groups=\"\"";
      found.push(refused("the rule has no API group", "groups", hint));
    }
    if (!has("resources")) {
      found.push(
        refused("the rule has no resources and no URLs", "resources", "add 'resources=...'"),
      );
    }
    return found;
  }
  if (namespace !== "") {
    const hint = "take 'namespace=' away: URLs are in no namespace";
    found.push(refused("a rule of a Role cannot be for URLs", "urls", hint));
  }
  if (["groups", "resources", "resourceNames"].some(has)) {
    const hint = "write a marker for the resources, and another one for the URLs";
    found.push(refused("one rule cannot be for resources and for URLs", "urls", hint));
  }
  return found;
}

/** Verbs of requests for resources, and those that Kubernetes asks about besides. */
const verbs = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
  "approve",
  "attest",
  "bind",
  "escalate",
  "impersonate",
  "sign",
  "use",
  "*",
];

const methods = ["get", "head", "post", "put", "patch", "delete", "options", "*"];

function verbProblems(tag: Tag): readonly Diagnostic[] {
  const isOfURLs = texts(tag, "urls").length > 0;
  const [known, subject] = isOfURLs ? [methods, "URLs"] : [verbs, "resources"];
  return texts(tag, "verbs").flatMap((verb, item) => {
    // Impersonation has verbs with names of their own, such as impersonate:user-info.
    if (known.includes(verb) || verb.startsWith("impersonate")) return [];
    const isOfOthers = [...verbs, ...methods].includes(verb);
    const near =
      verb === "all" ? "*" : suggest({ word: isOfOthers ? "" : verb, candidates: known });
    const hint = near === undefined ? `verbs: ${known.join(", ")}` : `did you mean '${near}'?`;
    const span = argumentSpan({ tag, argument: "verbs", item });
    return [diagnostic("rbac/verb", { verb, subject }, { span, hint, replacement: near })];
  });
}

function urlProblems(tag: Tag): readonly Diagnostic[] {
  return texts(tag, "urls").flatMap((url, item) => {
    if (/^(?:\/[^*]*\*?|\*)$/.test(url)) return [];
    const span = argumentSpan({ tag, argument: "urls", item });
    const near = /^[^/*][^*]*\*?$/.test(url) ? `/${url}` : undefined;
    const hint = near === undefined ? undefined : `did you mean '${near}'?`;
    return [diagnostic("rbac/url", { url }, { span, hint, replacement: near })];
  });
}

/** Of subresources, such as pods/exec, there are creations with a name. */
function nameProblems(tag: Tag): readonly Diagnostic[] {
  const resources = texts(tag, "resources");
  if (texts(tag, "resourceNames").length === 0) return [];
  if (resources.some((resource) => resource.includes("/"))) return [];
  return texts(tag, "verbs").flatMap((verb, item) =>
    verb === "create" || verb === "deletecollection"
      ? [
          diagnostic(
            "rbac/resource-names",
            { verb },
            { span: argumentSpan({ tag, argument: "verbs", item }) },
          ),
        ]
      : [],
  );
}
