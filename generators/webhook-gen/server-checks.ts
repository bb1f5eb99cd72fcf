import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  argumentSpan,
  isDnsLabel,
  isDnsSubdomain,
  isJsonObject,
  type JsonValue,
} from "../model/index.js";
import { nameOf } from "./configurations.js";
import type { MarkedWebhook, Webhook } from "./webhook.js";

interface Problem {
  /** The argument that it is about; where the marker has none, a patch did it, or a default is missing. */
  readonly argument: string;
  readonly problem: string;
  readonly hint?: string;
  /** controller-gen refuses it, too. */
  readonly isRefused?: true;
}

/** As validateWebhookConfiguration of Kubernetes has it, for `admissionregistration.k8s.io/v1`. */
export function serverProblems({ tag, webhook }: MarkedWebhook): readonly Diagnostic[] {
  const problems = [
    ...nameProblems(webhook),
    ...wordProblems(webhook),
    ...listsOf(webhook),
    ...clientProblems(webhook),
    ...versionProblems(webhook),
  ];
  return problems.map(({ argument, problem, hint, isRefused }) => {
    const place = { span: argumentSpan({ tag, argument }), hint };
    return isRefused === true
      ? diagnostic("webhook/invalid", { tag: `+${tag.name}`, problem }, place)
      : diagnostic("webhook/refused", { name: nameOf(webhook), problem }, place);
  });
}

function nameProblems(webhook: Webhook): readonly Problem[] {
  const name = nameOf(webhook);
  if (isDnsSubdomain(name) && name.split(".").length >= 3) return [];
  const problem = "its name is no domain of three parts or more";
  return [{ argument: "name", problem, hint: "such as 'vdatabase.example.com'" }];
}

const choices: Readonly<Record<string, readonly string[]>> = {
  failurePolicy: ["Ignore", "Fail"],
  matchPolicy: ["Exact", "Equivalent"],
  reinvocationPolicy: ["Never", "IfNeeded"],
};

/** A patch can write any word; the markers' own are known to be right. */
function wordProblems(webhook: Webhook): readonly Problem[] {
  const found: Problem[] = [];
  for (const [argument, words] of Object.entries(choices)) {
    const value = webhook[argument];
    if (value !== undefined && !words.includes(String(value))) {
      found.push({ argument, problem: `${argument} is ${words.join(" or ")}` });
    }
  }
  const effects = webhook["sideEffects"];
  if (effects !== "None" && effects !== "NoneOnDryRun") {
    const problem =
      effects === undefined ? "it has no sideEffects" : "sideEffects is None or NoneOnDryRun";
    const hint =
      "add 'sideEffects=None', or NoneOnDryRun where there are some, but not in a dry run";
    found.push({ argument: "sideEffects", problem, hint, isRefused: true });
  }
  const timeout = webhook["timeoutSeconds"];
  if (typeof timeout === "number" && (timeout < 1 || timeout > 30)) {
    const problem = "timeoutSeconds is from 1 to 30";
    found.push({ argument: "timeoutSeconds", problem, isRefused: true });
  }
  return found;
}

const arguments_ = {
  operations: "verbs",
  apiGroups: "groups",
  apiVersions: "versions",
  resources: "resources",
} as const;

/** Lists of the rules: none is empty, and a `*` stands alone. */
function listsOf(webhook: Webhook): readonly Problem[] {
  return arrayOf(webhook["rules"]).flatMap((rule) =>
    Object.entries(arguments_).flatMap(([member, argument]): readonly Problem[] => {
      const list = arrayOf(isJsonObject(rule) ? rule[member] : undefined).map(String);
      if (list.length === 0) return [{ argument, problem: `it has no ${argument}` }];
      if (member !== "resources") {
        const isMixed = list.length > 1 && list.includes("*");
        return isMixed ? [{ argument, problem: `'*' stands beside other ${argument}` }] : [];
      }
      return resourceProblems(list).map((problem) => ({ argument, problem }));
    }),
  );
}

