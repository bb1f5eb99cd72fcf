import { formatGroupVersion, type GroupKind } from "../meta/index.js";
import type { APIResource, ServerResources } from "./api-resource.js";

/** A resource as far as it is known: absent members match any. */
export interface PartialResource {
  /** Plural, singular or short: `databases`, `database`, `db`. */
  readonly resource: string;
  /** Absent: any. `""`: the core group. A name that begins so is taken where none is equal. */
  readonly group?: string | undefined;
  readonly version?: string | undefined;
}

/** The server does not serve what was asked for. The message names what there is instead. */
export class NoMatchError extends Error {
  override readonly name: string = "NoMatchError";
}

/** Names that a message gives. */
const maxNamed = 20;

/** The error for a resource that is not there. */
export function noResourceMatch(input: {
  readonly wanted: PartialResource;
  readonly server: ServerResources;
}): NoMatchError {
  const { wanted, server } = input;
  const { resource, group, version } = wanted;
  const where = [
    group === undefined ? "" : ` in group "${group}"`,
    version ? ` version ${version}` : "",
  ];
  return new NoMatchError(
    `no matches for resource "${resource}"${where.join("")}: ${instead({
      server,
      group,
      isSame: (each) => each.name === resource,
      nameOf: (each) => each.name,
    })}`,
  );
}

/** The error for a kind that is not there. */
export function noKindMatch(input: {
  readonly wanted: GroupKind;
  readonly versions: readonly string[];
  readonly server: ServerResources;
}): NoMatchError {
  const { wanted, versions, server } = input;
  const { group, kind } = wanted;
  const asked = versions.map((version) => `"${formatGroupVersion({ group, version })}"`).join(", ");
  const where = asked === "" ? `group "${group}"` : `version ${asked}`;
  return new NoMatchError(
    `no matches for kind "${kind}" in ${where}: ${instead({
      server,
      group,
      isSame: (each) => each.groupVersionKind.kind === kind,
      nameOf: (each) => each.groupVersionKind.kind,
    })}`,
  );
}

/** What is served elsewhere under the name; else what the group has. */
function instead(input: {
  readonly server: ServerResources;
  readonly group: string | undefined;
  readonly isSame: (resource: APIResource) => boolean;
  readonly nameOf: (resource: APIResource) => string;
}): string {
  const { server, group, isSame, nameOf } = input;
  const resources = server.groups
    .flatMap(({ versions }) => versions)
    .flatMap((version) => version.resources)
    .filter(({ name }) => !name.includes("/"));
  const elsewhere = new Set(resources.filter(isSame).map(formatGroupVersion));
  const failed = [...server.failures.keys()];
  const unknown = failed.length === 0 ? "" : ` (could not be asked: ${named(failed)})`;
  if (elsewhere.size > 0) return `it is served in ${named(elsewhere)}${unknown}`;
  const mates = new Set(resources.filter((each) => each.group === group).map(nameOf));
  if (mates.size > 0) return `the group has ${named([...mates].sort())}${unknown}`;
  return `the server has no ${group === undefined ? "such resource" : "such group"}: is its CustomResourceDefinition installed?${unknown}`;
}

function named(names: Iterable<string>): string {
  const all = [...names];
  const more = all.length > maxNamed ? ` and ${all.length - maxNamed} more` : "";
  return all.slice(0, maxNamed).join(", ") + more;
}
