const maxTotal = 4 * 1024;
const maxItem = 256;

/** Collects the warnings of one request: each text once, and shortened when they are too many. */
export class Warnings {
  #texts: Set<string> | undefined;

  add(text: string): void {
    if (text === "" || /\p{Cc}/u.test(text)) return;
    this.#texts ??= new Set();
    this.#texts.add(text);
  }

  /** Values of the Warning headers: `299 - "unknown field \"spec.foo\""`; undefined when there are none. */
  headers(): readonly string[] | undefined {
    if (this.#texts === undefined) return undefined;
    const texts = [...this.#texts];
    const total = texts.reduce((sum, text) => sum + Array.from(text).length, 0);
    return (total <= maxTotal ? texts : shortened(texts)).map(warningHeader);
  }
}

/** Once the texts are too long in total, each is cut, and what follows the limit is left out. */
function shortened(texts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let written = 0;
  for (const text of texts) {
    if (written >= maxTotal) break;
    const cut = Array.from(text).slice(0, maxItem);
    written += cut.length;
    kept.push(cut.join(""));
  }
  return kept;
}

function warningHeader(text: string): string {
  return `299 - "${text.replace(/[\\"]/g, "\\$&")}"`;
}
