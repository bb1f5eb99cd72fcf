import { onAbort } from "../clock/on-abort.js";

/** The work of a leader, which runs from the making of this on. */
export class Work {
  /** Resolved when it has been told to end: it was cancelled, leadership was lost, or it failed. */
  readonly told: Promise<void>;
  /** Resolved when it has ended. */
  readonly ended: Promise<void>;
  /** What it threw, apart from the reason why it was told to end. */
  failure: { readonly cause: unknown } | undefined;

  constructor(input: {
    readonly start: (input: { readonly signal: AbortSignal }) => void | Promise<void>;
    /** The work ends with any of these. */
    readonly signals: readonly AbortSignal[];
  }) {
    const controller = new AbortController();
    const { signal } = controller;
    this.told = new Promise((resolve) => onAbort({ signal, callback: resolve }));
    const releases = input.signals.map((each) =>
      onAbort({ signal: each, callback: () => controller.abort(each.reason) }),
    );
    void this.told.then(() => {
      for (const release of releases) release();
    });
    this.ended = this.#run({ start: input.start, controller });
  }

  async #run(input: {
    readonly start: (input: { readonly signal: AbortSignal }) => void | Promise<void>;
    readonly controller: AbortController;
  }): Promise<void> {
    const { signal } = input.controller;
    try {
      await input.start({ signal });
    } catch (cause) {
      if (signal.aborted && cause === signal.reason) return;
      this.failure = { cause };
      input.controller.abort(cause);
    }
  }
}
