import { Silence } from "./contract-server.js";

/** Lines of a stream that arrives in chunks. */
export class LineQueue {
  readonly #lines: string[] = [];
  readonly #decoder = new TextDecoder();
  #rest = "";
  #ended = false;
  #failure: unknown;
  #wake: (() => void) | undefined;

  get pending(): readonly string[] {
    return [...this.#lines];
  }

  push(chunk: Uint8Array): void {
    const parts = (this.#rest + this.#decoder.decode(chunk, { stream: true })).split("\n");
    this.#rest = parts.pop() ?? "";
    this.#lines.push(...parts.filter((line) => line !== ""));
    this.#wake?.();
  }

  /** A failure counts as the end: `next` rejects with it after the last line. */
  end(failure?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#failure = failure;
    if (this.#rest !== "") this.#lines.push(this.#rest);
    this.#wake?.();
  }

  async next(timeoutMs: number): Promise<string | undefined> {
    if (this.#lines.length === 0 && !this.#ended) {
      const arrived = await new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), timeoutMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
      this.#wake = undefined;
      if (!arrived) throw new Silence(timeoutMs);
      return this.next(timeoutMs);
    }
    if (this.#lines.length === 0 && this.#failure !== undefined) throw this.#failure;
    return this.#lines.shift();
  }
}
