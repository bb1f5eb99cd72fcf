import { SelectorError } from "./errors.js";

/** One condition of a field selector; an absent field has the empty value. */
export interface FieldRequirement {
  readonly field: string;
  readonly operator: "=" | "!=";
  readonly value: string;
}

/** Values of the fields of an object that a selector may name, by path such as `metadata.name`. */
export type FieldSet = Readonly<Record<string, string>>;

/** Decides by some of its fields whether an object is meant: all requirements must be met. Follows fields.Selector of apimachinery. */
export class FieldSelector {
  readonly requirements: readonly FieldRequirement[];

  constructor(requirements: readonly FieldRequirement[]) {
    this.requirements = requirements;
  }

  /** Whether it restricts nothing. */
  get isEmpty(): boolean {
    return this.requirements.length === 0;
  }

  matches(fields: FieldSet): boolean {
    return this.requirements.every(({ field, operator, value }) => {
      const actual = Object.hasOwn(fields, field) ? (fields[field] ?? "") : "";
      return (actual === value) === (operator === "=");
    });
  }

  /** The value that the field must have, when a requirement says so; servers use it to read one object. */
  requiresExactMatch(field: string): string | undefined {
    return this.requirements.find((item) => item.field === field && item.operator === "=")?.value;
  }

  /**
   * @throws SelectorError naming the first field that a resource cannot be selected by, in the API server's words
   */
  requireFields(supported: Iterable<string>): void {
    const known = new Set(supported);
    const unknown = this.requirements.find((requirement) => !known.has(requirement.field));
    if (unknown !== undefined) {
      throw new SelectorError(`field label not supported: ${unknown.field}`);
    }
  }

  /** The selector as the API takes it in `fieldSelector`. */
  toString(): string {
    return this.requirements
      .map(({ field, operator, value }) => `${field}${operator}${escapeFieldValue(value)}`)
      .join(",");
  }
}

/** Fields that every resource can be selected by. */
export function metadataFields(object: {
  readonly metadata: {
    readonly name?: string | undefined;
    readonly namespace?: string | undefined;
  };
}): FieldSet {
  const { name = "", namespace = "" } = object.metadata;
  return { "metadata.name": name, "metadata.namespace": namespace };
}

/**
 * Reads a field selector in the API's text form: `path=value`, `path==value`, `path!=value`, joined by commas; `\`, `,` and
 * `=` in a value are escaped with a backslash. Empty terms are skipped. Which fields exist is for the caller to say.
 *
 * @throws SelectorError with the API server's text
 */
export function parseFieldSelector(text: string): FieldSelector {
  const requirements = splitTerms(text)
    .filter((term) => term !== "")
    .sort()
    .map((term) => parseTerm({ text, term }));
  // A term without field and value restricts nothing.
  return new FieldSelector(requirements.filter(({ field, value }) => field !== "" || value !== ""));
}

/** Escapes a value for use in a field selector. */
export function escapeFieldValue(value: string): string {
  return value.replace(/[\\,=]/g, "\\$&");
}

/** At commas that no backslash precedes; backslashes stay for the values. */
function splitTerms(text: string): readonly string[] {
  return text.match(/(?:[^\\,]|\\[\s\S]?)+/g) ?? [];
}

function parseTerm(input: { readonly text: string; readonly term: string }): FieldRequirement {
  const { text, term } = input;
  const match = /!=|==|=/.exec(term);
  if (match === null) {
    throw new SelectorError(`invalid selector: '${text}'; can't understand '${term}'`);
  }
  return {
    field: term.slice(0, match.index),
    operator: match[0] === "!=" ? "!=" : "=",
    value: unescapeFieldValue(term.slice(match.index + match[0].length)),
  };
}

function unescapeFieldValue(text: string): string {
  return text.replace(/\\([\s\S]?)|[,=]/gu, (sequence: string, escaped: string | undefined) => {
    if (escaped === undefined) {
      // The server prints the character's number.
      throw new SelectorError(
        `invalid field selector: unescaped character in value: ${sequence.codePointAt(0)}`,
      );
    }
    if (escaped === "\\" || escaped === "," || escaped === "=") return escaped;
    throw new SelectorError(`invalid field selector: invalid escape sequence: ${sequence}`);
  });
}
