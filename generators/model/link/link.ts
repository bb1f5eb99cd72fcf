import { type Diagnostic, diagnostic, sortDiagnostics } from "../../diagnostics/index.js";
import { taggedInterfaces } from "../interfaces.js";
import type { TypesById } from "../lookup.js";
import type { FileSyntax } from "../syntax.js";
import type { ApiModel } from "../types.js";
import { checkDefaults } from "./check-default.js";
import { linkPeers } from "./conversion.js";
import { findConversionFunctions } from "./conversion-functions.js";
import { markRoots } from "./defaulting.js";
import { findDefaultingFunctions } from "./defaulting-functions.js";
import { linkExpansions } from "./expansions.js";
import { linkPackages } from "./folder-packages.js";
import { taggedFunctions } from "./functions.js";
import { groupBy } from "./group-by.js";
import { linkGroups, type VersionDraft } from "./groups.js";
import { reportHandedOn } from "./handed-on.js";
import { importedPackage, type PackageSyntax } from "./imported.js";
import { withoutCycles } from "./inheritance.js";
import { draftKinds } from "./kinds.js";
import { linkLifecycles } from "./lifecycle.js";
import type { PackageInfo } from "./package.js";
import { checkReplacements } from "./replacements.js";
import { placeOf, type Report } from "./report.js";
import { type Scopes, scopeFor, scopeOf } from "./scope.js";
import { declaredTypes, draftVersion } from "./version-draft.js";

/** The files of a run and what is known of the project without reading them. */
export interface LinkInput {
  /** Files of version folders; others are left out. */
  readonly files: readonly FileSyntax[];
  readonly config: {
    /** Folder of the API types. */
    readonly apis: string;
    /** Folder of the clientset, listers and informers. */
    readonly client: string;
    /** Names of other tools' tags; one may end in `*`. */
    readonly acceptedTags?: readonly string[];
  };
  /** The hand-written `*_expansion.ts` files below the folder of client code, and in those of further clientsets. */
  readonly expansions: readonly FileSyntax[];
  /** Packages whose types the files may import. */
  readonly packages?: readonly PackageSyntax[];
}

export interface LinkOutput {
  readonly model: ApiModel;
  /** Sorted by place. An error among them: the model is not to be generated from. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the model of a project: resolves imports and names, finds groups, versions, kinds and their clients,
 * gives everything its names, and reports every mistake. The same input gives the same output.
 */
export function linkModel(input: LinkInput): LinkOutput {
  const collected: Diagnostic[] = [];
  const report: Report = (one) => {
    collected.push(one);
  };
  const { acceptedTags = [] } = input.config;
  const files =
    acceptedTags.length === 0
      ? input.files
      : input.files.map((file) => ({ ...file, acceptedTags }));
  const { packages, collided } = linkPackages({ ...input, files, report });
  // The files of a folder that collides are read, so that their importers find them.
  const imported = (input.packages ?? []).map(importedPackage);
  const scopes: Scopes = new Map(
    [...packages, ...collided, ...imported].flatMap((info) =>
      info.folder.files.map((file) => [file.path, scopeOf({ file, package: info })] as const),
    ),
  );
  const reportOf = (info: PackageInfo): Report => (info.exports === undefined ? report : silent);
  const all = [...packages, ...imported];
  const declared = withoutCycles({
    types: all.flatMap((info) => declaredTypes({ info, scopes, report: reportOf(info) })),
    report,
  });
  const byPackage = groupBy(declared, ({ file }) => scopes.get(file)?.package);
  const functions = new Map(
    packages.map((info) => [info, taggedFunctions({ info, scopes, report })] as const),
  );
  const ownFunctions = [...functions.values()].flat();
  reportHandedOn({ scopes, functions: ownFunctions, report });
  const defaulting = findDefaultingFunctions({ scopes, report }, ownFunctions);
  const conversions = findConversionFunctions({ scopes, report }, ownFunctions);
  const unmarked = all.map((info) =>
    draftVersion({
      info,
      peers: linkPeers({ info, packages, report }),
      conversions: conversions.filter(
        ({ module }) => scopeFor(scopes, { file: module }).package === info,
      ),
      scopes,
      report: reportOf(info),
      declared: byPackage.get(info) ?? [],
      functions: functions.get(info) ?? [],
      defaulting,
    }),
  );
  const declaredById = typesOf(unmarked);
  const marked = unmarked.map((draft) => ({
    ...draft,
    types: markRoots({
      types: declaredById,
      info: draft.package,
      own: draft.types,
      report: reportOf(draft.package),
    }),
  }));
  const undated = typesOf(marked);
  const drafts = marked.map((draft) => ({
    ...draft,
    types: linkLifecycles({
      types: undated,
      info: draft.package,
      own: draft.types,
      scopes,
      report: reportOf(draft.package),
    }),
  }));
  const types = typesOf(drafts);
  for (const type of drafts.filter(isOwn).flatMap((draft) => draft.types)) {
    checkDefaults({ types, type, report });
  }
  reportInterfaces({ types, report });
  const versions = drafts.map((draft) => ({
    ...draft,
    kinds: draftKinds({
      types,
      own: draft.types,
      contextOf: (type) => ({
        scopes,
        scope: scopeFor(scopes, type),
        report: reportOf(draft.package),
      }),
    }),
  }));
  const groups = linkGroups({ versions: versions.filter(isOwn), report });
  const { client } = input.config;
  const linked: ApiModel = {
    groups,
    ...(imported.length > 0 && {
      imported: linkGroups({
        versions: versions.filter((version) => !isOwn(version)),
        report: silent,
      }),
    }),
  };
  checkReplacements({ model: linked, types, report });
  const model = linkExpansions({ model: linked, client, expansions: input.expansions, report });
  return {
    model,
    diagnostics: finish({ files: [...new Set([...input.files, ...input.expansions])], collected }),
  };
}

/** What is to be said of the types of a package was said where they are generated. */
function silent(): void {}

function isOwn(draft: Pick<VersionDraft, "package">): boolean {
  return draft.package.exports === undefined;
}

function typesOf(drafts: readonly Pick<VersionDraft, "types">[]): TypesById {
  return new Map(drafts.flatMap((draft) => draft.types.map((type) => [type.id, type] as const)));
}

function reportInterfaces(input: { readonly types: TypesById; readonly report: Report }): void {
  const { types, report } = input;
  for (const found of taggedInterfaces({ types, tagged: [...types.values()] })) {
    if (found.discriminant !== undefined) {
      continue;
    }
    for (const { type } of found.types) {
      const hint = "add a required member of one name with a different string literal in each";
      const names = { name: type.name, interface: found.interface.name };
      report(diagnostic("model/no-discriminant", names, { span: type.span, hint }));
    }
  }
}

/** Adds the syntax errors; what a file that cannot be read seems to lack besides is left out. */
function finish(input: {
  readonly files: readonly FileSyntax[];
  readonly collected: readonly Diagnostic[];
}): readonly Diagnostic[] {
  const broken = new Set(
    input.files.filter(({ errors }) => errors.length > 0).map(({ path }) => path),
  );
  const syntax = input.files.flatMap((file) =>
    file.errors.map(({ message, span }) => {
      const problem = message.replace(/\.$/, "");
      return diagnostic("type/syntax", { problem }, { span: placeOf(file, span) });
    }),
  );
  const others = input.collected.filter(({ span }) => span === undefined || !broken.has(span.file));
  return sortDiagnostics([...syntax, ...others]);
}
