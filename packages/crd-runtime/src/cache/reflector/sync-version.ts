/**
 * The resource version that a reflector has reached, and which one each call asks for. Versions are opaque: never
 * compared, the last one seen wins.
 */
export class SyncVersion {
  #last = "";
  #unavailable = false;
  #unordered = false;

  /** Empty before the first list. */
  get last(): string {
    return this.#last;
  }

  /** For a list: at first any state that the server has at hand, then nothing older than what was seen. */
  get forList(): string {
    if (this.#unavailable) return "";
    return this.#last === "" ? "0" : this.#last;
  }

  /** For a stream of the existing objects: at first the newest state, then nothing older than what was seen. */
  get forWatchList(): string {
    return this.#unavailable ? "" : this.#last;
  }

  /** A list, in one answer or as a stream, is complete. */
  listed(resourceVersion: string): void {
    this.#last = resourceVersion;
    this.#unavailable = false;
  }

  /** A list could not use our version, which is gone or not reached yet: the next one asks for the newest state. */
  unusable(): void {
    this.#unavailable = true;
  }

  /** A watch was opened. One that starts nowhere begins with the existing objects in any order. */
  opened(from: string): void {
    this.#unordered = from === "" || from === "0";
  }

  /** An event, bookmarks included, has come. */
  seen(event: { readonly type: string; readonly resourceVersion: string }): void {
    if (event.type !== "ADDED") this.#unordered = false;
    if (!this.#unordered && event.resourceVersion !== "") this.#last = event.resourceVersion;
  }
}
