/** The requests of one process. */
export class Traffic {
  #epoch = 0;
  #onTheWay = 0;
  #unanswered = 0;

  /** Those that have not arrived, but will. */
  get onTheWay(): number {
    return this.#onTheWay;
  }

  /** Those with something in the way that somebody still waits for. */
  get unanswered(): number {
    return this.#unanswered;
  }

  /** Another process begins. */
  forget(): void {
    this.#epoch++;
    this.#onTheWay = 0;
    this.#unanswered = 0;
  }

  /** A request will arrive. Returns what to call when it does. */
  sent(): () => void {
    const epoch = this.#epoch;
    this.#onTheWay++;
    return () => {
      if (epoch === this.#epoch) this.#onTheWay--;
    };
  }

  /** An answer is waited for. Returns what to call when it has come; giving up is seen by itself. */
  asked(signal: AbortSignal | undefined): () => void {
    const epoch = this.#epoch;
    let isOver = false;
    const over = (): void => {
      if (!isOver && epoch === this.#epoch) this.#unanswered--;
      isOver = true;
    };
    this.#unanswered++;
    signal?.addEventListener("abort", over, { once: true });
    return over;
  }
}
