import { stripVTControlCharacters } from "node:util";
import { spawn } from "@lydell/node-pty";

/** A program in a terminal, used as a person does: read what stands there, type. */
export interface Terminal {
  /**
   * Waits until a text stands behind what earlier calls have found; control characters do not count.
   *
   * @throws Error with what the terminal shows, when the program ends before, or after two minutes
   */
  waitFor(text: string | RegExp): Promise<void>;
  /** Types, as keys: `\r` is Enter. */
  type(keys: string): void;
  /** Waits for a question, types the answer and presses Enter. */
  answer(input: { readonly question: string | RegExp; readonly with: string }): Promise<void>;
  /** The exit code, when the program has ended. */
  readonly ended: Promise<number>;
  /** Everything that it printed, without control characters. */
  text(): string;
  /** Everything that it printed, as it came. */
  output(): string;
  kill(): void;
}

export const keys = { enter: "\r", down: "\u001b[B", space: " ", interrupt: "\u0003" } as const;

const timeoutMs = 120_000;
const shownLength = 3000;

/** Starts a program in a pseudo-terminal of 120 columns. */
export function openTerminal(input: {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}): Terminal {
  const { program, args, cwd, env } = input;
  const pty = spawn(program, [...args], {
    cwd,
    env: { ...env, TERM: "xterm-256color" },
    cols: 120,
    rows: 60,
  });
  const watchers = new Set<() => void>();
  let raw = "";
  let found = 0;
  let exitCode: number | undefined;
  const changed = (): void => {
    for (const watcher of watchers) watcher();
  };
  const text = (): string => stripVTControlCharacters(raw).replaceAll("\r", "");
  pty.onData((data) => {
    raw += data;
    changed();
  });
  const ended = new Promise<number>((resolve) => {
    pty.onExit((exit) => {
      exitCode = exit.exitCode;
      changed();
      resolve(exitCode);
    });
  });
  const waitFor = (wanted: string | RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const settle = (error?: string): void => {
        watchers.delete(look);
        clearTimeout(timer);
        if (error === undefined) resolve();
        else reject(new Error(`${error}; the terminal shows:\n${text().slice(-shownLength)}`));
      };
      const look = (): void => {
        const end = endOfMatch({ text: text(), wanted, from: found });
        if (end !== undefined) {
          found = end;
          settle();
        } else if (exitCode !== undefined) {
          settle(`${program} ended with exit code ${exitCode} before ${wanted} came`);
        }
      };
      const timer = setTimeout(() => settle(`${wanted} did not come`), timeoutMs);
      watchers.add(look);
      look();
    });
  return {
    ended,
    text,
    output: () => raw,
    waitFor,
    type: (typed) => pty.write(typed),
    async answer(step) {
      await waitFor(step.question);
      pty.write(`${step.with}${keys.enter}`);
    },
    kill: () => pty.kill("SIGKILL"),
  };
}

function endOfMatch(input: {
  readonly text: string;
  readonly wanted: string | RegExp;
  readonly from: number;
}): number | undefined {
  const { text, wanted, from } = input;
  if (typeof wanted === "string") {
    const start = text.indexOf(wanted, from);
    return start < 0 ? undefined : start + wanted.length;
  }
  const match = new RegExp(wanted.source, wanted.flags.replace("g", "")).exec(text.slice(from));
  return match === null ? undefined : from + match.index + match[0].length;
}
