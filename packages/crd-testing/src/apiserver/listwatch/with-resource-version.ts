const quote = 0x22;
const backslash = 0x5c;
const openings: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closings: ReadonlySet<number> = new Set([0x7d, 0x5d]);
const colon = 0x3a;
const utf8 = new TextEncoder();
const text = new TextDecoder();

/** Where in the bytes of a JSON object something stands; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * JSON of an object with another `metadata.resourceVersion`, which it must have. Nothing else is touched, or even looked at
 * closely, so that it costs a fraction of decoding.
 */
export function withResourceVersion(value: Uint8Array, revision: number): Uint8Array {
  const metadata = memberOf({ value, start: 0, name: "metadata" });
  const version = metadata && memberOf({ value, start: metadata.start, name: "resourceVersion" });
  if (version === undefined) throw new Error("a stored object has no resourceVersion");
  const replacement = utf8.encode(`"${revision}"`);
  const result = new Uint8Array(value.length - (version.end - version.start) + replacement.length);
  result.set(value.subarray(0, version.start));
  result.set(replacement, version.start);
  result.set(value.subarray(version.end), version.start + replacement.length);
  return result;
}

/** The value of a member of the object that begins at `start`. JSON has no blanks: the server wrote it. */
function memberOf(input: {
  readonly value: Uint8Array;
  readonly start: number;
  readonly name: string;
}): Span | undefined {
  const { value, start, name } = input;
  let at = start + 1;
  while (value[at] === quote) {
    const keyEnd = stringEnd(value, at);
    if (value[keyEnd] !== colon) return undefined;
    const end = valueEnd(value, keyEnd + 1);
    if (isString({ value, start: at, end: keyEnd, text: name })) return { start: keyEnd + 1, end };
    at = end + 1;
  }
  return undefined;
}

function isString(input: Span & { readonly value: Uint8Array; readonly text: string }): boolean {
  const { value, start, end } = input;
  // The names that are looked for have no escapes, nor other characters than ASCII.
  if (end - start !== input.text.length + 2) return false;
  return text.decode(value.subarray(start + 1, end - 1)) === input.text;
}

function valueEnd(value: Uint8Array, start: number): number {
  if (value[start] === quote) return stringEnd(value, start);
  let depth = 0;
  for (let at = start; at < value.length; at++) {
    const byte = value[at] ?? 0;
    if (byte === quote) at = stringEnd(value, at) - 1;
    else if (openings.has(byte)) depth++;
    else if (closings.has(byte)) {
      // The end of the object that the value is in.
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && byte === 0x2c) return at;
  }
  return value.length;
}

function stringEnd(value: Uint8Array, start: number): number {
  for (let at = start + 1; at < value.length; at++) {
    const byte = value[at];
    if (byte === backslash) at++;
    else if (byte === quote) return at + 1;
  }
  return value.length;
}