/**
 * `*` stands for all resources, `*\/*` for their subresources too, `pods/*` for those of one. What the API server looks for depends on
 * the order.
 */
function resourceProblems(list: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const covered = new Set<string>();
  for (const one of list) {
    const slash = one.indexOf("/");
    if (slash === -1) continue;
    const [name, subresource] = [one.slice(0, slash), one.slice(slash + 1)];
    for (const wild of [`${name}/*`, `*/${subresource}`]) {
      if (covered.has(wild)) found.add(`'${one}' stands behind '${wild}'`);
    }
    if (subresource === "*" || name === "*") covered.add(one);
  }
  if (list.length > 1 && list.includes("*/*")) found.add("'*/*' stands beside other resources");
  const last = list.findLast((one) => !one.includes("/"));
  if (list.includes("*") && last !== "*") found.add(`'${last}' stands behind '*'`);
  return [...found];
}

function clientProblems(webhook: Webhook): readonly Problem[] {
  const config = webhook["clientConfig"];
  const { url, service } = isJsonObject(config) ? config : {};
  if ((url === undefined) === (service === undefined)) {
    return [{ argument: "path", problem: "exactly one of url and service is there" }];
  }
  if (url !== undefined) {
    const problem = urlProblem(String(url));
    return problem === undefined ? [] : [{ argument: "url", problem }];
  }
  const { name, namespace, path = "", port } = isJsonObject(service) ? service : {};
  const found: Problem[] = [];
  if (name === undefined || name === "")
    found.push({ argument: "serviceName", problem: "its service has no name" });
  if (namespace === undefined || namespace === "") {
    found.push({ argument: "serviceNamespace", problem: "its service has no namespace" });
  }
  if (typeof port === "number" && (port < 1 || port > 65_535)) {
    found.push({ argument: "servicePort", problem: "servicePort is from 1 to 65535" });
  }
  return [...found, ...pathProblems(String(path))];
}

function pathProblems(path: string): readonly Problem[] {
  const argument = "path";
  if (path === "" || path === "/") return [];
  if (!path.startsWith("/")) {
    return [
      { argument, problem: "its path does not begin with '/'", hint: `write 'path=/${path}'` },
    ];
  }
  const segment = path
    .slice(1)
    .replace(/\/$/, "")
    .split("/")
    .find((one) => !isDnsSubdomain(one));
  if (segment === undefined) return [];
  const problem =
    segment === ""
      ? "its path has an empty segment"
      : `'${segment}' in its path is not of lower-case letters, digits, '-' and '.'`;
  return [{ argument, problem }];
}

function urlProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return "its url is none";
  const { protocol, username, password, search, hash } = new URL(text);
  if (protocol !== "https:") return "its url does not begin with https://";
  if (username !== "" || password !== "") return "its url has a user";
  if (hash !== "") return "its url has a fragment";
  return search === "" ? undefined : "its url has a query";
}

const reviewVersions = ["v1", "v1beta1"];

function versionProblems(webhook: Webhook): readonly Problem[] {
  const argument = "admissionReviewVersions";
  const versions = arrayOf(webhook[argument]).map(String);
  if (versions.length === 0) {
    return [{ argument, problem: `it has no ${argument}`, isRefused: true }];
  }
  const found: Problem[] = versions
    .filter((version) => !isDnsLabel(version) || /^\d/.test(version))
    .map((version) => ({ argument, problem: `'${version}' is no version` }));
  if (new Set(versions).size < versions.length) {
    found.push({ argument, problem: `a version stands twice in ${argument}` });
  }
  if (!versions.some((version) => reviewVersions.includes(version))) {
    const problem = `${argument} has none that the API server knows`;
    found.push({ argument, problem, hint: "write 'admissionReviewVersions=v1'" });
  }
  return found;
}

function arrayOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
