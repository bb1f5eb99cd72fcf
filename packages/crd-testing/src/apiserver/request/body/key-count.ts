/** How deep JSON may be nested, as in Go. */
const maxDepth = 10_000;

/** Members of all objects in a value. @throws RangeError when it is nested too deep */
export function membersOf(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > maxDepth) throw new RangeError("exceeded max depth");
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === "object") count += membersOf(item, depth + 1);
    }
    return count;
  }
  for (const member of Object.values(value)) {
    count += typeof member === "object" ? membersOf(member, depth + 1) + 1 : 1;
  }
  return count;
}

/** Members that a text of valid JSON writes: strings that a colon follows. */
export function keysIn(text: string): number {
  let count = 0;
  for (let quote = text.indexOf('"'); quote !== -1; ) {
    const end = endOfString(text, quote);
    if (text.charCodeAt(skipSpace(text, end)) === 58) count += 1;
    quote = text.indexOf('"', end);
  }
  return count;
}

/** Index after the closing quote of the string that opens at `quote`. */
export function endOfString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

/** Index of the next character that is no white space of JSON. */
export function skipSpace(text: string, index: number): number {
  let at = index;
  for (let code = text.charCodeAt(at); code <= 32; code = text.charCodeAt(at)) at += 1;
  return at;
}
