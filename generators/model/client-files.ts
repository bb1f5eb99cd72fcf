import { type ModelIndex, resolveAliases, type TypesById, typeById } from "./lookup.js";
import { groupFolderOf } from "./names/index.js";
import type { Tag } from "./source.js";
import type { ApiType, ApiVersion, Kind, KindClient, TypeId, Verb } from "./types.js";

/** A kind for which clients are generated. */
export type ClientKind = Kind & { readonly client: KindClient };

/** A version, and the folder of generated client code. */
interface Place {
  /** `src/client`. */
  readonly client: string;
  readonly version: Pick<ApiVersion, "group" | "version" | "exports">;
}

/** Folders below that of the client code, in which all of it stands. */
export const clientAreas = [
  "applyconfigurations",
  "clientset",
  "fake",
  "informers",
  "listers",
] as const;

/** `src/client/clientset/clientset.ts`. */
export function clientsetFile(client: string): string {
  return `${client}/clientset/clientset.ts`;
}

/** `src/client/fake/clientset.ts`. */
export function fakeClientsetFile(client: string): string {
  return `${client}/fake/clientset.ts`;
}

/** `src/client/clientset/example.com/v1.ts`. */
export function versionClientFile(place: Place): string {
  return versionFile({ area: "clientset", place });
}

/** `src/client/listers/example.com/v1.ts`. */
export function versionListerFile(place: Place): string {
  return versionFile({ area: "listers", place });
}

/** `src/client/informers/example.com/v1.ts`. */
export function versionInformerFile(place: Place): string {
  return versionFile({ area: "informers", place });
}

/** `src/client/applyconfigurations/example.com/v1.ts`, or the module of the package that exports them. */
export function versionApplyConfigurationFile(place: Place): string {
  const { exports } = place.version;
  return exports?.applyConfigurations ?? versionFile({ area: "applyconfigurations", place });
}

/** Whether the types of a version have apply configurations: all but those of which doc.ts says otherwise. */
export function hasApplyConfigurations(version: Pick<ApiVersion, "tags">): boolean {
  return (
    isGenerated({ version, generator: "applyconfiguration-gen" }) &&
    acTag(version.tags)?.value !== "false"
  );
}

/** `+kubebuilder:ac:generate=`, controller-gen's spelling. */
export function acTag(tags: readonly Tag[]): Tag | undefined {
  return tags.find(({ name }) => name === "kubebuilder:ac:generate");
}

/**
 * Whether apply configurations begin at a kind: a client applies it, or `+kubebuilder:ac:generate=true` asks for them, on the
 * type or, for kinds with `+kubebuilder:resource`, in doc.ts. `=false` on the type leaves it out. controller-gen writes those
 * that the tag asks for once, beside the types: a further clientset has them with the kinds that it takes.
 */
export function beginsApply(input: {
  readonly version: Pick<ApiVersion, "tags">;
  readonly kind: Kind;
  readonly type: Pick<ApiType, "tags">;
}): boolean {
  const { version, kind, type } = input;
  if (kind.leftOut) return false;
  const own = acTag(type.tags)?.value;
  if (own !== undefined) return own === "true";
  const isResource = type.tags.some(({ name }) => name === "kubebuilder:resource");
  return (
    (isClientKind(kind) && isApplied(kind)) || (isResource && acTag(version.tags)?.value === "true")
  );
}

/** Whether the types of a version have clients. */
export function hasClients(version: Pick<ApiVersion, "tags">): boolean {
  return isGenerated({ version, generator: "client-gen" });
}

/** Whether the types of a version have listers. */
export function hasListers(version: Pick<ApiVersion, "tags">): boolean {
  return isGenerated({ version, generator: "lister-gen" });
}

/** Whether the types of a version have informers, which list and watch by its clients. */
export function hasInformers(version: Pick<ApiVersion, "tags">): boolean {
  return hasClients(version) && isGenerated({ version, generator: "informer-gen" });
}

/** A generator runs for a version unless doc.ts says otherwise: `+k8s:lister-gen=false`. */
function isGenerated(input: {
  readonly version: Pick<ApiVersion, "tags">;
  readonly generator: string;
}): boolean {
  const { version, generator } = input;
  return !version.tags.some(({ name, value }) => name === `k8s:${generator}` && value === "false");
}

/**
 * The declared type whose apply configuration stands for that of an id: an alias of an interface has the interface's.
 * Undefined for what has no members, and where doc.ts says that there are none.
 */
export function applyConfigurationOf(input: {
  readonly types: TypesById;
  readonly versionOf: ModelIndex["versionOf"];
  readonly id: TypeId;
}): { readonly type: ApiType; readonly version: ApiVersion } | undefined {
  const { types, versionOf, id } = input;
  const target = resolveAliases(types, { kind: "reference", id });
  if (target.kind !== "reference" && target.kind !== "object") return undefined;
  const owner = target.kind === "reference" ? target.id : id;
  const version = versionOf.get(owner);
  return version !== undefined && hasApplyConfigurations(version)
    ? { type: typeById(types, owner), version }
    : undefined;
}

/** `DatabaseSpecApplyConfiguration`. */
export function applyConfigurationName(type: string): string {
  return `${type}ApplyConfiguration`;
}

/** Whether something of a kind is applied: itself, its status, or what an extension method takes. */
export function isApplied({ client }: ClientKind): boolean {
  const { verbs, methods } = client;
  return (
    verbs.includes("apply") ||
    verbs.includes("applyStatus") ||
    methods.some(({ verb }) => verb === "apply")
  );
}

/** `example.com/v1`; `v1` in the core group. */
export function groupVersionName({
  group,
  version,
}: Pick<ApiVersion, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}

/** The kinds of a version that have clients, in the version's order. */
export function clientKinds(version: Pick<ApiVersion, "kinds">): readonly ClientKind[] {
  return version.kinds.filter(isClientKind);
}

/** Whether clients are generated for a kind. */
export function isClientKind(kind: Kind): kind is ClientKind {
  return kind.client !== undefined;
}

/**
 * The verbs of a client that no extension method takes the place of, as `method=Create,verb=create,result=...` does.
 */
export function keptVerbs(kind: ClientKind): ReadonlySet<Verb> {
  const { verbs, methods } = kind.client;
  const replaced = new Set(methods.map(({ name }) => name));
  return new Set(verbs.filter((verb) => !replaced.has(verb)));
}

/**
 * A lister reads a cache that lists fill: a kind that is never got has one, too. In code-generator it has none, and its
 * informer does not compile.
 */
export function hasLister(kind: ClientKind): boolean {
  return keptVerbs(kind).has("list");
}

/** An informer lists and watches. */
export function hasInformer(kind: ClientKind): boolean {
  const verbs = keptVerbs(kind);
  return verbs.has("list") && verbs.has("watch");
}

function versionFile(input: {
  readonly area: (typeof clientAreas)[number];
  readonly place: Place;
}): string {
  const { area, place } = input;
  const { group, version } = place.version;
  return `${place.client}/${area}/${groupFolderOf(group)}/${version}.ts`;
}
