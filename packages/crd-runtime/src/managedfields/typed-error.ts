/** One way in which a value does not fit its type. */
export interface ValidationError {
  /** As messages write it: `.spec.ports[port=80]`; empty for the whole value. */
  readonly path: string;
  readonly message: string;
}

/** A value that does not fit its type; the message is structured-merge-diff's. */
export class TypedError extends Error {
  override readonly name = "TypedError";
  readonly errors: readonly ValidationError[];

  constructor(errors: readonly ValidationError[]) {
    super(messageOf(errors));
    this.errors = errors;
  }
}

function messageOf(errors: readonly ValidationError[]): string {
  const lines = errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`));
  const [only = ""] = lines;
  return lines.length === 1 ? only : ["errors:", ...lines.map((line) => `  ${line}`)].join("\n");
}
