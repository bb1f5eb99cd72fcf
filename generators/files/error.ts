/** Why the file system, or this port, said no. */
export type FilesErrorReason =
  | "access"
  | "readOnly"
  | "full"
  | "isFolder"
  | "notFolder"
  | "outside"
  | "dangling"
  | "encoding"
  | "other";

const reasons: Readonly<Record<string, FilesErrorReason>> = {
  EACCES: "access",
  EPERM: "access",
  EROFS: "readOnly",
  ENOSPC: "full",
  EDQUOT: "full",
  EISDIR: "isFolder",
  ERR_FS_EISDIR: "isFolder",
  EEXIST: "notFolder",
  ENOTDIR: "notFolder",
};

/** A file system operation that failed, with the path from the project's root. */
export class FilesError extends Error {
  override readonly name = "FilesError";
  readonly reason: FilesErrorReason;
  /** Posix path from the project's root. */
  readonly path: string;
  /** `write`, `read`, `remove` ...: what was attempted. */
  readonly operation: string;

  constructor(input: {
    readonly reason: FilesErrorReason;
    readonly path: string;
    readonly operation: string;
    readonly message?: string;
    readonly cause?: unknown;
  }) {
    const { reason, path, operation, cause } = input;
    super(input.message ?? `cannot ${operation} ${path}: ${reason}`, { cause });
    this.reason = reason;
    this.path = path;
    this.operation = operation;
  }

  /** Wraps what node:fs threw; anything without an error code is a bug of ours and is given back unchanged. */
  static from(input: {
    readonly cause: unknown;
    readonly path: string;
    readonly operation: string;
  }): unknown {
    const { cause, path, operation } = input;
    const code = errorCode(cause);
    if (code === undefined || cause instanceof FilesError) {
      return cause;
    }
    return new FilesError({
      reason: reasons[code] ?? "other",
      path,
      operation,
      cause,
      message: `cannot ${operation} ${path}: ${code}`,
    });
  }
}

/** The `code` of a system error: `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}
