import { type Advice, suggest } from "../../diagnostics/index.js";
import { alternatives } from "./alternatives.js";
import { findTag, tagNames, tagTable } from "./table.js";

/** More names than this to go on with are a list, not a suggestion. */
const fewNames = 3;

/** Tags with named arguments, and the names of these. */
const argumentsOf: ReadonlyMap<string, readonly string[]> = new Map(
  tagTable.flatMap(({ name, value }) =>
    value.kind === "arguments" ? [[name, Object.keys(value.arguments)]] : [],
  ),
);

/** The tag that an unknown name was probably meant to be; undefined when none is near. */
export function nearestTag(name: string): string | undefined {
  return near(name) ?? parentOf(name);
}

/** Whether the name can only be meant for the tools that we know, however it is spelt. */
export function hasOwnPrefix(name: string): boolean {
  return /^(?:k8s:|kubebuilder:|genclient)/i.test(name);
}

/** What to say of a tag that no tool has; undefined when nothing is near. */
export function unknownTagAdvice(name: string): Advice | undefined {
  const head = withCorrectHead(name);
  const several = head === undefined ? completions(name) : undefined;
  if (several !== undefined) return { hint: `did you mean ${several}?` };
  const other = near(name);
  const found = head ?? (other === undefined ? withValue(name) : `+${other}`);
  if (found !== undefined) return { hint: `did you mean '${found}'?`, replacement: found };
  const hint = longerNames(name);
  return hint === undefined ? undefined : { hint };
}

/** `kubebuilder:resources:path`: the tag is misspelt, its argument is not. */
function withCorrectHead(name: string): string | undefined {
  const colon = name.lastIndexOf(":");
  const argument = name.slice(colon + 1);
  const head = suggest({ word: name.slice(0, Math.max(0, colon)), candidates: argumentsOf.keys() });
  return head !== undefined && argumentsOf.get(head)?.includes(argument) === true
    ? `+${head}:${argument}`
    : undefined;
}

/** `kubebuilder:subresource`: the beginning of a few names. */
function completions(name: string): string | undefined {
  const longer = tagNames.filter((known) => known.startsWith(`${name}:`));
  return name.includes(":") && longer.length > 0 && longer.length <= fewNames
    ? alternatives(longer.map((known) => `+${known}`))
    : undefined;
}

/** A name of about the same letters; the tag that the name goes on from is none. */
function near(name: string): string | undefined {
  const parent = parentOf(name);
  return suggest({ word: name, candidates: tagNames.filter((known) => known !== parent) });
}

/** `groupName:example.com`: a known tag with a colon in the place of its `=`. */
function withValue(name: string): string | undefined {
  const parent = parentOf(name);
  return parent === undefined || findTag(parent)?.value.kind === "none"
    ? undefined
    : `+${parent}=${name.slice(parent.length + 1)}`;
}

/** `genclient:foo`: what the known tag can go on with. */
function longerNames(name: string): string | undefined {
  const parent = parentOf(name);
  const longer = tagNames.filter((known) => known.startsWith(`${parent}:`));
  return parent === undefined
    ? undefined
    : `write ${alternatives([parent, ...longer].map((known) => `+${known}`))}`;
}

/** The longest known tag that the name begins with, in front of a colon. */
function parentOf(name: string): string | undefined {
  for (let colon = name.lastIndexOf(":"); colon > 0; colon = name.lastIndexOf(":", colon - 1)) {
    const head = name.slice(0, colon);
    if (tagNames.includes(head)) {
      return head;
    }
  }
  return undefined;
}
