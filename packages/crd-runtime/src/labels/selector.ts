import { parseRequirements } from "./parser.js";
import { type LabelSet, Requirement } from "./requirement.js";

/**
 * Decides by its labels whether an object is meant: all requirements must be met. Follows labels.Selector of apimachinery.
 *
 * @example
 * parseLabelSelector("app in (db, cache), tier!=test, !canary").matches(object.metadata.labels)
 */
export class Selector {
  readonly requirements: readonly Requirement[];
  /** Matches no object at all, whatever its labels. */
  readonly isNothing: boolean;

  private constructor(input: {
    readonly requirements: readonly Requirement[];
    readonly isNothing: boolean;
  }) {
    this.requirements = input.requirements;
    this.isNothing = input.isNothing;
  }

  /** Matches every object. */
  static readonly everything = new Selector({ requirements: [], isNothing: false });
  /** Matches no object. */
  static readonly nothing = new Selector({ requirements: [], isNothing: true });

  /** A selector of requirements, sorted by key as the API server does. */
  static of(requirements: readonly Requirement[]): Selector {
    const sorted = [...requirements].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    return new Selector({ requirements: sorted, isNothing: false });
  }

  /** Whether it restricts nothing. */
  get isEmpty(): boolean {
    return !this.isNothing && this.requirements.length === 0;
  }

  matches(labels: LabelSet): boolean {
    if (this.isNothing) return false;
    return this.requirements.every((requirement) => requirement.matches(labels));
  }

  /** The selector as the API takes it in `labelSelector`; that of {@link Selector.nothing} cannot be written down. */
  toString(): string {
    return this.requirements.join(",");
  }
}

/**
 * Reads a label selector in the API's text form: `=`, `==`, `!=`, `in (...)`, `notin (...)`, `>`, `<`, `key`, `!key`, joined
 * by commas. The empty text selects everything.
 *
 * @throws SelectorError with the API server's text
 */
export function parseLabelSelector(text: string): Selector {
  return Selector.of(parseRequirements(text));
}

/** Selects the objects that have every one of the labels; undefined and no labels select everything. */
export function selectorFromLabels(labels: LabelSet): Selector {
  const requirements = Object.entries(labels ?? {}).map(
    ([key, value]) => new Requirement({ key, operator: "=", values: [value] }),
  );
  return Selector.of(requirements);
}
