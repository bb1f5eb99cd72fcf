/** Members of all objects in a value. */
export function membersOf(value: unknown): number {
  let count = 0;
  let level: readonly unknown[] = [value];
  while (level.length > 0) {
    const next: unknown[] = [];
    for (const container of level) {
      if (typeof container !== "object" || container === null) continue;
      const members: readonly unknown[] = Array.isArray(container)
        ? container
        : Object.values(container);
      if (!Array.isArray(container)) count += members.length;
      for (const member of members) {
        if (typeof member === "object" && member !== null) next.push(member);
      }
    }
    level = next;
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
