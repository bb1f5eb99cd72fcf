import type { CustomResourceDefinitionNames } from "crd-runtime/apiextensions/v1";
import { goQuote } from "../status/index.js";
import {
  type ConditionState,
  completeNames,
  findCondition,
  type StoredDefinition,
  sameCondition,
  withCondition,
  writtenNames,
} from "./definition.js";

/**
 * Accepts the names that no other definition of the group holds, and says so in NamesAccepted; Established waits for it.
 * Undefined: nothing changes.
 *
 * Follows status.NamingConditionController of apiextensions-apiserver.
 */
export function withAcceptedNames(input: {
  readonly definition: StoredDefinition;
  /** All definitions, this one among them: names that it has accepted before count as taken, for another use. */
  readonly all: () => readonly StoredDefinition[];
  readonly now: string;
}): StoredDefinition | undefined {
  const { definition, all, now } = input;
  const requested = completeNames(definition.spec.names);
  const accepted = completeNames(definition.status.acceptedNames);
  if (sameNames(requested, accepted)) return undefined;
  const used = usedNames(all().filter((other) => other.spec.group === definition.spec.group));
  const conflicts = new Conflicts({ requested, accepted, used });
  const names = conflicts.names;
  const namesAccepted = conflicts.condition;
  if (
    sameNames(accepted, names) &&
    sameCondition(namesAccepted, findCondition(definition, "NamesAccepted"))
  ) {
    return undefined;
  }
  const renamed = {
    ...definition,
    status: { ...definition.status, acceptedNames: writtenNames(names) },
  };
  const withNames = withCondition({ definition: renamed, condition: namesAccepted, now });
  const established = establishedAfter({ definition, namesAccepted });
  return established === undefined
    ? withNames
    : withCondition({ definition: withNames, condition: established, now });
}

function establishedAfter(input: {
  readonly definition: StoredDefinition;
  readonly namesAccepted: ConditionState;
}): ConditionState | undefined {
  const { definition, namesAccepted } = input;
  const old = findCondition(definition, "Established");
  if (old?.status === "True") return undefined;
  if (namesAccepted.status === "True") {
    return {
      type: "Established",
      status: "False",
      reason: "Installing",
      message: "the initial names have been accepted",
    };
  }
  if (old !== undefined) return undefined;
  return {
    type: "Established",
    status: "False",
    reason: "NotAccepted",
    message: "not all names are accepted",
  };
}

interface UsedNames {
  /** Plurals, singulars and short names. */
  readonly resources: ReadonlySet<string>;
  /** Kinds and kinds of lists. */
  readonly kinds: ReadonlySet<string>;
}

function usedNames(definitions: readonly StoredDefinition[]): UsedNames {
  const names = definitions.map((definition) => completeNames(definition.status.acceptedNames));
  return {
    resources: new Set(names.flatMap((each) => [each.plural, each.singular, ...each.shortNames])),
    kinds: new Set(names.flatMap((each) => [each.kind, each.listKind])),
  };
}

type CompleteNames = Required<CustomResourceDefinitionNames>;

/** Which of the requested names are free. The last conflict is the one that the condition tells. */
class Conflicts {
  readonly names: CompleteNames;
  readonly condition: ConditionState;

  constructor(input: {
    readonly requested: CompleteNames;
    readonly accepted: CompleteNames;
    readonly used: UsedNames;
  }) {
    const { requested, accepted, used } = input;
    const plural = conflict(requested.plural, accepted.plural, used.resources);
    const singular = conflict(requested.singular, accepted.singular, used.resources);
    const taken = requested.shortNames
      .filter((name) => !accepted.shortNames.includes(name) && used.resources.has(name))
      .map((name) => inUse(name));
    const shortNames = taken.length === 0 ? undefined : aggregate(taken);
    const kind = conflict(requested.kind, accepted.kind, used.kinds);
    const listKind = conflict(requested.listKind, accepted.listKind, used.kinds);
    this.names = {
      plural: plural === undefined ? requested.plural : accepted.plural,
      singular: singular === undefined ? requested.singular : accepted.singular,
      shortNames: shortNames === undefined ? requested.shortNames : accepted.shortNames,
      kind: kind === undefined ? requested.kind : accepted.kind,
      listKind: listKind === undefined ? requested.listKind : accepted.listKind,
      categories: requested.categories,
    };
    const reasons = [
      { reason: "ListKindConflict", message: listKind },
      { reason: "KindConflict", message: kind },
      { reason: "ShortNamesConflict", message: shortNames },
      { reason: "SingularConflict", message: singular },
      { reason: "PluralConflict", message: plural },
    ];
    const type = "NamesAccepted";
    this.condition = { type, status: "True", reason: "NoConflicts", message: "no conflicts found" };
    for (const { reason, message } of reasons) {
      if (message === undefined) continue;
      this.condition = { type, status: "False", reason, message };
      break;
    }
  }
}

function conflict(
  requested: string,
  accepted: string,
  used: ReadonlySet<string>,
): string | undefined {
  return requested === accepted || !used.has(requested) ? undefined : inUse(requested);
}

function inUse(name: string): string {
  return `${goQuote(name)} is already in use`;
}

/** Texts of several errors as Go's NewAggregate writes them: each once, in brackets when they are more than one. */
function aggregate(messages: readonly string[]): string {
  const texts = [...new Set(messages)];
  return texts.length === 1 ? texts.join() : `[${texts.join(", ")}]`;
}

function sameNames(a: CompleteNames, b: CompleteNames): boolean {
  return (
    a.plural === b.plural &&
    a.singular === b.singular &&
    a.kind === b.kind &&
    a.listKind === b.listKind &&
    sameList(a.shortNames, b.shortNames) &&
    sameList(a.categories, b.categories)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
