/** Hears of events, and waits for them without a clock. */
export class Recorder {
  readonly events: string[] = [];
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];

  add(event: string): void {
    this.events.push(event);
    for (const { count, resolve } of this.#waiting) if (this.events.length >= count) resolve();
  }

  async first(count: number): Promise<readonly string[]> {
    if (this.events.length < count) {
      await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    }
    return this.events.slice(0, count);
  }
}
