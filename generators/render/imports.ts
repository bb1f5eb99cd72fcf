import { maxColumns } from "./doc.js";
import { marks } from "./marks.js";
import { relativeModule } from "./relative-module.js";
import type { ImportSymbol } from "./render.js";

/** Globals of JavaScript and TypeScript: no import takes their names, which templates use and linters guard. */
const globals: ReadonlySet<string> = new Set(
  (
    "AbortController AbortSignal AggregateError Array ArrayBuffer ArrayLike AsyncGenerator AsyncIterable " +
    "AsyncIterator Atomics Awaited BigInt BigInt64Array BigUint64Array Boolean Buffer DataView Date Error " +
    "EvalError Exclude Extract FinalizationRegistry Float32Array Float64Array Function Generator Infinity " +
    "InstanceType Int16Array Int32Array Int8Array Intl Iterable Iterator JSON Map Math NaN NonNullable " +
    "Number Object Omit Parameters Partial Pick Promise Proxy RangeError Readonly ReadonlyArray ReadonlyMap " +
    "ReadonlySet Record ReferenceError Reflect RegExp Required ReturnType Set SharedArrayBuffer String " +
    "Symbol SyntaxError TypeError URIError URL Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap " +
    "WeakRef WeakSet console globalThis undefined"
  ).split(" "),
);

