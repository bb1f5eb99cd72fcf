import { isIdentifier } from "../model/index.js";
import { commonEnding, joined, wordsOf } from "./words.js";

/** Longest name that is made by putting properties one behind the other. */
const maxLength = 60;

/** Names that say nothing without what they belong to. */
const generic: ReadonlySet<string> = new Set([
  "Config",
  "Entry",
  "From",
  "Item",
  "Metadata",
  "Name",
  "Object",
  "Ref",
  "Spec",
  "Status",
  "To",
  "Type",
  "Value",
]);

/** Names of TypeScript and JavaScript that types use or readers take for something else. */
const globals =
  "Array Boolean Date Error Exclude Extract Function Infinity JSON Map NaN Number Object Omit Partial Pick Promise Proxy Readonly Record RegExp Required Set String Symbol URL".split(
    " ",
  );

interface Draft {
  /** Properties from the kind down; the last is the name by itself. */
  readonly path: readonly string[];
  /** How many parts of the path are in the name. */
  level: number;
}

/**
 * Names of types from the places where they are used, each a path of properties from the kind: the last property, with
 * those before it as far as types of different shapes would have one name otherwise. A type that is used in several places has
 * the words with which all of them end: LivenessProbe and ReadinessProbe make Probe.
 */
export function typeNames(input: {
  readonly types: readonly (readonly (readonly string[])[])[];
  readonly taken: ReadonlySet<string>;
}): readonly string[] {
  const taken = new Set([...input.taken, ...globals].map((name) => name.toLowerCase()));
  const drafts = input.types.map(draftOf);
  for (let changed = true; changed; ) {
    changed = false;
    const groups = new Map<string, Draft[]>();
    for (const draft of drafts) {
      const name = nameOf(draft).toLowerCase();
      groups.set(name, [...(groups.get(name) ?? []), draft]);
    }
    for (const [name, group] of groups) {
      const [first] = group;
      const isFine =
        group.length === 1 &&
        !taken.has(name) &&
        first !== undefined &&
        isIdentifier(nameOf(first));
      if (isFine) continue;
      for (const draft of group) {
        if (draft.level >= draft.path.length || isLong(draft)) continue;
        draft.level++;
        changed = true;
      }
    }
  }
  return numbered({ names: drafts.map(nameOf), taken });
}

function draftOf(paths: readonly (readonly string[])[]): Draft {
  const [path = []] = paths;
  const last = path.at(-1) ?? "";
  const ending = commonEnding(paths.map((one) => one.at(-1) ?? ""));
  const isName = ending.length > 3 && !generic.has(ending);
  // `spec` is where everything is: it tells nothing apart.
  const above = path.slice(0, -1).filter((part, index) => index !== 1 || part !== "Spec");
  const base = isName ? ending : last;
  const isRoot = path.length === 2 && (last === "Spec" || last === "Status");
  return { path: [...above, base], level: isRoot || generic.has(base) ? 2 : 1 };
}

function nameOf({ path, level }: Draft): string {
  return path.slice(-level).reduce((left, right) => joined(left, right), "");
}

/** Whether one more part would make the name too long to be read. */
function isLong({ path, level }: Draft): boolean {
  return nameOf({ path, level: level + 1 }).length > maxLength;
}

/** Names that are still not free get numbers. */
function numbered(input: {
  readonly names: readonly string[];
  readonly taken: ReadonlySet<string>;
}): readonly string[] {
  const taken = new Set(input.taken);
  const counts = new Map<string, number>();
  return input.names.map((name) => {
    const base = isIdentifier(name)
      ? name
      : `Type${wordsOf(name)
          .join("")
          .replace(/[^\p{L}\p{N}]/gu, "")}`;
    let count = counts.get(base.toLowerCase()) ?? 1;
    let free = base;
    while (taken.has(free.toLowerCase())) {
      count++;
      free = `${base}${count}`;
    }
    counts.set(base.toLowerCase(), count);
    taken.add(free.toLowerCase());
    return free;
  });
}
