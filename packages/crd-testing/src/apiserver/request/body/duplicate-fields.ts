import { endOfString, keysIn, membersOf, skipSpace } from "./key-count.js";

const maxReported = 100;

interface Level {
  readonly path: string;
  /** Names seen in an object; absent in an array. */
  readonly names: Set<string> | undefined;
  index: number;
  /** Path of the value that comes next. */
  next: string;
}

/**
 * Paths of members that valid JSON text names twice in an object, in the order of the text: `spec.replicas`. `value` is
 * what JSON.parse made of it, so that text without any costs two counts.
 */
export function duplicateFields(input: {
  readonly text: string;
  readonly value: unknown;
}): readonly string[] {
  const { text, value } = input;
  return membersOf(value) === keysIn(text) ? [] : scan(text);
}

function scan(text: string): readonly string[] {
  const found = new Set<string>();
  const levels: Level[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length && found.size < maxReported) {
    const level = levels.at(-1);
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      const colon = skipSpace(text, end);
      if (level?.names !== undefined && text[colon] === ":") {
        enter({ level, name: String(JSON.parse(text.slice(at, end))), found });
        at = skipSpace(text, colon + 1);
        continue;
      }
      at = end;
    } else if (character === "{" || character === "[") {
      const path = level?.next ?? "";
      const names = character === "{" ? new Set<string>() : undefined;
      levels.push({ path, names, index: 0, next: `${path}[0]` });
      at += 1;
    } else if (character === "}" || character === "]") {
      levels.pop();
      at += 1;
    } else {
      if (character === "," && level !== undefined && level.names === undefined) {
        level.index += 1;
        level.next = `${level.path}[${level.index}]`;
      }
      at += 1;
    }
    at = skipSpace(text, at);
  }
  return [...found];
}

function enter(input: {
  readonly level: Level;
  readonly name: string;
  readonly found: Set<string>;
}): void {
  const { level, name, found } = input;
  level.next = level.path === "" ? name : `${level.path}.${name}`;
  if (level.names?.has(name)) found.add(level.next);
  level.names?.add(name);
}