/** Top-level declarations of a rendered module. */
const declarations =
  /^(?:export )?(?:abstract |async |declare )*(?:class|interface|function\*?|const|let|type) ([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;

interface Import {
  readonly symbol: ImportSymbol;
  /** Some template needs the name as a value. */
  value: boolean;
}

/** Imports of one module: collected while its template renders, named and printed when it closes. */
export class Imports {
  readonly #path: string;
  readonly #extension: string;
  readonly #imports = new Map<string, number>();
  readonly #marks = new Map<ImportSymbol, string>();
  readonly #list: Import[] = [];

  constructor(input: { readonly path: string; readonly importExtension: string }) {
    this.#path = input.path;
    this.#extension = input.importExtension;
  }

  /** Notes that the module uses a symbol; returns the mark that `close` replaces by its local name. */
  use(symbol: ImportSymbol): string {
    const known = this.#marks.get(symbol);
    if (known !== undefined) return known;
    const mark = `${marks.refOpen}${this.#note(symbol)}${marks.refClose}`;
    this.#marks.set(symbol, mark);
    return mark;
  }

  /** The specifier of a module as this one imports it; for `import(...)`, which no import block holds. */
  specifierOf(symbol: ImportSymbol): string {
    return this.#specifier(symbol);
  }

  /** Index of a symbol in the list of imports. */
  #note(symbol: ImportSymbol): number {
    const key = `${symbol.module} ${symbol.name}`;
    let index = this.#imports.get(key);
    if (index === undefined) {
      index = this.#list.length;
      this.#imports.set(key, index);
      this.#list.push({ symbol, value: !symbol.typeOnly });
    }
    const used = this.#list[index];
    if (used !== undefined && !symbol.typeOnly) used.value = true;
    return index;
  }

  /** Import block ("" or with a line end) and the body with local names in place of marks. */
  close(body: string): { readonly block: string; readonly body: string } {
    const names = this.#localNames(body);
    return { block: this.#block(names), body: withNames({ body, names }) };
  }

  /**
   * A name stays as it is when it is no global, the module declares nothing of that name and imports no other
   * symbol of it; among equals the one from the module's own folder keeps it. The rest get the folder in front.
   */
  #localNames(body: string): readonly string[] {
    const taken = new Set([...body.matchAll(declarations)].map((match) => match[1] ?? ""));
    const names = new Map<Import, string>();
    const rest: Import[] = [];
    for (const [name, used] of this.#byName()) {
      const own = used.find((each) => each.symbol.module === this.#path);
      const free = !taken.has(name) && !globals.has(name);
      const keeper = own ?? (free ? this.#nearest(used) : undefined);
      if (keeper !== undefined) names.set(keeper, name);
      rest.push(...used.filter((each) => each !== keeper));
    }
    for (const name of names.values()) taken.add(name);
    for (const each of rest.sort((a, b) => compare(key(a), key(b)))) {
      const name = alias({ symbol: each.symbol, taken });
      taken.add(name);
      names.set(each, name);
    }
    return this.#list.map((used) => names.get(used) ?? used.symbol.name);
  }

  #byName(): ReadonlyMap<string, readonly Import[]> {
    const groups = new Map<string, Import[]>();
    for (const used of this.#list) {
      const group = groups.get(used.symbol.name);
      if (group === undefined) groups.set(used.symbol.name, [used]);
      else group.push(used);
    }
    return groups;
  }

  /** The only symbol of a name, or the only one of several that comes from the module's own folder. */
  #nearest(used: readonly Import[]): Import | undefined {
    if (used.length === 1) return used[0];
    const near = used.filter((each) => folder(each.symbol.module) === folder(this.#path));
    return near.length === 1 ? near[0] : undefined;
  }

  #block(names: readonly string[]): string {
    const byModule = new Map<string, { name: string; local: string; value: boolean }[]>();
    for (const [index, { symbol, value }] of this.#list.entries()) {
      if (symbol.module === this.#path) continue;
      const from = this.#specifier(symbol);
      const entry = { name: symbol.name, local: names[index] ?? symbol.name, value };
      const entries = byModule.get(from);
      if (entries === undefined) byModule.set(from, [entry]);
      else entries.push(entry);
    }
    return [...byModule]
      .sort(([a], [b]) => compareSpecifiers({ a, b }))
      .map(([from, entries]) => statement({ from, entries }))
      .join("");
  }

  /** `crd-runtime`, or the path from this module's folder: `../../../apis/example.com/v1/types.js`. */
  #specifier(symbol: ImportSymbol): string {
    if (symbol.moduleKind === "package") return symbol.module;
    return relativeModule({ from: this.#path, to: symbol.module, extension: this.#extension });
  }
}

/** The body with names in place of the marks, which hold their indexes. */
function withNames(input: { readonly body: string; readonly names: readonly string[] }): string {
  const { body, names } = input;
  let out = "";
  let from = 0;
  let open = body.indexOf(marks.refOpen);
  while (open !== -1) {
    const close = body.indexOf(marks.refClose, open);
    out += body.slice(from, open) + (names[Number(body.slice(open + 1, close))] ?? "");
    from = close + 1;
    open = body.indexOf(marks.refOpen, from);
  }
  return out + body.slice(from);
}

function key(used: Import): string {
  return `${used.symbol.module} ${used.symbol.name}`;
}

function folder(module: string): string {
  return module.slice(0, Math.max(module.lastIndexOf("/"), 0));
}

/** `v1_Database` for a type of `src/apis/example.com/v1/types.ts`; more of the path until it is free. */
function alias(input: {
  readonly symbol: ImportSymbol;
  readonly taken: ReadonlySet<string>;
}): string {
  const { symbol, taken } = input;
  if (symbol.alias !== undefined && !taken.has(symbol.alias)) return symbol.alias;
  const path = symbol.module.split("/");
  const segments = symbol.moduleKind === "file" ? path.slice(0, -1) : path;
  let name = symbol.name;
  for (const segment of segments.reverse()) {
    name = `${identifier(segment)}_${name}`;
    if (!taken.has(name)) return name;
  }
  while (taken.has(name)) name = `_${name}`;
  return name;
}

/** A path segment as the start of an identifier: `crd-runtime` is `crdRuntime`. */
function identifier(segment: string): string {
  const camel = segment
    .replace(/[^A-Za-z0-9_$]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase())
    .replace(/[^A-Za-z0-9_$]/g, "");
  return /^[A-Za-z_$]/.test(camel) ? camel : `_${camel}`;
}

function statement(input: {
  readonly from: string;
  readonly entries: readonly {
    readonly name: string;
    readonly local: string;
    readonly value: boolean;
  }[];
}): string {
  const { from, entries } = input;
  const typeOnly = entries.every((entry) => !entry.value);
  const names = entries
    .toSorted((a, b) => compareNames({ a: a.name, b: b.name }))
    .map(({ name, local, value }) => {
      const type = value || typeOnly ? "" : "type ";
      return type + (local === name ? name : `${name} as ${local}`);
    });
  const keyword = typeOnly ? "import type" : "import";
  const line = `${keyword} { ${names.join(", ")} } from "${from}";`;
  if (line.length <= maxColumns) return `${line}\n`;
  return `${keyword} {\n${names.map((name) => `  ${name},\n`).join("")}} from "${from}";\n`;
}

/** Letters first, without regard to case; then by code unit, so that the order is total. */
function compareNames(input: { readonly a: string; readonly b: string }): number {
  return compare(input.a.toLowerCase(), input.b.toLowerCase()) || compare(input.a, input.b);
}

/** Packages, then files from the farthest folder to the nearest. */
function compareSpecifiers(input: { readonly a: string; readonly b: string }): number {
  const { a, b } = input;
  return distance(b) - distance(a) || compare(a, b);
}

function distance(specifier: string): number {
  if (!specifier.startsWith(".")) return Number.MAX_SAFE_INTEGER;
  return specifier.split("../").length - 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
