/** An apply that cannot be done; the message is the server's. */
export class ApplyError extends Error {
  override readonly name = "ApplyError";
  /** The status: 400 (reason BadRequest) for what the client should not have sent, 500 for the rest. */
  readonly code: 400 | 500;

  constructor(input: {
    readonly code: 400 | 500;
    readonly message: string;
    readonly cause?: unknown;
  }) {
    super(input.message, { cause: input.cause });
    this.code = input.code;
  }
}
