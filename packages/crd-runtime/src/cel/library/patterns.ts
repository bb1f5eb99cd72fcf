import { RE2JS } from "re2js";
import { EvaluationError } from "../errors.js";

const maxPatterns = 1_000;

/** Patterns in RE2 syntax, compiled once. */
export class Patterns {
  readonly #compiled = new Map<string, RE2JS>();

  /** @throws EvaluationError when it is no pattern */
  compile(pattern: string): RE2JS {
    const known = this.#compiled.get(pattern);
    if (known !== undefined) return known;
    try {
      const regex = RE2JS.compile(pattern);
      // Patterns made of values have no end.
      if (this.#compiled.size >= maxPatterns) this.#compiled.clear();
      this.#compiled.set(pattern, regex);
      return regex;
    } catch (cause) {
      throw new EvaluationError(`error parsing regexp: ${String(cause)}`, { cause });
    }
  }
}
