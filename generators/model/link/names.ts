import { diagnostic } from "../../diagnostics/index.js";
import { codeGeneratorPluralOf, pluralOf } from "../names/index.js";
import type { Kind } from "../types.js";
import type { KindDraft } from "./kinds.js";
import type { Report } from "./report.js";
import type { ResourceTags, Said } from "./resource.js";

/** A kind's draft in the version it belongs to. */
export interface VersionedDraft {
  readonly version: string;
  readonly draft: KindDraft;
  /** Left out of the definition. */
  readonly skipped: boolean;
}

/** The names that all versions of a kind share. */
export interface KindNames {
  readonly plural: string;
  readonly singular: string;
  readonly scope: Kind["scope"];
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  /** Version in which objects are stored; undefined where all are left out of the definition. */
  readonly storage: string | undefined;
}

/** Brings together what the versions of one kind say, highest version first; contradictions are reported. */
export function nameKind(input: {
  readonly versions: readonly [VersionedDraft, ...VersionedDraft[]];
  readonly report: Report;
}): KindNames {
  const { versions, report } = input;
  const kind = versions[0].draft.type.name;
  const one = { versions, report, kind };
  const plural = agree({ ...one, what: "plural", said: ({ plural }) => plural });
  if (plural === undefined) {
    reportPlural(one);
  }
  return {
    plural: plural ?? pluralOf(kind),
    singular:
      agree({ ...one, what: "singular", said: ({ singular }) => singular }) ?? kind.toLowerCase(),
    scope: agree({ ...one, what: "scope", said: ({ scope }) => scope }) ?? "Namespaced",
    shortNames:
      agree({ ...one, what: "list of short names", said: ({ shortNames }) => shortNames }) ?? [],
    categories:
      agree({ ...one, what: "list of categories", said: ({ categories }) => categories }) ?? [],
    storage: storageVersion(one),
  };
}

interface Versions {
  readonly versions: readonly [VersionedDraft, ...VersionedDraft[]];
  readonly report: Report;
  readonly kind: string;
}

/** The value that a version gives; those that give none take it over. */
function agree<T>(
  input: Versions & {
    readonly what: string;
    readonly said: (resource: ResourceTags) => Said<T> | undefined;
  },
): T | undefined {
  const { versions, report, kind, what } = input;
  const given = versions.flatMap(({ version, draft }) => {
    const said = input.said(draft.resource);
    return said === undefined ? [] : [{ version, ...said }];
  });
  const [first, ...others] = given;
  for (const { value, span } of others) {
    if (first !== undefined && JSON.stringify(value) !== JSON.stringify(first.value)) {
      const hint = `it is '${String(first.value)}' there`;
      report(
        diagnostic("model/kind-differs", { kind, what, version: first.version }, { span, hint }),
      );
    }
  }
  return first?.value;
}

function reportPlural(input: Versions): void {
  const { kind, versions, report } = input;
  const plural = pluralOf(kind);
  const other = codeGeneratorPluralOf(kind);
  if (plural !== other) {
    const hint = `add '// +kubebuilder:resource:path=${plural}', or path=${other}`;
    const { span } = versions[0].draft.type;
    report(diagnostic("model/plural-differs", { kind, plural, other }, { span, hint }));
  }
}

function storageVersion(input: Versions): string | undefined {
  const { report, kind } = input;
  const versions = input.versions.filter(({ skipped }) => !skipped);
  const [first] = versions;
  const [tagged, ...others] = versions.filter(({ draft }) => draft.storageTag);
  if (tagged === undefined && first !== undefined && versions.length > 1) {
    const hint = "add '// +kubebuilder:storageversion' in one version";
    const { span } = first.draft.type;
    report(diagnostic("model/missing-storage-version", { kind }, { span, hint }));
  }
  for (const { draft } of others) {
    const tag = draft.type.tags.find(({ name }) => name === "kubebuilder:storageversion");
    const span = tag?.span ?? draft.type.span;
    const hint = "keep the tag in one version";
    const other = tagged?.version ?? "";
    report(diagnostic("model/storage-versions", { kind, other }, { span, hint }));
  }
  return (tagged ?? first)?.version;
}
