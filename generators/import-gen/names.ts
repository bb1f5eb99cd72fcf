import { isIdentifier } from "../model/index.js";
import { commonEnding, joined, singular, wordsOf } from "./words.js";

/** Longest name that is made by putting properties one behind the other. */
const maxLength = 60;

/** Names that say nothing without what they belong to. */
const generic: ReadonlySet<string> = new Set([
  "Config",
  "Data",
  "Details",
  "Entry",
  "From",
  "Info",
  "Item",
  "Metadata",
  "Name",
  "Object",
  "Options",
  "Parameters",
  "Params",
  "Ref",
  "Settings",
  "Spec",
  "Status",
  "Template",
  "To",
  "Type",
  "Value",
]);

/** What the comment of a Go type begins with: its name, and a verb. */
const told =
  /^(?:An? |The )?([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)?|[A-Z][A-Z0-9]+[a-z][A-Za-z0-9]*) (?:is|are|represents?|defines?|describes?|contains?|holds?|specif(?:y|ies)|configures?|provides?|references?|refers|selects?|adds?|maps?|allows?|stores?|captures?|identif(?:y|ies)|wraps?|has|encapsulates?|indicates?|associates?|implements?|tracks?|encodes?|reports?|points|declares|details|enables|lists|pairs|names|sets|groups|summarizes)\b/;
/** Words that begin a sentence about something else. */
const noNames: ReadonlySet<string> = new Set([
  "All",
  "Any",
  "Each",
  "Every",
  "Either",
  "If",
  "It",
  "List",
  "Must",
  "None",
  "One",
  "Only",
  "Optional",
  "Required",
  "That",
  "There",
  "These",
  "They",
  "This",
  "What",
  "When",
  "Which",
  "Who",
]);

/** Names of TypeScript and JavaScript that types use or readers take for something else. */
const globals =
  "Array Boolean Date Error Exclude Extract Function Infinity JSON Map NaN Number Object Omit Partial Pick Promise Proxy Readonly Record RegExp Required Set String Symbol URL".split(
    " ",
  );

/** What a union is called by only together with what it belongs to. */
const ofOwner: ReadonlySet<string> = new Set([
  ...generic,
  "Format",
  "Kind",
  "Level",
  "Mode",
  "Policy",
  "Reason",
  "State",
  "Strategy",
  "Version",
]);

/**
 * What a union of literals in several places is called by; undefined where there is one, or no word for all. Properties of one
 * object that have nothing else in common hold its values.
 */
export function unionPath(paths: readonly (readonly string[])[]): readonly string[] | undefined {
  const [path = []] = paths;
  if (paths.length < 2) return undefined;
  const ending = commonEnding(paths.map((one) => one.at(-1) ?? ""));
  if (ending.length > 3 && !ofOwner.has(ending)) return [...path.slice(0, -1), ending];
  const owners = paths.map((one) => one.slice(0, -1));
  const owner = commonEnding(owners.map((one) => one.at(-1) ?? ""));
  if (ending !== "") {
    const isNamed = owner.length > 2 && !generic.has(owner);
    return isNamed ? [...path.slice(0, -2), joined(owner, ending)] : undefined;
  }
  const isOne = new Set(owners.map((one) => one.join(" "))).size === 1;
  return isOne ? [...path.slice(0, -2), joined(singular(owner), "Value")] : undefined;
}

interface Draft {
  /** All properties from the kind down, with `spec`. */
  readonly whole: readonly string[];
  /** Properties from the kind down; the last is the name by itself. */
  path: readonly string[];
  /** The same with the property in place of a name that was found elsewhere. */
  byProperty: Pick<Draft, "path" | "level"> | undefined;
  /** How many parts of the path are in the name. */
  level: number;
  /** The name of that many parts. */
  name: string;
}

/** A type that wants a name. */
export interface Unnamed {
  /** The places where it is used, each a path of properties from the kind. */
  readonly paths: readonly (readonly string[])[];
  /** Its own comment: one that was written for a Go type tells how that was called. */
  readonly comment: string;
  /** Comments of the members at those places: the field of a Go type has that of its type where it has none itself. */
  readonly comments: readonly string[];
  /** Types of Kubernetes that it is a form of, as far as one sees from each place. */
  readonly known: readonly (string | undefined)[];
}

/**
 * Names of types from the places where they are used, each a path of properties from the kind: the last property, with
 * those before it as far as types of different shapes would have one name otherwise. A type that is used in several places has
 * the words with which all of them end: LivenessProbe and ReadinessProbe make Probe.
 */
