import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type MarkerValue, type Tag, writtenTag } from "../model/index.js";
import type { KindVersion, VersionedKind } from "./crd.js";

const keys = ["annotations", "labels"] as const;

interface Entry {
  readonly what: (typeof keys)[number];
  /** As it is written: `key=value`. */
  readonly text: string;
  readonly name: string;
  /** Undefined where there is no `=`. */
  readonly value: string | undefined;
  readonly tag: Tag;
  readonly version: KindVersion;
}

/** Annotations and labels of a definition; of what is said twice the last counts, as in controller-gen. */
export function definitionMetadata(kind: VersionedKind): {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
} {
  const entries = entriesOf(kind);
  return Object.fromEntries(
    keys.flatMap((key) => {
      const own = entries.flatMap(({ what, name, value }): (readonly [string, string])[] =>
        what === key && value !== undefined ? [[name, value]] : [],
      );
      return own.length === 0 ? [] : [[key, Object.fromEntries(own)]];
    }),
  );
}

/** Entries that are no `key=value`, and those of which tags say different things. */
export function metadataProblems(kind: VersionedKind): readonly Diagnostic[] {
  const first = new Map<string, Entry>();
  return entriesOf(kind).flatMap((entry) => {
    const { what, text, name, value, tag, version } = entry;
    const wrong = (problem: string, hint: string): readonly Diagnostic[] => [
      diagnostic("crd/marker", { tag: writtenTag(tag), problem }, { span: tag.span, hint }),
    ];
    if (value === undefined || name === "") {
      return wrong(`'${text}' is not key=value`, `write '${what}="key=value"'`);
    }
    const other = first.get(`${what}/${name}`);
    if (other === undefined) {
      first.set(`${what}/${name}`, entry);
      return [];
    }
    if (other.value === value) return [];
    const where =
      other.version === version ? "above" : `in version ${other.version.version.version}`;
    return wrong("it contradicts another tag", `'${other.text}' ${where} says something else`);
  });
}

function entriesOf(kind: VersionedKind): readonly Entry[] {
  return kind.versions.flatMap((version) =>
    version.type.tags
      .filter(({ name }) => name === "kubebuilder:metadata")
      .flatMap((tag) =>
        keys.flatMap((what) =>
          textsOf(tag.arguments?.[what]).map((text): Entry => {
            const equals = text.indexOf("=");
            const name = equals === -1 ? text : text.slice(0, equals);
            const value = equals === -1 ? undefined : text.slice(equals + 1);
            return { what, text, name, value, tag, version };
          }),
        ),
      ),
  );
}

function textsOf(value: MarkerValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
