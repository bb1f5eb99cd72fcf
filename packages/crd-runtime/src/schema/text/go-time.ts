/** A point in time that Go has read. */
export interface GoTime {
  /** `2026-01-01T00:00:00` in UTC; years beyond 9999 have more digits. */
  readonly seconds: string;
  /** Decimals of the second as they were written: `123`; `""` when there were none. */
  readonly fraction: string;
}

/** How many decimals a second has: any number (RFC 3339, metav1.Time), or six (metav1.MicroTime). */
export type Decimals = "any" | "six";

/**
 * Reads a time as Go's time.Parse does: an hour may have one digit, an offset may be 24 hours, and a day must be in the calendar.
 *
 * @throws GoTimeError with Go's text
 */
export function parseGoTime(text: string, decimals: Decimals): GoTime {
  return new Parser(text, decimals).parse();
}

/** A text that is no time. */
export class GoTimeError extends Error {
  override readonly name = "GoTimeError";
}

const bytes = new TextEncoder();

class Parser {
  readonly #text: string;
  readonly #decimals: Decimals;
  #rest: string;

  constructor(text: string, decimals: Decimals) {
    this.#text = text;
    this.#decimals = decimals;
    this.#rest = text;
  }

  parse(): GoTime {
    const year = this.#number({ element: "2006", pattern: /^\d{4}/ });
    this.#skip("-");
    const month = this.#twoDigits({ element: "01", name: "month", from: 1, to: 12 });
    this.#skip("-");
    const day = this.#number({ element: "02", pattern: /^\d\d/ });
    this.#skip("T");
    const hour = this.#number({ element: "15", pattern: /^\d\d?/ });
    if (hour >= 24) throw this.#outOfRange("hour");
    this.#skip(":");
    const minute = this.#twoDigits({ element: "04", name: "minute", from: 0, to: 59 });
    this.#skip(":");
    const second = this.#twoDigits({ element: "05", name: "second", from: 0, to: 59 });
    const fraction = this.#fraction();
    const offset = this.#offsetMinutes();
    if (this.#rest !== "") throw this.#problem(`: extra text: ${quoted(this.#rest)}`);
    if (day < 1 || day > daysIn(year, month)) throw this.#outOfRange("day");
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute - offset, second);
    return { seconds: formatted(date), fraction };
  }

  #skip(literal: string): void {
    if (!this.#rest.startsWith(literal)) throw this.#mismatch(literal);
    this.#rest = this.#rest.slice(literal.length);
  }

  #number(input: { readonly element: string; readonly pattern: RegExp }): number {
    const found = input.pattern.exec(this.#rest)?.[0];
    if (found === undefined) throw this.#mismatch(input.element);
    this.#rest = this.#rest.slice(found.length);
    return Number(found);
  }

  #twoDigits(input: {
    readonly element: string;
    readonly name: string;
    readonly from: number;
    readonly to: number;
  }): number {
    const { element, name, from, to } = input;
    const value = this.#number({ element, pattern: /^\d\d/ });
    if (value < from || value > to) throw this.#outOfRange(name);
    return value;
  }

  #fraction(): string {
    const six = this.#decimals === "six";
    const found = (six ? /^[.,]\d{6}/ : /^[.,]\d+/).exec(this.#rest)?.[0];
    if (found === undefined) {
      if (six) throw this.#mismatch(".000000");
      return "";
    }
    this.#rest = this.#rest.slice(found.length);
    return found.slice(1);
  }

  #offsetMinutes(): number {
    if (this.#rest.startsWith("Z")) {
      this.#rest = this.#rest.slice(1);
      return 0;
    }
    const [found, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(this.#rest) ?? [];
    if (found === undefined) throw this.#mismatch("Z07:00");
    if (Number(hours) > 24) throw this.#outOfRange("time zone offset hour");
    if (Number(minutes) > 60) throw this.#outOfRange("time zone offset minute");
    this.#rest = this.#rest.slice(found.length);
    const offset = Number(hours) * 60 + Number(minutes);
    return sign === "-" ? -offset : offset;
  }

  #mismatch(element: string): GoTimeError {
    const layout = `2006-01-02T15:04:05${this.#decimals === "six" ? ".000000" : ""}Z07:00`;
    return this.#problem(
      ` as "${layout}": cannot parse ${quoted(this.#rest)} as ${quoted(element)}`,
    );
  }

  #outOfRange(name: string): GoTimeError {
    return this.#problem(`: ${name} out of range`);
  }

  #problem(what: string): GoTimeError {
    return new GoTimeError(`parsing time ${quoted(this.#text)}${what}`);
  }
}

function daysIn(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function formatted(date: Date): string {
  const year = date.getUTCFullYear();
  const digits = String(Math.abs(year)).padStart(4, "0");
  const [rest = ""] = /-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(date.toISOString()) ?? [];
  return `${year < 0 ? "-" : ""}${digits}${rest}`;
}

/** Quotes as package time does: what is no printable ASCII in bytes. */
function quoted(text: string): string {
  let result = "";
  for (const byte of bytes.encode(text)) {
    const character = String.fromCharCode(byte);
    if (byte < 0x20 || byte >= 0x7f) result += `\\x${byte.toString(16).padStart(2, "0")}`;
    else result += character === '"' || character === "\\" ? `\\${character}` : character;
  }
  return `"${result}"`;
}
