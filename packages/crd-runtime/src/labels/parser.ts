import { SelectorError } from "./errors.js";
import { type Token, tokenize } from "./lexer.js";
import { Requirement, type SelectorOperator } from "./requirement.js";
import { invalidValue, qualifiedNameErrors } from "./validation.js";

const operators: ReadonlyMap<string, SelectorOperator> = new Map<string, SelectorOperator>([
  ["in", "in"],
  ["notin", "notin"],
  ["=", "="],
  ["==", "=="],
  ["!=", "!="],
  [">", "gt"],
  ["<", "lt"],
]);
const operatorNames = [...operators.values()].join(", ");

/**
 * Reads the requirements of a label selector in the API's text form, in the order of the text.
 *
 * @throws SelectorError with the API server's text
 */
export function parseRequirements(text: string): readonly Requirement[] {
  return new Parser(tokenize(text)).requirements();
}

/** Recursive descent over the tokens; messages and grammar follow apimachinery's pkg/labels. */
class Parser {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  requirements(): readonly Requirement[] {
    const found: Requirement[] = [];
    if (this.#peek().type === "end") return found;
    if (!this.#startsRequirement()) throw this.#expected("!, identifier, or 'end of string'");
    for (;;) {
      found.push(this.#requirement());
      if (this.#peek().type === "end") return found;
      if (!this.#take(",")) throw this.#expected("',' or 'end of string'");
      if (!this.#startsRequirement()) throw this.#expected("identifier after ','");
    }
  }

  #requirement(): Requirement {
    try {
      const negated = this.#take("!");
      const key = this.#key();
      if (negated) return new Requirement({ key, operator: "!", values: [] });
      if (this.#atEndOfRequirement()) {
        return new Requirement({ key, operator: "exists", values: [] });
      }
      const operator = this.#operator();
      const values =
        operator === "in" || operator === "notin" ? this.#valueSet() : [this.#exactValue()];
      return new Requirement({ key, operator, values });
    } catch (error) {
      if (!(error instanceof SelectorError)) throw error;
      throw new SelectorError(`unable to parse requirement: ${error.message}`, { cause: error });
    }
  }

  #operator(): SelectorOperator {
    const operator = operators.get(this.#peek().text);
    if (operator === undefined) throw this.#expected(operatorNames);
    this.#position++;
    return operator;
  }

  /** An absent value is the empty one: `tier=` and `tier=,app`. */
  #exactValue(): string {
    return this.#atEndOfRequirement() ? "" : this.#identifier();
  }

  /**
   * `(a,b)`; `()` holds the empty value. A comma at either end, or two in a row, stand for the empty value; three things in a row that the server
   * refuses, such as `(a,,)`, are refused here too.
   */
  #valueSet(): readonly string[] {
    if (!this.#take("(")) throw new SelectorError(`found '${this.#peek().text}' expected: '('`);
    if (this.#take(")")) return [""];
    if (this.#peek().type !== "identifier" && this.#peek().text !== ",") {
      throw this.#expected("',', ')' or identifier");
    }
    const values = new Set<string>();
    for (;;) {
      if (this.#peek().type === "identifier") {
        values.add(this.#identifier());
        if (this.#take(")")) return [...values].sort();
        if (this.#peek().text !== ",") throw this.#expected("',' or ')'");
      } else if (this.#take(",")) {
        if (values.size === 0) values.add("");
        if (this.#take(")")) return [...values.add("")].sort();
        if (this.#take(",")) values.add("");
      } else {
        throw this.#expected("',', or identifier");
      }
    }
  }

  #key(): string {
    const key = this.#identifier();
    const problem = invalidValue({ value: key, errors: qualifiedNameErrors(key) });
    // The server names no field here.
    if (problem !== undefined) throw new SelectorError(`<nil>: ${problem}`);
    return key;
  }

  #identifier(): string {
    const token = this.#peek();
    if (token.type !== "identifier") throw this.#expected("identifier");
    this.#position++;
    return token.text;
  }

  #startsRequirement(): boolean {
    const token = this.#peek();
    return token.type === "identifier" || token.text === "!";
  }

  #atEndOfRequirement(): boolean {
    const token = this.#peek();
    return token.type === "end" || (token.type === "symbol" && token.text === ",");
  }

  #take(symbol: string): boolean {
    const token = this.#peek();
    if (token.type !== "symbol" || token.text !== symbol) return false;
    this.#position++;
    return true;
  }

  #peek(): Token {
    return this.#tokens[this.#position] ?? { type: "end", text: "" };
  }

  #expected(what: string): SelectorError {
    return new SelectorError(`found '${this.#peek().text}', expected: ${what}`);
  }
}