export function typeNames(input: {
  readonly types: readonly Unnamed[];
  readonly taken: ReadonlySet<string>;
}): readonly string[] {
  const taken = new Set([...input.taken, ...globals].map((name) => name.toLowerCase()));
  const drafts = input.types.map((type) => {
    const draft = draftOf({ ...type, taken });
    return { ...draft, name: nameOf(draft) };
  });
  for (let changed = true; changed; ) {
    changed = false;
    const groups = new Map<string, Draft[]>();
    for (const draft of drafts) {
      const name = draft.name.toLowerCase();
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [draft]);
      else group.push(draft);
    }
    for (const [name, group] of groups) {
      const [first] = group;
      const isFine =
        group.length === 1 && !taken.has(name) && first !== undefined && isIdentifier(first.name);
      if (isFine) continue;
      const twins = twinsOf(group);
      if (twins.length > 0) {
        for (const draft of twins) {
          const { path, level } = draft.byProperty ?? draft;
          Object.assign(draft, {
            path,
            level,
            byProperty: undefined,
            name: nameOf({ path, level }),
          });
        }
        changed = true;
        continue;
      }
      for (const draft of group) {
        if (draft.level >= draft.path.length) continue;
        const longer = nameOf({ path: draft.path, level: draft.level + 1 });
        if (longer.length > maxLength) continue;
        draft.level++;
        draft.name = longer;
        changed = true;
      }
    }
  }
  return free({ drafts, taken });
}

function draftOf(type: Unnamed & { readonly taken: ReadonlySet<string> }): Omit<Draft, "name"> {
  const { paths, taken } = type;
  const [path = []] = paths;
  const last = path.at(-1) ?? "";
  const ending = commonEnding(paths.map((one) => one.at(-1) ?? ""));
  const isName = ending.length > 3 && !generic.has(ending);
  const word = toldName(type.comment) ?? knownName(type) ?? memberName(type);
  // `spec` is where everything is: it tells nothing apart.
  const above = path.slice(0, -1).filter((part, index) => index !== 1 || part !== "Spec");
  const isRoot = path.length === 2 && (last === "Spec" || last === "Status");
  const base = isName ? ending : last;
  const byProperty = { path: [...above, base], level: isRoot || generic.has(base) ? 2 : 1 };
  return word !== undefined && !isRoot && !taken.has(word.toLowerCase())
    ? { whole: path, path: [...above, word], level: 1, byProperty }
    : { whole: path, ...byProperty, byProperty: undefined };
}

/** The name of a Go type, from its comment. */
function toldName(comment: string): string | undefined {
  const word = told.exec(comment)?.[1];
  return word === undefined || noNames.has(word) || generic.has(word) ? undefined : word;
}

/** The type of Kubernetes that a type is a form of at all places, or with which these types end. */
function knownName({ known }: Unnamed): string | undefined {
  const names = [...new Set(known)].filter((name) => name !== undefined);
  if (known.length === 0 || known.includes(undefined)) return undefined;
  const ending = commonEnding(names);
  return ending.length > 3 && !generic.has(ending) ? ending : undefined;
}

/** The name of a Go type, from comments that its fields have of it: no word of everyday use, and no other field. */
function memberName({ paths, comments }: Unnamed): string | undefined {
  const words = comments.map(toldName);
  const [word] = words;
  if (word === undefined || words.some((one) => one !== word)) return undefined;
  const properties = paths.map((path) => path.at(-1) ?? "");
  const isEnding = properties.every((property) => property !== word && property.endsWith(word));
  const isOther = properties.every((property) => !property.includes(word));
  return isEnding || (isOther && wordsOf(word).length > 1) ? word : undefined;
}

/** Types that were called alike at one place, so that no more words tell them apart: their properties do. */
function twinsOf(group: readonly Draft[]): readonly Draft[] {
  const counts = new Map<string, number>();
  const keyOf = ({ path }: Draft): string => path.join(" ");
  for (const draft of group) counts.set(keyOf(draft), (counts.get(keyOf(draft)) ?? 0) + 1);
  return group.filter(
    (draft) => draft.byProperty !== undefined && (counts.get(keyOf(draft)) ?? 0) > 1,
  );
}

function nameOf({ path, level }: Pick<Draft, "path" | "level">): string {
  return path.slice(-level).reduce((left, right) => joined(left, right), "");
}

/** Names that are still not free are made of the whole path, or get numbers. */
function free(input: {
  readonly drafts: readonly Draft[];
  readonly taken: ReadonlySet<string>;
}): readonly string[] {
  const taken = new Set(input.taken);
  const isFree = (name: string): boolean => isIdentifier(name) && !taken.has(name.toLowerCase());
  const numbers = new Map<string, number>();
  return input.drafts.map((draft) => {
    const { name } = draft;
    const whole = draft.whole.join("");
    const base = isIdentifier(name) ? name : `Type${name.replace(/[^\p{L}\p{N}]/gu, "")}`;
    const named = [base, ...(whole.length > maxLength ? [] : [whole])].find(isFree);
    const found = named ?? numbered({ base, isFree, numbers });
    taken.add(found.toLowerCase());
    return found;
  });
}

function numbered(input: {
  readonly base: string;
  readonly isFree: (name: string) => boolean;
  /** Where to go on for each base: what was taken stays taken. */
  readonly numbers: Map<string, number>;
}): string {
  const { base, isFree, numbers } = input;
  const key = base.toLowerCase();
  for (let number = numbers.get(key) ?? 2; ; number++) {
    if (!isFree(`${base}${number}`)) continue;
    numbers.set(key, number + 1);
    return `${base}${number}`;
  }
}
