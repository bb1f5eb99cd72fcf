import type { StatusCause } from "crd-runtime";
import { type FieldSet, pathToString } from "crd-runtime/managedfields";
import { StatusError } from "../status/index.js";
import { compare } from "./managed.js";
import { identityOf, type ManagerIdentity, printManager } from "./manager-identity.js";

/** The fields of one manager that an apply would take from it. */
export interface Conflict {
  readonly manager: ManagerIdentity;
  readonly fields: FieldSet;
}

/** One conflict, for programs. */
export interface ManagerConflict {
  readonly manager: string;
  readonly operation: "Apply" | "Update";
  readonly apiVersion: string;
  readonly subresource: string;
  /** `.spec.replicas`, `.spec.ports[port=80,protocol="TCP"].name`. */
  readonly fields: readonly string[];
}

/**
 * An apply that was not forced and would change fields of other managers: 409 Conflict with a cause for each field. Texts of
 * apimachinery's managedfields.
 */
export class ApplyConflictError extends StatusError {
  override readonly name = "ApplyConflictError";
  readonly conflicts: readonly ManagerConflict[];
  readonly #conflicts: readonly Conflict[];

  constructor(conflicts: readonly Conflict[]) {
    const sorted = [...conflicts].sort((a, b) =>
      compare(identityOf(a.manager), identityOf(b.manager)),
    );
    const listed = sorted.map(listedOf);
    super({
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message: messageOf(listed),
      reason: "Conflict",
      details: { causes: listed.flatMap(causesOf) },
      code: 409,
    });
    this.#conflicts = sorted;
    this.conflicts = sorted.map(({ manager }, index) => ({
      manager: manager.manager,
      operation: manager.operation,
      apiVersion: manager.apiVersion,
      subresource: manager.subresource,
      fields: listed[index]?.fields ?? [],
    }));
  }

  /** The error of the conflicts that are not about some fields; undefined when these are all. */
  except(fields: FieldSet): ApplyConflictError | undefined {
    const left = this.#conflicts
      .map(({ manager, fields: all }) => ({ manager, fields: all.difference(fields) }))
      .filter((conflict) => !conflict.fields.isEmpty());
    return left.length === 0 ? undefined : new ApplyConflictError(left);
  }
}

interface Listed {
  readonly printed: string;
  readonly fields: readonly string[];
}

function listedOf({ manager, fields }: Conflict): Listed {
  return {
    printed: printManager(manager),
    fields: [...fields.paths()].map((path) => pathToString({ path })),
  };
}

function causesOf({ printed, fields }: Listed): StatusCause[] {
  const message = `conflict with ${printed}`;
  return fields.map((field) => ({ reason: "FieldManagerConflict", message, field }));
}

function messageOf(conflicts: readonly Listed[]): string {
  const count = conflicts.reduce((sum, { fields }) => sum + fields.length, 0);
  const [first] = conflicts;
  if (count === 1 && first !== undefined) {
    return `Apply failed with 1 conflict: conflict with ${first.printed}: ${first.fields[0]}`;
  }
  const lines = conflicts.flatMap(({ printed, fields }) => [
    `conflicts with ${printed}:`,
    ...fields.map((field) => `- ${field}`),
  ]);
  return `Apply failed with ${count} conflicts: ${lines.join("\n")}`;
}
