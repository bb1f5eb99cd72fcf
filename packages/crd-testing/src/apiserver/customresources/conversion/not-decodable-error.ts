import { failure, internalError, StatusError } from "../../status/index.js";
import type { StorageEntry } from "../../storage/entry.js";

/** An object that cannot be read, and why. */
export interface NotDecodable {
  readonly entry: StorageEntry;
  readonly cause: unknown;
}

/** Stored objects cannot be read, since they cannot be converted. The Status is that of reading a single object. */
export class NotDecodableError extends StatusError {
  override readonly name = "NotDecodableError";
  readonly #group: string;
  readonly #resource: string;
  readonly #failed: readonly NotDecodable[];

  constructor(input: {
    readonly group: string;
    /** Plural. */
    readonly resource: string;
    /** One at least. */
    readonly failed: readonly NotDecodable[];
  }) {
    const { group, resource, failed } = input;
    const [first] = failed;
    const message =
      first === undefined ? "" : textOf({ key: keyOf({ ...input, ...first }), ...first });
    super(internalError(message).status, { cause: first?.cause });
    this.#group = group;
    this.#resource = resource;
    this.#failed = failed;
  }

  /** What a list answers; it names every object that cannot be read. */
  forList(): StatusError {
    const group = this.#group;
    const resource = this.#resource;
    const causes = this.#failed.map((each) => {
      const field = `/registry${keyOf({ group, resource, ...each })}`;
      const message = textOf({ key: field, ...each });
      return { reason: "UnexpectedServerResponse", message, field };
    });
    const texts = causes.map(({ message }) => message);
    const [text = ""] = texts;
    const all = texts.length === 1 ? text : `[${texts.join(", ")}]`;
    return failure({
      code: 500,
      reason: "StorageReadError",
      message: `failed to read one or more ${resource}.${group} from the storage: ${all}`,
      details: { name: "list", group, kind: resource, causes },
      cause: this,
    });
  }
}

function keyOf(input: {
  readonly group: string;
  readonly resource: string;
  readonly entry: StorageEntry;
}): string {
  const { group, resource, entry } = input;
  const scope = entry.namespace === "" ? "" : `/${entry.namespace}`;
  return `/${group}/${resource}${scope}/${entry.name}`;
}

function textOf(input: NotDecodable & { readonly key: string }): string {
  const { key, entry, cause } = input;
  const why = cause instanceof Error ? cause.message : String(cause);
  return (
    `StorageError: corrupt object, Code: 7, Key: ${key}, ResourceVersion: 0, ` +
    `AdditionalErrorMsg: object not decodable revision=${entry.revision}: ${why}`
  );
}
