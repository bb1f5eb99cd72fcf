import { onAbort } from "../clock/on-abort.js";

/** A state that is reached at most once: waited for without polling. */
export class Gate {
  #state: "waiting" | "open" | "closed" = "waiting";
  readonly #waiters = new Set<(open: boolean) => void>();

  get isOpen(): boolean {
    return this.#state === "open";
  }

  /** It is reached. */
  open(): void {
    this.#settle("open");
  }

  /** It will never be reached; nothing changes when it has been. */
  close(): void {
    this.#settle("closed");
  }

  /** True once it is reached; false when it never will be, or the signal is aborted first. */
  async wait(signal?: AbortSignal): Promise<boolean> {
    if (this.#state !== "waiting") return this.isOpen;
    if (signal?.aborted === true) return false;
    return await new Promise<boolean>((resolve) => {
      const finish = (open: boolean): void => {
        this.#waiters.delete(finish);
        release();
        resolve(open);
      };
      this.#waiters.add(finish);
      const release = onAbort({ signal, callback: () => finish(false) });
    });
  }

  #settle(state: "open" | "closed"): void {
    if (this.#state !== "waiting") return;
    this.#state = state;
    for (const finish of [...this.#waiters]) finish(this.isOpen);
  }
}
