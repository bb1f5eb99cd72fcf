import { isDeepStrictEqual } from "node:util";
import { type Change, type Scope, scope } from "./change.js";
import { changed } from "./constraints.js";
import type { Definition, DefinitionVersion } from "./manifest.js";
import { compareSchemas } from "./schemas.js";

/**
 * Compares the definitions of an API at two times: what objects and clients that fit the old ones meet in the new ones. Changes
 * are in the order of the definitions' names, then of versions and fields.
 *
 * What counts as breaking follows Kubernetes' rules for changing an API (community/contributors/devel/sig-architecture/api_changes.md).
 */
export function compareDefinitions(input: {
  readonly before: readonly Definition[];
  readonly after: readonly Definition[];
}): readonly Change[] {
  const changes: Change[] = [];
  const before = byName(input.before);
  const after = byName(input.after);
  for (const name of [...new Set([...before.keys(), ...after.keys()])].toSorted()) {
    const at = { changes, definition: name };
    const old = before.get(name);
    const now = after.get(name);
    if (old === undefined) scope(at).safe("added");
    else if (now === undefined) scope(at).breaking("diff/kind-removed", "removed");
    else compareDefinition({ before: old, after: now, changes });
  }
  return changes;
}

function byName(definitions: readonly Definition[]): ReadonlyMap<string, Definition> {
  return new Map(definitions.map((definition) => [definition.metadata.name, definition]));
}

function compareDefinition(input: {
  readonly before: Definition;
  readonly after: Definition;
  readonly changes: Change[];
}): void {
  const { before, after, changes } = input;
  const definition = before.metadata.name;
  const whole = scope({ changes, definition, pointer: ["spec"] });
  if (before.spec.scope !== after.spec.scope) {
    whole.breaking("diff/scope-changed", `${before.spec.scope} is now ${after.spec.scope}`);
  }
  compareNames({ before, after, scope: whole });
  compareConversion({ before, after, scope: whole });
  const places = new Map(after.spec.versions.map(({ name }, index) => [name, index]));
  const scopeOf = (version: string): Scope => {
    const pointer = ["spec", "versions", places.get(version) ?? 0];
    return scope({ changes, definition, version, pointer });
  };
  for (const version of before.spec.versions) {
    const at = scopeOf(version.name);
    const other = after.spec.versions[places.get(version.name) ?? -1];
    if (other === undefined) versionRemoved({ version, scope: at });
    else compareVersion({ before: version, after: other, scope: at });
  }
  const old = new Set(before.spec.versions.map(({ name }) => name));
  for (const version of after.spec.versions) {
    if (!old.has(version.name)) scopeOf(version.name).safe("added");
  }
}

interface DefinitionPair {
  readonly before: Definition;
  readonly after: Definition;
  readonly scope: Scope;
}

function compareNames({ before, after, scope: at }: DefinitionPair): void {
  const old = before.spec.names;
  const now = after.spec.names;
  const listKind = (names: typeof old) => names.listKind ?? `${names.kind}List`;
  const singular = (names: typeof old) => names.singular ?? names.kind.toLowerCase();
  if (old.kind !== now.kind) {
    at.breaking("diff/names-changed", changed({ keyword: "kind", old: old.kind, now: now.kind }));
  }
  if (listKind(old) !== listKind(now)) {
    const text = changed({ keyword: "listKind", old: listKind(old), now: listKind(now) });
    at.breaking("diff/names-changed", text);
  }
  if (singular(old) !== singular(now)) {
    at.safe(changed({ keyword: "singular", old: singular(old), now: singular(now) }));
  }
  for (const keyword of ["shortNames", "categories"] as const) {
    if (!isDeepStrictEqual(old[keyword] ?? [], now[keyword] ?? [])) {
      at.safe(changed({ keyword, old: old[keyword] ?? [], now: now[keyword] ?? [] }));
    }
  }
}

function compareConversion({ before, after, scope: at }: DefinitionPair): void {
  const old = before.spec.conversion?.strategy ?? "None";
  const now = after.spec.conversion?.strategy ?? "None";
  if (old === now) return;
  const text = changed({ keyword: "conversion strategy", old, now });
  // With one version there is nothing to convert.
  if (now === "None" && after.spec.versions.length > 1)
    at.breaking("diff/conversion-removed", text);
  else at.safe(text);
}

function versionRemoved(input: {
  readonly version: DefinitionVersion;
  readonly scope: Scope;
}): void {
  const { version, scope: at } = input;
  if (version.storage)
    at.breaking("diff/storage-version-dropped", "removed, and objects are stored in it");
  else if (version.served) at.breaking("diff/version-removed", "removed");
  else at.safe("removed; it was not served");
}

function compareVersion(input: {
  readonly before: DefinitionVersion;
  readonly after: DefinitionVersion;
  readonly scope: Scope;
}): void {
  const { before, after, scope: at } = input;
  if (before.served && !after.served) at.breaking("diff/version-not-served", "no longer served");
  if (!before.served && after.served) at.safe("served");
  if (before.storage && !after.storage) at.safe("no longer the storage version");
  if (!before.storage && after.storage) at.safe("is the storage version now");
  if (before.deprecated !== after.deprecated) {
    at.safe(after.deprecated === true ? "deprecated" : "no longer deprecated");
  }
  // What is neither served nor stored nobody can have used.
  if (!before.served && !before.storage) return;
  compareSubresources(input);
  compareSelectableFields(input);
  if (!isDeepStrictEqual(before.additionalPrinterColumns, after.additionalPrinterColumns)) {
    at.safe("printer columns changed");
  }
  let documented = 0;
  compareSchemas({
    before: before.schema?.openAPIV3Schema ?? {},
    after: after.schema?.openAPIV3Schema ?? {},
    scope: at.at("", "schema", "openAPIV3Schema"),
    onDocumentation: () => {
      documented++;
    },
  });
  if (documented > 0) at.safe(`documentation changed in ${documented} places`);
}

interface VersionPair {
  readonly before: DefinitionVersion;
  readonly after: DefinitionVersion;
  readonly scope: Scope;
}

function compareSubresources({ before, after, scope: at }: VersionPair): void {
  for (const name of ["status", "scale"] as const) {
    const old = before.subresources?.[name];
    const now = after.subresources?.[name];
    if (isDeepStrictEqual(old, now)) continue;
    if (now === undefined) {
      at.breaking("diff/subresource-removed", `subresource ${name} is gone`);
    } else if (old !== undefined) {
      at.breaking("diff/subresource-removed", changed({ keyword: name, old, now }));
    } else if (name === "status") {
      at.breaking("diff/status-subresource-added", "subresource status is new");
    } else {
      at.safe(`subresource ${name} is new`);
    }
  }
}

function compareSelectableFields({ before, after, scope: at }: VersionPair): void {
  const paths = (version: DefinitionVersion): readonly string[] =>
    (version.selectableFields ?? []).map(({ jsonPath }) => jsonPath);
  const old = paths(before);
  const now = paths(after);
  for (const path of old.filter((one) => !now.includes(one))) {
    at.breaking("diff/selectable-field-removed", `${path} can no longer be selected by`);
  }
  for (const path of now.filter((one) => !old.includes(one))) at.safe(`${path} can be selected by`);
}
