import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { JsonValue } from "../../model/index.js";
import { decimalInteger, exponential, oldBoolean } from "./scalars.js";

/** Deeper than any definition; the other reader says where a text goes too deep. */
const maxDepth = 100;

/** Line breaks of YAML 1.1, and what no text has. */
const oddCharacter = /[\0\u0085\u2028\u2029\ufeff]/;
/** What the library reads though it is no YAML, and old line breaks; the part is looked for first, which is faster. */
const oddities = [
  ["\r", /\r(?!\n)/],
  ["\t", /\n *\t/],
  [" ---", /\n +---/],
  ["...", /\n *\.\.\.[ \t]*\S/],
] as const;
/** Characters of a key at the most. */
const maxKey = 1024;
/** What can stand behind a quoted text. */
const behindQuote = /[\s:,\]}]/;
/** A list or map within a line and nothing behind it; the library does not say where one ends. */
const flow = /[{[][^\n#{}[\]]*[}\]][ \t]*(?: #.*)?(?:\r?\n|$)/y;

/**
 * The documents of a text of plain YAML as the reader with places would have them, in a third of the time; undefined where it is
 * none, or has what that reader looks into or reports: anchors, tags, directives, keys that are there twice, booleans of YAML 1.1.
 */
export function readPlainYaml(text: string): readonly JsonValue[] | undefined {
  if (isOdd(text)) return undefined;
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth });
  } catch {
    return undefined;
  }
  return new PlainEvents({ text, events }).documents();
}

function isOdd(text: string): boolean {
  if (text.endsWith(" ") || oddCharacter.test(text)) return true;
  const lines = `\n${text}`;
  return oddities.some(([part, pattern]) => text.includes(part) && pattern.test(lines));
}

class PlainEvents {
  readonly #text: string;
  readonly #events: readonly Event[];
  #at = 0;

  constructor(input: { readonly text: string; readonly events: readonly Event[] }) {
    this.#text = input.text;
    this.#events = input.events;
  }

  documents(): readonly JsonValue[] | undefined {
    const documents: JsonValue[] = [];
    while (this.#at < this.#events.length) {
      const start = this.#events[this.#at++];
      if (start?.type !== EVENT_ID.DOCUMENT || start.directives.length > 0) return undefined;
      const [document, more] = this.#toPop() ?? [];
      if (typeof document !== "object" || more !== undefined) return undefined;
      documents.push(document);
    }
    return documents;
  }

  /** Values up to the end of what is open. */
  #toPop(): JsonValue[] | undefined {
    const values: JsonValue[] = [];
    while (this.#events[this.#at]?.type !== EVENT_ID.POP) {
      const value = this.#value();
      if (value === undefined) return undefined;
      values.push(value);
    }
    this.#at++;
    return values;
  }

  #value(): JsonValue | undefined {
    const event = this.#events[this.#at++];
    switch (event?.type) {
      case EVENT_ID.SCALAR: {
        const text = this.#scalar(event);
        return event.style === SCALAR_STYLE.PLAIN && text !== undefined ? plainScalar(text) : text;
      }
      case EVENT_ID.SEQUENCE:
        return this.#isPlain(event) ? this.#toPop() : undefined;
      case EVENT_ID.MAPPING:
        return this.#isPlain(event) ? this.#map() : undefined;
      default:
        return undefined;
    }
  }

  #isPlain({ anchorStart, tagStart, style, start }: MappingEvent | SequenceEvent): boolean {
    if (anchorStart !== -1 || tagStart !== -1) return false;
    flow.lastIndex = start;
    return style === COLLECTION_STYLE.BLOCK || flow.test(this.#text);
  }

  #scalar(event: ScalarEvent): string | undefined {
    const { anchorStart, tagStart, style, valueEnd } = event;
    if (anchorStart !== -1 || tagStart !== -1) return undefined;
    const text = getScalarValue(this.#text, event);
    switch (style) {
      case SCALAR_STYLE.PLAIN:
        return text;
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED: {
        const next = this.#text.charAt(valueEnd + 1);
        return next === "" || behindQuote.test(next) ? text : undefined;
      }
      default:
        // The libraries differ in how many line breaks a block of blank lines has.
        return text.trim() === "" ? undefined : text;
    }
  }

  #map(): JsonValue | undefined {
    const map: Record<string, JsonValue> = {};
    for (;;) {
      const key = this.#events[this.#at++];
      if (key?.type === EVENT_ID.POP) return map;
      if (key?.type !== EVENT_ID.SCALAR) return undefined;
      const name = this.#scalar(key);
      if (name === undefined || !isPlainKey(name) || Object.hasOwn(map, name)) return undefined;
      if (key.style === SCALAR_STYLE.PLAIN && oldBoolean(name) !== undefined) return undefined;
      const value = this.#value();
      if (value === undefined) return undefined;
      map[name] = value;
    }
  }
}

function isPlainKey(key: string): boolean {
  return key !== "" && key !== "<<" && key !== "__proto__" && key.length <= maxKey;
}

const words = new Map<string, JsonValue>([
  ...["", "~", "null", "Null", "NULL"].map((text) => [text, null] as const),
  ...["true", "True", "TRUE"].map((text) => [text, true] as const),
  ...["false", "False", "FALSE"].map((text) => [text, false] as const),
]);
const likeNumber = /^[-+.0-9]/;
const integer = /^[-+]?[0-9]+$/;
const fraction = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
const exponent = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/;
const otherNumber = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The value of a scalar without quotes in YAML's core schema. */
function plainScalar(text: string): JsonValue | undefined {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!likeNumber.test(text)) return oldBoolean(text) === undefined ? text : undefined;
  // A bigint only passes through here, as in readExactJson.
  if (integer.test(text)) return decimalInteger(text) as JsonValue;
  if (exponent.test(text)) return exponential(text);
  if (fraction.test(text)) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return otherNumber.test(text) ? undefined : text;
}
