import type { Annotation } from "./annotations.js";
import type { Area, Entry } from "./inventory.js";

/** What the tests say of an entry. */
export type State = "covered" | "deviated" | "missing" | "n/a";

/** An entry with what the tests say of it. */
export interface Verdict {
  readonly name: string;
  readonly state: State;
  /** Why it differs, or does not apply; empty where it is as there. */
  readonly reason: string;
  /** The tests that prove it. */
  readonly places: readonly string[];
  /** Of a constant: the file where it is, and a word in it. */
  readonly source?: string | undefined;
}

/** How the tests stand to the inventory. */
export interface Comparison {
  readonly areas: readonly { readonly name: string; readonly verdicts: readonly Verdict[] }[];
  /** What must not be, a line each; empty when all is well. */
  readonly problems: readonly string[];
}

/** Compares the inventory with the tests that name its entries. */
export function compare(input: {
  readonly areas: readonly Area[];
  readonly annotations: readonly Annotation[];
  /** Reads a file of this repository. */
  readonly readText: (file: string) => string;
}): Comparison {
  const { annotations, readText } = input;
  const areas = input.areas.map(({ name, entries }) => ({
    name,
    verdicts: entries.map((entry) => verdictOf({ entry, annotations })),
  }));
  const entries = input.areas.flatMap((area) => area.entries);
  return {
    areas,
    problems: [
      ...repeated(entries).map((name) => `the inventory lists ${name} twice`),
      ...annotations
        .filter(({ name }) => !entries.some((entry) => stands(entry, name)))
        .map(({ name, place }) => `${place} names ${name}, which the inventory does not list`),
      ...annotations
        .filter(({ hasTest }) => !hasTest)
        .map(({ name, place }) => `${place} names ${name}, but no test that runs follows`),
      ...areas.flatMap(({ name: area, verdicts }) =>
        verdicts
          .flatMap((verdict) => [...problemOf(verdict), ...sourceProblemOf({ verdict, readText })])
          .map((text) => `${area}: ${text}`),
      ),
    ],
  };
}

function verdictOf(input: {
  readonly entry: Entry;
  readonly annotations: readonly Annotation[];
}): Verdict {
  const { entry, annotations } = input;
  const places = annotations.filter(({ name }) => stands(entry, name)).map(({ place }) => place);
  const { name } = entry;
  if (entry.status === "n/a") return { name, state: "n/a", reason: entry.reason, places };
  const { deviation = "", source } = entry;
  const proven = deviation === "" ? "covered" : "deviated";
  const state = places.length === 0 ? "missing" : proven;
  return { name, state, reason: deviation, places, source };
}

function problemOf({ name, state, places }: Verdict): readonly string[] {
  if (state === "missing") return [`no test proves ${name}`];
  if (state === "n/a" && places.length > 0)
    return [`${name} does not apply, but ${places[0]} proves it`];
  return [];
}

function sourceProblemOf(input: {
  readonly verdict: Verdict;
  readonly readText: (file: string) => string;
}): readonly string[] {
  const { name, source } = input.verdict;
  const [file, word] = source?.split(" ") ?? [];
  if (file === undefined || word === undefined || input.readText(file).includes(word)) return [];
  return [`${file} has no ${word}, where ${name} should be`];
}

/** At most one `*` in a name. */
function stands(entry: Entry, name: string): boolean {
  const [start = "", end] = entry.name.split("*");
  if (end === undefined) return start === name;
  return name.startsWith(start) && name.endsWith(end);
}

function repeated(entries: readonly Entry[]): readonly string[] {
  const names = entries.map(({ name }) => name);
  return names.filter((name, at) => names.indexOf(name) !== at);
}
