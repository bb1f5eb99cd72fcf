import {
  type ApiType,
  type ApiVersion,
  conversionName,
  type ModelIndex,
  resolveAliases,
  type TypeId,
  type TypesById,
} from "../model/index.js";
import { conversionFile, fileValue, type ImportSymbol } from "../render/index.js";

/** A type of one version and the one that it becomes in another. */
export interface Pair {
  readonly from: ApiType;
  readonly to: ApiType;
  /** The version whose file holds the function. */
  readonly version: ApiVersion;
}

/** What is converted by functions, written by hand or generated, in all versions. */
export class Conversions {
  readonly types: TypesById;
  readonly versionOf: ModelIndex["versionOf"];
  /** In the order of versions, types and directions. */
  readonly pairs: readonly Pair[];
  readonly #pairs: ReadonlyMap<string, Pair>;
  readonly #handWritten: ReadonlyMap<string, ApiVersion["conversions"][number]>;
  readonly #used = new Set<string>();

  constructor(index: ModelIndex) {
    const versions = index.versions.map(({ version }) => version);
    const byDirectory = new Map(versions.map((version) => [version.directory, version]));
    this.types = index.types;
    this.versionOf = index.versionOf;
    this.pairs = versions.flatMap((version) =>
      version.types.flatMap((own) => {
        const peer = peerOf({ version, own, byDirectory });
        if (peer === undefined || [own, peer].some((type) => !hasFunction(index.types, type))) {
          return [];
        }
        return [
          { from: own, to: peer, version },
          { from: peer, to: own, version },
        ];
      }),
    );
    this.#pairs = new Map(
      this.pairs.map((pair) => [keyOf({ from: pair.from.id, to: pair.to.id }), pair]),
    );
    this.#handWritten = new Map(
      versions.flatMap(({ conversions }) => conversions.map((one) => [keyOf(one), one])),
    );
  }

  /** The hand-written function for two types; it counts as used. */
  handWritten(input: {
    readonly from: TypeId;
    readonly to: TypeId;
  }): ApiVersion["conversions"][number] | undefined {
    const key = keyOf(input);
    this.#used.add(key);
    return this.#handWritten.get(key);
  }

  /** The generated function for two types. */
  generated(input: { readonly from: TypeId; readonly to: TypeId }): ImportSymbol | undefined {
    const pair = this.#pairs.get(keyOf(input));
    return pair && fileValue({ name: nameOf(pair), path: conversionFile(pair.version) });
  }

  /** Hand-written functions of a version's folder for types that are no pair. */
  explicit(version: ApiVersion): readonly ApiVersion["conversions"][number][] {
    return version.conversions.filter((one) => !this.#pairs.has(keyOf(one)));
  }

  /** Hand-written functions that nobody has asked for. */
  unused(): readonly ApiVersion["conversions"][number][] {
    return [...this.#handWritten.values()].filter((one) => !this.#used.has(keyOf(one)));
  }
}

/** Names of functions are unique in a group only. */
function keyOf(input: { readonly from: TypeId; readonly to: TypeId }): string {
  return `${input.from} ${input.to}`;
}

export function nameOf(pair: Pick<Pair, "from" | "to">): string {
  return conversionName({ from: pair.from.id, to: pair.to.id });
}

/** The type of the same name in the first of the peers that has one. */
function peerOf(input: {
  readonly version: ApiVersion;
  readonly own: ApiType;
  readonly byDirectory: ReadonlyMap<string, ApiVersion>;
}): ApiType | undefined {
  const { version, own, byDirectory } = input;
  const peers = (version.peers ?? []).flatMap(
    (directory) => byDirectory.get(directory)?.types.find(({ name }) => name === own.name) ?? [],
  );
  const [peer] = peers;
  return [own, peer].some((type) => type?.tags.some(isOff)) ? undefined : peer;
}

/** `+k8s:conversion-gen=false`. */
export function isOff(tag: { readonly name: string; readonly value: string | undefined }): boolean {
  return tag.name === "k8s:conversion-gen" && tag.value === "false";
}

/** Values with members are converted by functions; what a scalar or a list is called makes no difference. */
function hasFunction(types: TypesById, type: ApiType): boolean {
  const resolved = resolveAliases(types, { kind: "reference", id: type.id });
  return (
    resolved.kind === "reference" ||
    resolved.kind === "object" ||
    (resolved.kind === "union" && resolved.form === "discriminated")
  );
}
