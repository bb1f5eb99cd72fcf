import type { Clock } from "../clock/index.js";
import { throttledWarnings } from "../warnings/throttled-warnings.js";

/** Where an informer met with an error. */
export type InformerErrorSource =
  | "list"
  | "watch-list"
  | "watch"
  | "transform"
  | "index"
  | "cache"
  | "handler"
  | "misuse";

/** What an {@link InformerError} is made of. */
export interface InformerErrorInit {
  readonly informer: string;
  readonly source: InformerErrorSource;
  readonly message: string;
  /** `error` when absent. */
  readonly level?: "error" | "info";
  readonly handler?: string;
  readonly cause?: unknown;
}

/** Something went wrong in an informer, which goes on by itself. What it was is in `cause`. */
export class InformerError extends Error {
  override readonly name = "InformerError";
  /** Name of the informer: `databases.v1.example.com`. */
  readonly informer: string;
  readonly source: InformerErrorSource;
  /** `info` is for what belongs to a normal life, such as a watch that has expired. */
  readonly level: "error" | "info";
  /** Name of the handler, when it was one. */
  readonly handler: string | undefined;

  constructor(input: InformerErrorInit) {
    const { informer, source, message, level = "error", handler, cause } = input;
    const reason = cause instanceof Error ? cause.message : typeof cause === "string" ? cause : "";
    const said = reason === "" || message.includes(reason);
    super(
      `informer ${informer}: ${message}${said ? "" : `: ${reason}`}`,
      cause === undefined ? {} : { cause },
    );
    this.informer = informer;
    this.source = source;
    this.level = level;
    this.handler = handler;
  }
}

/**
 * What informers do about errors when no `onError` is given: errors that are no part of normal life become warnings of the
 * process, of type `InformerWarning`, at most one a second of each sort.
 */
export function warnOfInformerErrors(clock: Clock): (error: InformerError) => void {
  return throttledWarnings({
    clock,
    type: "InformerWarning",
    sortOf: ({ informer, source, handler = "" }) => `${informer} ${source} ${handler}`,
  });
}
