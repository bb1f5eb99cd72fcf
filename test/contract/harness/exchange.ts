import type { Json } from "./json.js";

/** What a step has shown: an answer, or frames of a watch. As it came, or with symbols for what the server is free in. */
export interface Exchange {
  /** The step, for people: `POST widgets`. */
  readonly step: string;
  readonly status?: number;
  /** Those that belong to the contract. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, otherwise its text; absent when empty. */
  readonly body?: Json;
  readonly frames?: readonly Json[];
  /** The stream is over. */
  readonly end?: true;
  /** metadata.generateName that was sent; not recorded. */
  readonly generateName?: string;
  /** Why the case could not go on here. */
  readonly problem?: string;
}

const contractual = [
  "content-type",
  "content-encoding",
  "warning",
  "retry-after",
  "www-authenticate",
  "allow",
  "cache-control",
  "location",
];

/** Headers that belong to the contract; the usual ones are left out. */
export function contractHeaders(
  headers: Readonly<Record<string, readonly string[]>>,
): Pick<Exchange, "headers"> {
  const kept = contractual.flatMap((name) => {
    const values = headers[name];
    if (values === undefined) return [];
    const text = values.join(", ");
    return usual.has(`${name}: ${text}`) ? [] : [[name, text] as const];
  });
  return kept.length === 0 ? {} : { headers: Object.fromEntries(kept) };
}

const usual = new Set(["content-type: application/json", "cache-control: no-cache, private"]);
