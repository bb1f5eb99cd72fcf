import type { CallOptions, int64, Query, Time } from "crd-runtime";

/** What of a log is read, and how; follows PodLogOptions of k8s.io/api/core/v1. */
export interface PodLogOptions extends CallOptions {
  /** Which container; needed where the pod has several, and no annotation says which is meant. */
  readonly container?: string | undefined;
  /** Goes on with what the container writes, until it ends. */
  readonly follow?: boolean | undefined;
  /** The log of the container that ran before it was restarted. */
  readonly previous?: boolean | undefined;
  /** Only what is not older than so many seconds; excludes `sinceTime`. */
  readonly sinceSeconds?: int64 | undefined;
  /** Only what was written since; excludes `sinceSeconds`. */
  readonly sinceTime?: Time | undefined;
  /** Begins every line with the time at which it was written. */
  readonly timestamps?: boolean | undefined;
  /** So many of the last lines. */
  readonly tailLines?: int64 | undefined;
  /** Ends the log after about so many bytes, be it amid a line. */
  readonly limitBytes?: int64 | undefined;
  /**
   * Which output of the container; both, in the order of writing, when absent. One of them excludes `tailLines`. API servers whose
   * feature PodLogsQuerySplitStreams is off, which is the default, refuse it.
   */
  readonly stream?: "All" | "Stdout" | "Stderr" | undefined;
  /** The API server does not verify the kubelet's certificate. */
  readonly insecureSkipTLSVerifyBackend?: boolean | undefined;
}

/** Zero values of plain fields are left out, as client-go's queryparams; a 0 that is asked for is sent. */
export function podLogQuery(options: PodLogOptions): Query {
  return {
    container: options.container || undefined,
    follow: options.follow || undefined,
    previous: options.previous || undefined,
    sinceSeconds: options.sinceSeconds,
    sinceTime: options.sinceTime || undefined,
    timestamps: options.timestamps || undefined,
    tailLines: options.tailLines,
    limitBytes: options.limitBytes,
    insecureSkipTLSVerifyBackend: options.insecureSkipTLSVerifyBackend || undefined,
    stream: options.stream,
  };
}
