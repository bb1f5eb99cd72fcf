import { pluralOf, upperCamel } from "../model/index.js";

/** `backupSchedules` -> `BackupSchedules`, `3scale` -> `3scale`: the form of a property in the name of a type. */
export function pascal(property: string): string {
  return upperCamel(property.replace(/[_$]+/g, "-"));
}

/** A property in the name of a type, with the capitals that its comment has: `tls`, "TLS defines ..." -> `TLS`. */
export function spelled(input: {
  readonly property: string;
  readonly description: string;
}): string {
  const name = pascal(input.property);
  const [word = ""] = /^[A-Z][A-Za-z0-9]*\b/.exec(input.description) ?? [];
  return word.toLowerCase() === name.toLowerCase() ? word : name;
}

/** `Containers` -> `Container`, `Policies` -> `Policy`, `Status` -> `Status`: one of what a list or a map holds. */
export function singular(plural: string): string {
  const words = wordsOf(plural);
  const last = words.at(-1) ?? plural;
  if (!/[^su]s$/i.test(last) || last.length < 4 || /(is|us)$/i.test(last)) return plural;
  const head = plural.slice(0, plural.length - last.length);
  const candidates = [
    ...(/ies$/i.test(last) ? [`${last.slice(0, -3)}y`] : []),
    ...(/(ss|x|ch|sh|us|ias)es$/i.test(last) ? [last.slice(0, -2)] : []),
    last.slice(0, -1),
  ];
  const found = candidates.find((one) => pluralOf(one) === last.toLowerCase());
  return head + (found ?? last);
}

/** `HTTPRouteMatch` -> `HTTP`, `Route`, `Match`. */
export function wordsOf(name: string): readonly string[] {
  return (
    name.match(/\p{Lu}+(?!\p{Ll})[\p{N}]*|\p{Lu}?[\p{Ll}\p{N}_]+|[^\p{L}\p{N}]+|\p{L}+/gu) ?? []
  );
}

/** Words with which all names end. */
export function commonEnding(names: readonly string[]): string {
  const [first = [], ...others] = names.map(wordsOf);
  let count = 0;
  while (
    count < first.length &&
    others.every((words) => words.at(-1 - count) === first.at(-1 - count))
  ) {
    count++;
  }
  return count === 0 ? "" : first.slice(-count).join("");
}

/** Letters of the shortest ending that counts as repeated. */
const shortest = 3;

/** Two names one behind the other, where the second does not repeat the first: Backup, BackupSchedule -> BackupSchedule. */
export function joined(left: string, right: string): string {
  if (right.startsWith(left)) return right;
  // What is repeated has three letters at least: without these there is no need to split the name into words.
  if (right.length < shortest || !left.includes(right.slice(0, shortest))) return left + right;
  let at = 0;
  for (const word of wordsOf(left)) {
    const length = left.length - at;
    if (length < shortest) break;
    if (length <= right.length && right.startsWith(left.slice(at)))
      return left.slice(0, at) + right;
    at += word.length;
  }
  return left + right;
}
