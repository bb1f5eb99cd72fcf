import type { Clock } from "crd-runtime";
import type { Page, Selection as Selected } from "../request/list-watcher.js";
import { expired, StatusError } from "../status/index.js";
import {
  type KeyRange,
  keyText,
  type Snapshot,
  type Storage,
  type StorageEntry,
  sortText,
} from "../storage/index.js";
import { type ContinueToken, encodeContinue } from "./continue-token.js";
import { tooLargeAtOnce, untilFresh } from "./freshness.js";
import { type ListPlan, planOf } from "./list-plan.js";
import { Selection } from "./selection.js";

/**
 * One page of a list, by the rules of the API's resourceVersion, resourceVersionMatch, limit and continue. Follows
 * Cacher.GetList of apiserver.
 *
 * @throws StatusError
 */
export async function listPage(input: {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly selected: Selected;
  readonly signal: AbortSignal;
}): Promise<Page> {
  const { storage, clock, selected, signal } = input;
  const selection = new Selection(selected);
  const plan = planOf({ options: selected.options, selection });
  const { revision } = plan;
  if (plan.impatient && revision > storage.revision) throw tooLargeAtOnce({ storage, revision });
  await untilFresh({ storage, clock, revision, signal });
  const snapshot = snapshotFor({ storage, plan, selection });
  return selection.name === ""
    ? pageOf({ snapshot, plan, selection })
    : singleOf({ snapshot, selection });
}

function snapshotFor(input: {
  readonly storage: Storage;
  readonly plan: ListPlan;
  readonly selection: Selection;
}): Snapshot {
  const { storage, plan, selection } = input;
  const { storageKey } = selection.resource;
  const revision = plan.kind === "exact" ? Number(plan.revision) : storage.revision;
  // A resource has no past before it was served.
  if (revision < storage.floor(storageKey)) throw tooOld(plan);
  const snapshot = storage.snapshot({ storageKey, revision });
  if (snapshot === undefined) throw tooOld(plan);
  return snapshot;
}

function tooOld(plan: ListPlan): Error {
  if (plan.start === "") return expired("The resourceVersion for the provided list is too old.");
  const { status } = expired(inconsistentContinue);
  const token = encodeContinue({ revision: -1, start: plan.start });
  return new StatusError({ ...status, metadata: { continue: token } });
}

function singleOf(input: { readonly snapshot: Snapshot; readonly selection: Selection }): Page {
  const { snapshot, selection } = input;
  const entry = snapshot.get(selection);
  return {
    entries: entry !== undefined && selection.matches(entry) ? [entry] : [],
    resourceVersion: String(snapshot.revision),
    continue: "",
    remainingItemCount: undefined,
  };
}

function pageOf(input: {
  readonly snapshot: Snapshot;
  readonly plan: ListPlan;
  readonly selection: Selection;
}): Page {
  const { snapshot, plan, selection } = input;
  const { limit } = plan;
  const range = rangeOf(plan, selection);
  const resourceVersion = String(snapshot.revision);
  const entries: StorageEntry[] = [];
  let seen = 0;
  for (const entry of snapshot.entries(range)) {
    seen++;
    if (selection.matches(entry)) entries.push(entry);
    if (limit > 0 && entries.length === limit) break;
  }
  const last = entries.at(-1);
  const total = limit > 0 ? snapshot.count(range) : seen;
  if (last === undefined || total === seen) {
    return { entries, resourceVersion, continue: "", remainingItemCount: undefined };
  }
  return {
    entries,
    resourceVersion,
    continue: encodeContinue(nextOf({ last, selection, revision: snapshot.revision })),
    remainingItemCount: selection.isEmpty ? total - limit : undefined,
  };
}

/** The first key of a page is part of it. */
function rangeOf(plan: ListPlan, selection: Selection): KeyRange {
  const { range, namespace } = selection;
  if (plan.start === "") return range;
  const prefix = namespace === "" ? "" : `${namespace}/`;
  return { from: sortText(`${prefix}${plan.start}`), to: range.to };
}

function nextOf(input: {
  readonly last: StorageEntry;
  readonly selection: Selection;
  readonly revision: number;
}): ContinueToken {
  const { last, selection, revision } = input;
  const key = selection.namespace === "" ? keyText(last) : last.name;
  return { revision, start: `/${key}\0` };
}

const inconsistentContinue = [
  "The provided continue parameter is too old to display a consistent list result.",
  "You can start a new list without the continue parameter, or use the continue token in this response",
  "to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list",
  "- objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.",
].join(" ");
