import type { Structural } from "../structural.js";

/** A path into a schema, and what it leads to. */
export interface FoundField {
  /** The path in the notation of field errors; the same for the same member. */
  readonly path: string;
  /** The first step. */
  readonly root: string | undefined;
  readonly schema: Structural;
  readonly error?: undefined;
}

/** Why a path leads nowhere. */
export interface NoField {
  readonly error: string;
}

interface PathInput {
  /** `.spec.color`, `.metadata.labels['a']`. */
  readonly jsonPath: string;
  readonly schema: Structural;
  /** Whether `['name']` may stand for `.name`. */
  readonly brackets: "allowed" | "forbidden";
}

const delimiters: ReadonlySet<string> = new Set([".", "[", "]"]);
const noSuchField = "does not refer to a valid field";

/**
 * Follows a path down a schema: members by name, members of maps by key.
 *
 * Follows cel.ValidFieldPath of apiextensions-apiserver.
 */
export function findField({ jsonPath, schema, brackets }: PathInput): FoundField | NoField {
  const tokens = tokensOf(jsonPath);
  let current = schema;
  let path = "";
  let root: string | undefined;
  for (let at = 0; at < tokens.length; ) {
    const step = stepAt({ tokens, at, brackets });
    if ("error" in step) return step;
    if (current.properties.size > 0) {
      const property = current.properties.get(step.name);
      if (property === undefined) return { error: noSuchField };
      current = property;
      path += path === "" ? step.name : `.${step.name}`;
    } else if (typeof current.additionalProperties === "object") {
      current = current.additionalProperties;
      path += `[${step.name}]`;
    } else return { error: noSuchField };
    if (step.unclosed !== undefined) return { error: step.unclosed };
    root ??= step.name;
    at = step.next;
  }
  return { path, root, schema: current };
}

interface Step {
  readonly name: string;
  readonly next: number;
  /** What is wrong behind the name; a name that leads nowhere comes first. */
  readonly unclosed?: string | undefined;
}

function stepAt(input: {
  readonly tokens: readonly string[];
  readonly at: number;
  readonly brackets: "allowed" | "forbidden";
}): NoField | Step {
  const { tokens, at, brackets } = input;
  const [token = "", name, close] = tokens.slice(at, at + 3);
  if (token === ".") {
    return name === undefined ? { error: "unexpected end of JSON path" } : { name, next: at + 2 };
  }
  if (token !== "[") return { error: `expected [ or . but got: ${token}` };
  if (brackets === "forbidden") return { error: "array notation is not allowed" };
  if (name === undefined) return { error: "unexpected end of JSON path" };
  if (name.length < 2 || !name.startsWith("'") || !name.endsWith("'")) {
    return { error: `expected single quoted string but got ${name}` };
  }
  const unclosed =
    close === undefined
      ? "unexpected end of JSON path"
      : close === "]"
        ? undefined
        : `expected ] but got ${close}`;
  return { name: unescaped(name.slice(1, -1)), next: at + 3, unclosed };
}

/** Delimiters, and what is between them; a text in single quotes is one token. */
function tokensOf(path: string): readonly string[] {
  const tokens: string[] = [];
  for (let start = 0; start < path.length; ) {
    const end = path[start] === "'" ? endOfQuoted(path, start) : endOfName(path, start);
    tokens.push(path.slice(start, end));
    start = end;
  }
  return tokens;
}

function endOfName(path: string, start: number): number {
  if (delimiters.has(path[start] ?? "")) return start + 1;
  let end = start;
  while (end < path.length && !delimiters.has(path[end] ?? "")) end += 1;
  return end;
}

function endOfQuoted(path: string, start: number): number {
  for (let end = start + 1; end < path.length; end += 1) {
    if (path[end] === "'" && path[end - 1] !== "\\") return end + 1;
  }
  return path.length;
}

const escapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}
