/** An `info` is no problem: it says what a run did that may be missed. */
export type Severity = "error" | "warning" | "info";

/** What the catalogue says of a diagnostic: one table feeds the terminal, JSON, `crd-project explain` and the docs. */
export interface Entry {
  readonly severity: Severity;
  /** Of an error: without what is wrong, the run can go on, so a project may make it a warning. */
  readonly skippable?: true;
  /** Area of which an error at the same place says what this one would, nearer to the words of the tag. */
  readonly behind?: "tag";
  /** One line with `{placeholders}`, lower-case start, no full stop. */
  readonly message: string;
  /** Why this is a problem, in one or two sentences. */
  readonly cause: string;
  /** What to do, in one or two sentences. */
  readonly fix: string;
}

/** Keeps the literal types of an area of the catalogue; its codes start with `<area>/`. */
export function entries<const T extends Readonly<Record<string, Entry>>>(table: T): T {
  return table;
}
