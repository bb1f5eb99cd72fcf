import type { ApiType, Release } from "./types.js";

/**
 * What JSDoc says of a type that is or will be deprecated; "" of any other. Only a tag of the author marks it with
 * `@deprecated`: what prerelease-lifecycle-gen counts for a version below GA may lie years ahead, which is said in words.
 */
export function deprecationOf(type: ApiType): string {
  const warning = warningOf(type);
  const releases = type.lifecycle?.releases;
  if (releases?.deprecated === undefined) {
    return warning === undefined ? "" : `@deprecated ${warning}`;
  }
  const { deprecated, removed, replacement } = releases;
  const tagged = type.tags.some(({ name }) => name === "k8s:prerelease-lifecycle-gen:deprecated");
  const gone = removed === undefined ? "" : `, removed in ${releaseText(removed)}`;
  const sentences = [
    tagged || warning !== undefined
      ? `@deprecated Since ${releaseText(deprecated)}${gone}.`
      : `Deprecated in ${releaseText(deprecated)}${gone}.`,
    replacement === undefined ? "" : `Use ${replacementText(replacement)}.`,
    warning ?? "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

/** A description with what is said of deprecation in a paragraph of its own, unless it says so by itself. */
export function withDeprecation(input: {
  readonly description: string;
  readonly deprecation: string;
}): string {
  const { description, deprecation } = input;
  if (/^\s*@deprecated\b/m.test(description)) {
    return description;
  }
  return [description, deprecation].filter((part) => part !== "").join("\n\n");
}

/** `1.37`. */
export function releaseText({ major, minor }: Release): string {
  return `${major}.${minor}`;
}

/** `example.com/v2 Database`. */
export function replacementText(input: {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}): string {
  const { group, version, kind } = input;
  return `${group === "" ? version : `${group}/${version}`} ${kind}`;
}

/** What the API server tells clients of a version with `+kubebuilder:deprecatedversion`. */
function warningOf(type: ApiType): string | undefined {
  const tag = type.tags.find(({ name }) => name === "kubebuilder:deprecatedversion");
  if (tag === undefined) {
    return undefined;
  }
  const warning = tag.arguments?.["warning"];
  return typeof warning === "string" && warning !== ""
    ? warning
    : `${type.id.replace(/^\/|\.(?=[^./]*$)/g, (found) => (found === "." ? " " : ""))} is deprecated`;
}
