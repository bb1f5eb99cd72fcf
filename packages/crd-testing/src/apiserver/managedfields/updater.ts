import {
  type Comparison,
  compareTyped,
  type FieldSet,
  mergeTyped,
  type ParseableType,
  reconcileFieldSet,
  removeItems,
  toFieldSet,
  valuesEqual,
  withNamedFields,
} from "crd-runtime/managedfields";
import { ApplyConflictError, type Conflict } from "./conflict.js";
import type { Managed, ManagedEntry } from "./managed.js";
import type { ManagerIdentity } from "./manager-identity.js";

/** Fields that a resource resets on its own, by API version: nobody who writes to it manages them. */
export type ResetFields = ReadonlyMap<string, FieldSet>;

/** What an update or apply works on; `live` is validated, and so is what comes to it. */
interface Operation {
  readonly live: unknown;
  readonly type: ParseableType;
  readonly managed: Managed;
  readonly resetFields: ResetFields;
}

/** Managed fields, and how they came to be. */
export interface Updated {
  readonly managed: Managed;
  /** What the operation itself changed. */
  readonly fields: FieldSet;
}

/**
 * Managed fields after an update: each manager loses what the update changed, and what it changed is the result's `fields`.
 * Follows Updater.Update of structured-merge-diff.
 */
export function updateManaged(
  input: Operation & { readonly object: unknown; readonly apiVersion: string },
): Updated {
  const { live, object, type, apiVersion } = input;
  const managed = reconcile(input);
  const comparison = compareTyped({ from: live, to: object, type });
  const reset = without({ comparison, fields: input.resetFields.get(apiVersion) });
  return {
    managed: take({ managed, comparison, resetFields: input.resetFields, from: () => true }),
    fields: reset.modified.union(reset.added),
  };
}

/** What an apply makes of an object. */
export interface Applied {
  /** The merged object; the live one itself when nothing changed. */
  readonly object: unknown;
  readonly changed: boolean;
  readonly managed: Managed;
}

/**
 * Merges what a manager applies, takes away what it no longer applies, and moves ownership. Follows Updater.Apply of
 * structured-merge-diff.
 *
 * @throws ApplyConflictError
 */
export function applyManaged(
  input: Operation & {
    readonly applied: unknown;
    readonly identity: ManagerIdentity;
    readonly id: string;
    readonly force: boolean;
  },
): Applied {
  const { live, applied, type, identity, id, force } = input;
  const managed = new Map(reconcile(input));
  const last = managed.get(id);
  const reset = input.resetFields.get(identity.apiVersion);
  const given = toFieldSet({ value: applied, type });
  const fields = reset === undefined ? given : given.recursiveDifference(reset);
  managed.set(id, { ...identity, fields, time: last?.time });
  const merged = mergeTyped({ live, applied, type });
  // What is applied again stays, so there is nothing to prune.
  const object =
    last === undefined || last.fields.difference(fields).isEmpty()
      ? merged
      : prune({ merged, type, managed, last: last.fields });
  const comparison = compareTyped({ from: live, to: object, type });
  const others = (other: string): boolean => other !== id;
  if (!force) refuseConflicts({ ...input, managed, comparison, from: others });
  // The order of a list may have changed, which is no change of a field.
  const changed = !valuesEqual(live, object);
  return {
    object: changed ? object : live,
    changed,
    managed: take({ ...input, managed, comparison, from: others }),
  };
}

function reconcile(input: Pick<Operation, "managed" | "type">): Managed {
  const { managed, type } = input;
  let changed: Map<string, ManagedEntry> | undefined;
  for (const [id, entry] of managed) {
    const fields = reconcileFieldSet({ fields: entry.fields, type });
    if (fields === entry.fields) continue;
    changed ??= new Map(managed);
    changed.set(id, { ...entry, fields });
  }
  return changed ?? managed;
}

interface Change {
  readonly managed: Managed;
  readonly comparison: Comparison;
  readonly resetFields: ResetFields;
  /** Whether a manager is one of those who lose what changed. */
  readonly from: (id: string) => boolean;
}

function without(input: {
  readonly comparison: Comparison;
  readonly fields: FieldSet | undefined;
}): Comparison {
  const { comparison, fields } = input;
  if (fields === undefined) return comparison;
  return {
    added: comparison.added.recursiveDifference(fields),
    modified: comparison.modified.recursiveDifference(fields),
    removed: comparison.removed.recursiveDifference(fields),
  };
}

function refuseConflicts({ managed, comparison, resetFields, from }: Change): void {
  const conflicts: Conflict[] = [];
  for (const [id, entry] of managed) {
    if (!from(id)) continue;
    const { added, modified } = without({
      comparison,
      fields: resetFields.get(entry.apiVersion),
    });
    const fields = entry.fields.intersection(modified.union(added));
    if (!fields.isEmpty()) conflicts.push({ manager: entry, fields });
  }
  if (conflicts.length > 0) throw new ApplyConflictError(conflicts);
}

/** The managers without what changed; those who have nothing left are gone. */
function take({ managed, comparison, resetFields, from }: Change): Managed {
  let changed: Map<string, ManagedEntry> | undefined;
  for (const [id, entry] of managed) {
    let fields = entry.fields;
    if (from(id)) {
      const lost = without({ comparison, fields: resetFields.get(entry.apiVersion) });
      fields = fields.difference(lost.modified).difference(lost.added).difference(lost.removed);
    }
    if (fields === entry.fields && !fields.isEmpty()) continue;
    changed ??= new Map(managed);
    if (fields.isEmpty()) changed.delete(id);
    else changed.set(id, { ...entry, fields });
  }
  return changed ?? managed;
}

/** The merged object without what its manager has applied before, applies no longer, and nobody else manages. */
function prune(input: {
  readonly merged: unknown;
  readonly type: ParseableType;
  readonly managed: Managed;
  /** What the manager has applied before. */
  readonly last: FieldSet;
}): unknown {
  const { merged, type, managed } = input;
  const named = (fields: FieldSet): FieldSet => withNamedFields({ fields, type });
  const without = (fields: FieldSet): unknown => removeItems({ value: merged, type, fields });
  const setOf = (value: unknown): FieldSet => named(toFieldSet({ value, type }));

  const last = named(input.last);
  const all = setOf(merged);
  const owned = [...managed.values()].reduce<FieldSet | undefined>(
    (union, { fields }) => union?.union(fields) ?? fields,
    undefined,
  );
  const remaining = setOf(without(last));
  const kept = owned === undefined ? remaining : remaining.union(named(owned));
  // What nobody manages and the manager did not apply either goes with its surroundings; it is put back.
  const dangling = setOf(without(all.difference(kept)));
  return without(all.difference(dangling).intersection(last));
}
