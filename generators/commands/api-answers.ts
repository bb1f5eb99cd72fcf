import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { codeGeneratorPluralOf, pluralOf } from "../model/names/index.js";
import type { KindAnswer } from "../options/answers.js";
import type { Flags } from "../options/flags.js";
import { checkGroup, checkKind, checkPlural, checkVersion } from "../options/validate.js";
import type { Answering, CheckAll } from "./answering.js";

/** Checks what flags say, so that a wrong one ends the command before the first question. */
export function checkApiFlags(flags: Flags): readonly Diagnostic[] {
  const given = (value: string | undefined, check: (value: string) => readonly Diagnostic[]) =>
    value === undefined ? [] : check(value);
  const kinds = flags.list("kind");
  const empty = kinds !== undefined && kinds.length === 0 ? checkKind("") : [];
  const plural = flags.text("plural");
  return [
    ...given(flags.text("group"), checkGroup),
    ...given(flags.text("apiVersion"), checkVersion),
    ...empty,
    ...checkKinds(kinds ?? []),
    ...given(plural, checkPlural),
    ...(plural !== undefined && kinds !== undefined ? pluralOfMany(kinds) : []),
  ];
}

function pluralOfMany(kinds: readonly string[]): readonly Diagnostic[] {
  return kinds.length > 1
    ? [diagnostic("project/plural-of-many", { kinds: kinds.join(", ") })]
    : [];
}

/** Asks for the kinds of one API version: names, plural, scope, status. */
export async function askKinds(input: {
  readonly answering: Answering;
  readonly flags: Flags;
  readonly default: readonly string[] | undefined;
  /** Said at once on the terminal. */
  readonly checkAsked?: CheckAll;
}): Promise<readonly KindAnswer[]> {
  const { answering, flags, checkAsked } = input;
  const names = await answering.list({
    key: "kind",
    default: input.default,
    check: checkKinds,
    ...(checkAsked === undefined ? {} : { checkAsked }),
  });
  const [first] = names;
  const plurals = new Map<string, string>();
  if (first !== undefined && names.length === 1) {
    const plural = await answering.text({
      key: "plural",
      default: pluralOf(first),
      check: checkPlural,
    });
    plurals.set(first, plural);
  } else if (flags.text("plural") !== undefined) {
    answering.diagnostics.push(...pluralOfMany(names));
  }
  const scope = (await answering.choice("scope")) === "Cluster" ? "Cluster" : "Namespaced";
  const status = await answering.confirm("status");
  return names.map((kind): KindAnswer => {
    const plural = plurals.get(kind) ?? pluralOf(kind);
    return { kind, plural: isDerived({ kind, plural }) ? undefined : plural, scope, status };
  });
}

/** Checks each kind, and whether they can stand in one version. */
function checkKinds(kinds: readonly string[]): readonly Diagnostic[] {
  return [...kinds.flatMap(checkKind), ...repeated(kinds)];
}

/** Whether the plural needs no tag: every tool derives it alike. */
function isDerived(input: { readonly kind: string; readonly plural: string }): boolean {
  const { kind, plural } = input;
  return plural === pluralOf(kind) && plural === codeGeneratorPluralOf(kind);
}

/** Kinds that would declare or serve the same name twice; the plurals of several are derived. */
function repeated(kinds: readonly string[]): readonly Diagnostic[] {
  const names = kinds.flatMap((kind) => [
    { kind, what: "name", name: kind.toLowerCase() },
    { kind, what: "plural", name: pluralOf(kind) },
    { kind, what: "type", name: `${kind}Spec` },
    { kind, what: "type", name: `${kind}Status` },
  ]);
  const kindNames = new Set(kinds);
  const same = new Map<string, { what: string; name: string; kinds: string[] }>();
  for (const { kind, what, name } of names) {
    const entry = same.get(`${what} ${name}`) ?? { what, name, kinds: [] };
    entry.kinds.push(kind);
    same.set(`${what} ${name}`, entry);
    if (what === "type" && kindNames.has(name)) {
      entry.kinds.push(name);
    }
  }
  const clashes = [...same.values()].filter((entry) => entry.kinds.length > 1);
  // Two equal kinds clash in every name; the first of these says it.
  const told = new Set<string>();
  return clashes.flatMap((entry) => {
    const who = [...entry.kinds].sort().join(", ");
    if (told.has(who)) {
      return [];
    }
    told.add(who);
    const { what, name } = entry;
    return [diagnostic("project/repeated-kind", { kinds: who, what, name })];
  });
}
