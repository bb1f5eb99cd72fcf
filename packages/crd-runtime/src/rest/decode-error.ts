/** A field of an object that is not what the schema of its kind says. */
export interface DecodeProblem {
  /** `spec.ports[0].name`; "" for the object itself. */
  readonly field: string;
  /** What the schema says of it. */
  readonly message: string;
}

/** Problems that a message names; `problems` has all of them. */
const named = 10;

/**
 * The server sent an object that is not what the schema of its kind says: see `decode` of the generated clients. Names fields,
 * and never what is in them, which may be secret.
 */
export class DecodeError extends Error {
  override readonly name: string = "DecodeError";
  readonly apiVersion: string;
  readonly kind: string;
  /** "" where the object has none. */
  readonly namespace: string;
  readonly objectName: string;
  /** The version of the object: a watch can go on behind it. "" where it has none. */
  readonly resourceVersion: string;
  readonly problems: readonly DecodeProblem[];

  constructor(input: {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace: string;
    readonly objectName: string;
    readonly resourceVersion: string;
    readonly problems: readonly DecodeProblem[];
  }) {
    const { apiVersion, kind, namespace, objectName, resourceVersion, problems } = input;
    const place = namespace === "" ? objectName : `${namespace}/${objectName}`;
    const texts = problems.slice(0, named).map(textOf);
    const more = problems.length - texts.length;
    if (more > 0) texts.push(`and ${more} more`);
    super(`${kind} ${place} of ${apiVersion} is not what its schema says: ${texts.join("; ")}`);
    this.apiVersion = apiVersion;
    this.kind = kind;
    this.namespace = namespace;
    this.objectName = objectName;
    this.resourceVersion = resourceVersion;
    this.problems = problems;
  }
}

/** Whether an error says that the server sent an object that is not what the schema of its kind says. */
export function isDecodeError(error: unknown): error is DecodeError {
  return error instanceof DecodeError;
}

function textOf({ field, message }: DecodeProblem): string {
  return field === "" ? message : `${field}: ${message}`;
}
