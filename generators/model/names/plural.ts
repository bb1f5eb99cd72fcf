import {
  acronyms,
  endings,
  irregularEndings,
  irregularWords,
  oneWay,
  otherPlurals,
} from "./plural-words.js";

const exceptions: ReadonlyMap<string, string> = new Map([...irregularEndings, ...irregularWords]);
const plurals: ReadonlySet<string> = new Set([
  ...[...exceptions].filter(([singular]) => !oneWay.includes(singular)).map(([, plural]) => plural),
  ...otherPlurals,
]);
/**
 * By the letter that one of the two ends with. Whole words first, the last one of the table first; each pair behind its own
 * plural.
 */
const suffixes = byLastLetter([...irregularEndings.toReversed(), ...endings]);

/**
 * The plural of a kind in lower case, as controller-gen makes it (gobuffalo/flect 1.0.3): the path segment
 * and the CRD's `spec.names.plural`. Its slips are kept, since a CRD that both tools write must be the same.
 *
 * @example
 * pluralOf("Database") // "databases"
 * pluralOf("HTTPRoute") // "httproutes"
 * pluralOf("Index") // "indices"
 */
export function pluralOf(kind: string): string {
  return pluralNameOf(kind).toLowerCase();
}

/** The same plural in the letters of the kind: `HTTPRoute` -> `HTTPRoutes`. */
export function pluralNameOf(kind: string): string {
  if (exceptions.has(kind)) {
    return exceptions.get(kind) ?? kind;
  }
  const word = lastWord(kind);
  const lower = word.toLowerCase();
  if (kind === "ID" || plurals.has(kind) || plurals.has(lower)) {
    return kind === "ID" ? "IDs" : kind;
  }
  const irregular = exceptions.get(lower);
  if (irregular !== undefined) {
    const plural =
      word === lower ? irregular : irregular.slice(0, 1).toUpperCase() + irregular.slice(1);
    return withEnding({ kind, word, plural });
  }
  for (const [singular, plural] of suffixes.get(word.slice(-1)) ?? []) {
    if (word.endsWith(plural)) {
      return kind;
    }
    if (word.endsWith(singular)) {
      const changed = `${word.slice(0, word.length - singular.length)}${plural}`;
      return withEnding({ kind, word, plural: changed });
    }
  }
  return lower.endsWith("s") ? kind : `${kind}s`;
}

function byLastLetter(
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const found = new Map<string, (readonly [string, string])[]>();
  for (const pair of pairs) {
    for (const letter of new Set(pair.map((ending) => ending.slice(-1)))) {
      found.set(letter, [...(found.get(letter) ?? []), pair]);
    }
  }
  return found;
}

/** A name that is an acronym in other letters (Dns) keeps its own in front: so does flect. */
function withEnding(input: {
  readonly kind: string;
  readonly word: string;
  readonly plural: string;
}): string {
  const { kind, word, plural } = input;
  return `${kind.endsWith(word) ? kind.slice(0, kind.length - word.length) : kind}${plural}`;
}

/** The last word of a name in Pascal case; an acronym in front of a capital is a word. */
function lastWord(kind: string): string {
  if (acronyms.has(kind.toUpperCase())) {
    return kind.toUpperCase();
  }
  let word = "";
  let previous = "";
  for (const character of kind) {
    const begins = isUpper(character) && (!isUpper(previous) || acronyms.has(word.toUpperCase()));
    word = begins ? character : word + character;
    previous = character;
  }
  return acronyms.has(word.toUpperCase()) ? word.toUpperCase() : word;
}

function isUpper(character: string): boolean {
  return /^\p{Lu}$/u.test(character);
}

/** The plural of a kind in lower case as code-generator makes it (gengo's namer): by its last letters alone. */
export function codeGeneratorPluralOf(kind: string): string {
  if (kind.length < 2 || kind === "Endpoints") {
    return kind.toLowerCase();
  }
  const stem = kind.slice(0, -1);
  if (/[sxz]$|[cs]h$/.test(kind)) {
    return `${kind}es`.toLowerCase();
  }
  if (/[b-df-hj-np-tv-z]y$/.test(kind)) {
    return `${stem}ies`.toLowerCase();
  }
  if (/fe$/.test(kind)) {
    return `${kind.slice(0, -2)}ves`.toLowerCase();
  }
  return (/f$/.test(kind) ? `${stem}ves` : `${kind}s`).toLowerCase();
}
