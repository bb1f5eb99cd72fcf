import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import type { KindClient } from "../types.js";
import { type Report, startOf } from "./report.js";

/** Paths where the hand-written expansions of a kind can be. */
export type ExpansionPaths = Readonly<Record<keyof KindClient["expansions"], string>>;

/** Name of a group's folder below the client code; the core group has no name of its own. */
export function groupFolderOf(group: string): string {
  return group === "" ? "core" : group;
}

/** `src/client/clientset/example.com/v1_database_expansion.ts` and its twins. */
export function expansionPaths(input: {
  readonly client: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}): ExpansionPaths {
  const { client, version, kind } = input;
  const file = `${groupFolderOf(input.group)}/${version}_${kind.toLowerCase()}_expansion.ts`;
  return {
    client: `${client}/clientset/${file}`,
    lister: `${client}/listers/${file}`,
    informer: `${client}/informers/${file}`,
  };
}

/** Those of the paths that exist. */
export function findExpansions(input: {
  readonly paths: ExpansionPaths;
  readonly existing: ReadonlySet<string>;
}): KindClient["expansions"] {
  const { paths, existing } = input;
  const find = (path: string): string | undefined => (existing.has(path) ? path : undefined);
  return { client: find(paths.client), lister: find(paths.lister), informer: find(paths.informer) };
}

/** Reports expansion files that belong to no kind with a client. */
export function reportUnusedExpansions(input: {
  readonly existing: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly report: Report;
}): void {
  for (const path of input.existing) {
    if (!input.possible.has(path)) {
      const hint = didYouMean({ word: path, candidates: input.possible });
      input.report(diagnostic("model/unused-expansion", {}, { span: startOf(path), hint }));
    }
  }
}
