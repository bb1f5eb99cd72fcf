import type { StatusCause } from "crd-runtime";
import { type FieldSet, pathToString } from "crd-runtime/managedfields";
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
 * An apply that was not forced and would change fields of other managers: status 409, reason Conflict. The message and the
 * causes are the server's.
 */
export class ApplyConflictError extends Error {
  override readonly name = "ApplyConflictError";
  readonly conflicts: readonly ManagerConflict[];
  /** `details.causes` of the Status. */
  readonly causes: readonly StatusCause[];
  readonly #conflicts: readonly Conflict[];

  constructor(conflicts: readonly Conflict[]) {
    const sorted = [...conflicts].sort((a, b) =>
      compare(identityOf(a.manager), identityOf(b.manager)),
    );
    const listed = sorted.map((conflict) => ({
      printed: printManager(conflict.manager),
      manager: conflict.manager,
      fields: [...conflict.fields.paths()].map((path) => pathToString({ path })),
    }));
    super(messageOf(listed));
    this.#conflicts = sorted;
    this.conflicts = listed.map(({ manager, fields }) => ({
      manager: manager.manager,
      operation: manager.operation,
      apiVersion: manager.apiVersion,
      subresource: manager.subresource,
      fields,
    }));
    this.causes = listed.flatMap(({ printed, fields }) =>
      fields.map((field) => ({
        reason: "FieldManagerConflict",
        message: `conflict with ${printed}`,
        field,
      })),
    );
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
