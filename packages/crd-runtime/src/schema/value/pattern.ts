import { RE2JS } from "re2js";

/** A pattern in RE2 syntax, which matches in linear time; compiled when it is first needed. */
export class Pattern {
  readonly source: string;
  #compiled: RE2JS | undefined;

  constructor(source: string) {
    this.source = source;
  }

  /** Whether it matches anywhere in a text. @throws when the pattern has a syntax error */
  matches(text: string): boolean {
    this.#compiled ??= RE2JS.compile(this.source);
    return this.#compiled.test(text);
  }
}

/** What is wrong with a pattern, as Go's regexp says it; undefined when nothing is. */
export function patternError(source: string): string | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
