import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { builtins } from "../model/index.js";

const label = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const versionStyle = /^v[1-9][0-9]*((alpha|beta)[1-9][0-9]*)?$/;

/** Checks an API group: a DNS subdomain of two parts or more, as an API server demands of CRDs. */
export function checkGroup(value: string): readonly Diagnostic[] {
  const reason = groupReason(value);
  if (reason !== undefined) {
    return [diagnostic("project/invalid-group", { value, reason }, { hint: groupHint(value) })];
  }
  return /(^|\.)(k8s|kubernetes)\.io$/.test(value)
    ? [diagnostic("project/protected-group", { value })]
    : [];
}

function groupReason(value: string): string | undefined {
  if (value === "") {
    return "it is empty";
  }
  if (value.length > 253) {
    return `it has ${value.length} characters, and 253 are allowed`;
  }
  if (value.includes("/")) {
    return "it has a '/'";
  }
  if (!value.includes(".")) {
    return "it has no dot";
  }
  const wrong = value.split(".").find((part) => !label.test(part) || part.length > 63);
  if (wrong === undefined) {
    return undefined;
  }
  return wrong === "" ? "a part between dots is empty" : `'${wrong}' is not a DNS label`;
}

function groupHint(value: string): string | undefined {
  const [group = "", version] = value.split("/");
  if (version !== undefined && groupReason(group) === undefined && versionStyle.test(version)) {
    return `did you mean --group ${group} --api-version ${version}?`;
  }
  const near = value
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/[^a-z0-9.-]+/g, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .replace(/\.{2,}/g, ".");
  const domain = near === "" || near.includes(".") ? near : `${near}.example.com`;
  return groupReason(domain) === undefined ? `did you mean '${domain}'?` : undefined;
}

/** Checks an API version: a DNS label, named like v1 or v1beta1. */
export function checkVersion(value: string): readonly Diagnostic[] {
  if (versionStyle.test(value)) {
    return [];
  }
  const near = nearVersion(value);
  const hint = near === undefined ? undefined : `did you mean '${near}'?`;
  if (/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(value) && value.length <= 63) {
    return [diagnostic("project/unusual-version", { value }, { hint })];
  }
  const reason = value === "" ? "it is empty" : "it is not a DNS label that starts with a letter";
  return [diagnostic("project/invalid-version", { value, reason }, { hint })];
}

function nearVersion(value: string): string | undefined {
  const parts = /^v?\.?([1-9][0-9]*)[-._]?(alpha|beta|a|b)?[-._]?([0-9]*)$/i.exec(value.trim());
  const [, major, stage, minor] = parts ?? [];
  if (major === undefined) {
    return undefined;
  }
  if (stage === undefined) {
    return `v${major}`;
  }
  const name = stage.toLowerCase().startsWith("a") ? "alpha" : "beta";
  return `v${major}${name}${minor === undefined || minor === "" || minor === "0" ? "1" : minor}`;
}

/** Names of TypeScript that generated code and types.ts use. */
const globals = new Set([
  ..."Array AsyncIterable AbortSignal Boolean Date Error Exclude Extract Function Iterable Map Number Object".split(
    " ",
  ),
  ..."Omit Partial Pick Promise Readonly ReadonlyArray Record Required Set String Symbol".split(
    " ",
  ),
]);

/** Checks a kind: a noun in PascalCase that generated code can declare. */
export function checkKind(value: string): readonly Diagnostic[] {
  const reason = kindReason(value);
  if (reason !== undefined) {
    const near = nearKind(value);
    const hint = near === undefined ? undefined : `did you mean '${near}'?`;
    return [diagnostic("project/invalid-kind", { value, reason }, { hint })];
  }
  const reserved = reservedReason(value);
  return reserved === undefined
    ? []
    : [diagnostic("project/reserved-kind", { value, reason: reserved })];
}

function kindReason(value: string): string | undefined {
  if (value === "") {
    return "it is empty";
  }
  if (value.length > 63) {
    return `it has ${value.length} characters, and 63 are allowed`;
  }
  if (!/^[A-Za-z0-9]*$/.test(value)) {
    return "it holds other characters than letters and digits";
  }
  return /^[A-Z]/.test(value) ? undefined : "it does not start with an upper-case letter";
}

function nearKind(value: string): string | undefined {
  const words = value.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const near = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return kindReason(near) === undefined && reservedReason(near) === undefined ? near : undefined;
}

function reservedReason(value: string): string | undefined {
  if (Object.hasOwn(builtins, value) || ["GroupVersion", "Scheme"].includes(value)) {
    return "crd-runtime has a type of that name";
  }
  if (globals.has(value)) {
    return "TypeScript has a type of that name";
  }
  if (value.endsWith("List")) {
    return "a name that ends in List is that of a list of another kind";
  }
  return undefined;
}

/** Checks the resource name of a kind: a DNS label. */
export function checkPlural(value: string): readonly Diagnostic[] {
  const reason =
    value === ""
      ? "it is empty"
      : value.length > 63
        ? `it has ${value.length} characters, and 63 are allowed`
        : /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(value)
          ? undefined
          : "it is not a DNS label that starts with a letter";
  if (reason === undefined) {
    return [];
  }
  const near = value.toLowerCase().replace(/[^a-z0-9]+/g, "");
  const hint = /^[a-z]/.test(near) && near.length <= 63 ? `did you mean '${near}'?` : undefined;
  return [diagnostic("project/invalid-plural", { value, reason }, { hint })];
}
