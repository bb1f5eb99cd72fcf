/** Tells a demo on a stream: numbered steps, the commands in them, and what these print, indented. */
export class Narrator {
  readonly #write: (text: string) => void;
  readonly #start = performance.now();
  #steps = 0;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** A new step, and why it is done. */
  step(title: string): void {
    this.#steps += 1;
    const seconds = Math.round((performance.now() - this.#start) / 1000);
    this.#write(`\n${this.#steps}. ${title} (${seconds} s)\n`);
  }

  say(line: string): void {
    this.#write(`   ${line}\n`);
  }

  command(line: string): void {
    this.#write(`   $ ${line}\n`);
  }

  /** Output of a command. npm's chatter about itself is left out. */
  output(text: string): void {
    for (const line of text.trimEnd().split("\n")) {
      if (line.trim() !== "" && !/^(npm (warn|notice)|> )/.test(line))
        this.#write(`     ${line}\n`);
    }
  }
}
