import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Text has comments and names that YAML could misread: it is long enough to be folded at eighty columns. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Text extends TypeMeta {
  metadata: ObjectMeta;
  spec: TextSpec;
}

/**
 * TextSpec: a comment with a colon.
 *
 * And a second paragraph
 * of two lines.
 */
export interface TextSpec {
  /** Plain and short. */
  short: string;
  /** A line that is a good deal longer than eighty columns, so that it has to be folded, and then it goes on for long enough to be folded a second time. */
  long: string;
  /** key: value */
  colon: string;
  /** `code` first */
  backtick: string;
  /** 'single' first */
  single: string;
  /** "double" first */
  double: string;
  /** It's only inside, and it isn't first; a line that's long enough to be folded with all of it's apostrophes. */
  apostrophe: string;
  /** 'Deprecated': isn't used: a quoted line that is long enough to be folded, with 'apostrophes' in it and a colon. */
  quotedLong: string;
  /**
   * - a list
   * - of two
   */
  list: string;
  /** # not a comment */
  hash: string;
  /** trailing # hash */
  trailingHash: string;
  /** true */
  boolean: string;
  /** 1.10 */
  number: string;
  /** null */
  null: string;
  /** 2024-01-01 */
  date: string;
  /** Übergröße 世界 */
  nonASCII: string;
  /** With an emoji 😀 in it, which is written as an escape in a line that is long enough to be folded somewhere. */
  emoji: string;
  /**
   * Before.
   * TODO: not this line
   * After.
   */
  todo: string;
  /** TODO(someone): nothing else */
  onlyTodo: string;
  /**
   * Kept.
   *
   * TODO the paragraph before stays
   */
  lastTodo: string;
  /**
   * Shown.
   * ---
   * Hidden.
   */
  dashes: string;
  /**
   * Example:
   *
   * ```
   * TODO: stays in a fence
   * ---
   * so does this
   * ```
   *
   * End.
   */
  fence: string;
  /**
   * List:
   *   - one
   *     - two
   *
   * Done.
   */
  inner: string;
  /**
   * Ends in a no-break space. 
   *  Begins with one.
   */
  noBreak: string;
  /**
   *   Begins with blanks.
   *   And goes on with them.
   */
  indented: string;
  /** 	Begins with a tab. */
  tabbed: string;
  /** path\to\"file" */
  backslash: string;
  /**
   * * star
   */
  star: string;
  /** %percent & @at [brackets] {braces} !bang | pipe > greater */
  specials: string;
  /** http://example.com/a-very-long-address/that-cannot-be-folded-because-it-has-no-spaces-in-it/at-all and more */
  address: string;
  on: string;
  y: string;
  n: string;
  "1": string;
  "1.5": string;
  "with-hyphen": string;
  "with.dot": string;
  "$ref": string;
  "-XX": string;
  "3scale": string;
  Upper: string;
  upper: string;
  int32X: string;
  intX: string;
  a10: string;
  a9: string;
  a_b: string;
  true: string;
  "~": string;
  "example.com/key": string;
  choice: "on" | "off" | "1" | "" | "y" | "True" | "a: b" | "1.10";
}
