import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import {
  type ClientKind,
  hasClients,
  hasInformer,
  hasInformers,
  hasLister,
  hasListers,
  isClientKind,
} from "../client-files.js";
import type { FileSyntax } from "../syntax.js";
import type { ApiModel, ApiVersion, Kind, KindClient } from "../types.js";
import { checkExpansion, type ExpansionShape, exportsHalf } from "./check-expansion.js";
import { expansionPaths } from "./expansion-path.js";
import { clientMembers } from "./methods.js";
import { placeOf, type Report, startOf } from "./report.js";

interface Context {
  /** Folder of the client code. */
  readonly client: string;
  /** The `*_expansion.ts` files below it, by path. */
  readonly files: ReadonlyMap<string, FileSyntax>;
  readonly report: Report;
}

/**
 * Gives each kind the expansions that stand beside its client code. Those that export something else than is asked of
 * them are reported, and those that expand nothing.
 */
export function linkExpansions(input: {
  readonly model: ApiModel;
  readonly client: string;
  readonly expansions: readonly FileSyntax[];
  readonly report: Report;
}): ApiModel {
  const { model, client, report } = input;
  const below = input.expansions.filter(({ path }) => path.startsWith(`${client}/`));
  if (below.length === 0) return model;
  const files = new Map(below.map((file) => [file.path, file]));
  const context: Context = { client, files, report };
  reportUnused(context, model);
  return {
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      versions: group.versions.map((version) => ({
        ...version,
        kinds: version.kinds.map((kind) =>
          isClientKind(kind) ? linkKind(context, { kind, version }) : kind,
        ),
      })),
    })),
  };
}

function linkKind(
  context: Context,
  { kind, version }: { readonly kind: ClientKind; readonly version: ApiVersion },
): Kind {
  const paths = expansionPaths({ client: context.client, version, kind: kind.kind });
  const { client, informer, lister } = paths;
  const expansions: KindClient["expansions"] = {
    client: hasClients(version)
      ? linkOne(context, { path: client, shape: clientShape(kind) })
      : undefined,
    lister:
      hasListers(version) && hasLister(kind)
        ? linkLister(context, { path: lister, kind })
        : undefined,
    informer:
      hasInformers(version) && hasInformer(kind)
        ? linkOne(context, { path: informer, shape: informerShape(kind) })
        : undefined,
  };
  return { ...kind, client: { ...kind.client, expansions } };
}

function linkOne(
  { files, report }: Context,
  { path, shape }: { readonly path: string; readonly shape: ExpansionShape },
): string | undefined {
  const file = files.get(path);
  if (file === undefined) return undefined;
  checkExpansion({ file, shape, report });
  return path;
}

/** A lister of namespaces has two halves, and an expansion may be of one of them. */
function linkLister(
  { files, report }: Context,
  { path, kind }: { readonly path: string; readonly kind: ClientKind },
): KindClient["expansions"]["lister"] {
  const file = files.get(path);
  if (file === undefined) return undefined;
  const whole = listerShape(kind);
  const ofNamespace = namespaceListerShape(kind);
  const found = { whole: exportsHalf(file, whole), ofNamespace: exportsHalf(file, ofNamespace) };
  if (kind.scope === "Cluster" && found.ofNamespace !== undefined) {
    const hint = `'${kind.kind}' is cluster-scoped: its lister has no namespaces`;
    const span = placeOf(file, found.ofNamespace);
    report(diagnostic("model/unused-expansion", {}, { span, hint }));
  }
  const namespace = kind.scope === "Namespaced" && found.ofNamespace !== undefined;
  const all = found.whole !== undefined || !namespace;
  if (all) checkExpansion({ file, shape: whole, report });
  if (namespace) checkExpansion({ file, shape: ofNamespace, report });
  return { path, all, namespace };
}

function clientShape(kind: ClientKind): ExpansionShape {
  const { verbs, methods } = kind.client;
  return {
    type: `${kind.kind}Expansion`,
    of: `${kind.kind}Interface`,
    parameter: "client",
    taken: new Set([...clientMembers, ...verbs, ...methods.map(({ name }) => name)]),
  };
}

function listerShape(kind: ClientKind): ExpansionShape {
  const namespaced = kind.scope === "Namespaced";
  return {
    type: `${kind.kind}ListerExpansion`,
    of: `${kind.kind}Lister`,
    parameter: "lister",
    taken: new Set(["list", ...(namespaced ? [kind.client.accessor] : listerMembers)]),
  };
}

function namespaceListerShape(kind: ClientKind): ExpansionShape {
  return {
    type: `${kind.kind}NamespaceListerExpansion`,
    of: `${kind.kind}NamespaceLister`,
    parameter: "lister",
    taken: new Set(["list", ...listerMembers]),
  };
}

function informerShape(kind: ClientKind): ExpansionShape {
  return {
    type: `${kind.kind}InformerExpansion`,
    of: `${kind.kind}Informer`,
    parameter: "informers",
    taken: new Set(["informer", "lister"]),
  };
}

/** Members of the runtime's listers, which their methods stand on. */
const listerMembers = ["get", "values", "pages", "byIndex", "namespace", "constructor"];

/** Reports files that expand nothing: a kind without a client, or without the verbs. */
function reportUnused({ client, files, report }: Context, model: ApiModel): void {
  const useful = new Set<string>();
  const hints = new Map<string, string>();
  for (const version of model.groups.flatMap(({ versions }) => versions)) {
    const off = "doc.ts of the version says that there are none";
    for (const kind of version.kinds.filter(isClientKind)) {
      const paths = expansionPaths({ client, version, kind: kind.kind });
      if (hasClients(version)) useful.add(paths.client);
      else hints.set(paths.client, off);
      if (!hasListers(version)) hints.set(paths.lister, off);
      else if (hasLister(kind)) useful.add(paths.lister);
      else hints.set(paths.lister, `a lister of '${kind.kind}' needs the verbs list and get`);
      if (!hasInformers(version)) hints.set(paths.informer, off);
      else if (hasInformer(kind)) useful.add(paths.informer);
      else
        hints.set(paths.informer, `an informer of '${kind.kind}' needs the verbs list and watch`);
    }
  }
  for (const path of files.keys()) {
    if (!useful.has(path)) {
      const hint = hints.get(path) ?? didYouMean({ word: path, candidates: useful });
      report(diagnostic("model/unused-expansion", {}, { span: startOf(path), hint }));
    }
  }
}
