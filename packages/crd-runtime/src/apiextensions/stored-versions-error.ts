import { ApiError } from "crd-runtime";

/**
 * The server does not let a version of a definition go in which objects may be stored. What it says is in the message, with
 * the way out: keep the version, let {@link migrateStoredVersions} rewrite the objects, then remove it.
 */
export class StoredVersionsError extends ApiError {
  override readonly name: string = "StoredVersionsError";
  /** Name of the CustomResourceDefinition. */
  readonly definition: string;
  /** Versions that were to be removed, and are in `status.storedVersions`. */
  readonly versions: readonly string[];

  constructor(input: {
    readonly definition: string;
    readonly versions: readonly string[];
    /** As the server said it. */
    readonly refusal: ApiError;
  }) {
    const { definition, versions, refusal } = input;
    const names = versions.join(", ");
    const hint =
      `keep ${names} in ${definition}, unserved (served: false) if nobody is to use it, ` +
      "call migrateStoredVersions, which rewrites what is stored, and remove it then";
    super(refusal.status, { hint, cause: refusal });
    this.definition = definition;
    this.versions = versions;
  }
}
