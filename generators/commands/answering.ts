import { catalog, type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Flags, isPositional, usageOf } from "../options/flags.js";
import { type KeysOf, type NamedOption, type OptionKey, options } from "../options/table.js";
import type { Asker } from "./asker.js";

/**
 * Where answers come from that no flag gives. ask: from the terminal. defaults: every default is taken (--yes).
 * strict: no terminal; defaults are taken where they are no guess, and the rest is missing.
 */
export type AnswerMode = "ask" | "defaults" | "strict";

/** A check of an answer; warnings let it pass. */
export type Check = (value: string) => readonly Diagnostic[];

/** A check of the words of one answer, together. */
export type CheckAll = (values: readonly string[]) => readonly Diagnostic[];

/** Gets answers one after the other, from flags, the terminal or defaults, and notes what is wrong with them. */
export class Answering {
  readonly diagnostics: Diagnostic[] = [];
  readonly #flags: Flags;
  readonly #mode: AnswerMode;
  readonly #asker: Asker | undefined;
  readonly #missing: NamedOption[] = [];

  constructor(input: {
    readonly flags: Flags;
    readonly mode: AnswerMode;
    /** Needed in mode ask. */
    readonly asker: Asker | undefined;
  }) {
    this.#flags = input.flags;
    this.#mode = input.mode;
    this.#asker = input.asker;
  }

  /** One line of text. In mode strict the default is a guess when `required`. */
  async text(question: {
    readonly key: KeysOf<"text">;
    readonly default: string | undefined;
    readonly check: Check;
    readonly required?: true;
    /** Offered on the terminal instead of free text. */
    readonly choices?: readonly string[];
  }): Promise<string> {
    const { key, check, choices } = question;
    const { prompt } = namedOption(key);
    const given = this.#flags.text(key);
    if (given !== undefined) {
      return this.#checked({ value: given, check });
    }
    if (this.#mode === "ask" && this.#asker !== undefined && prompt !== undefined) {
      const { default: fallback } = question;
      const value =
        choices === undefined
          ? await this.#asker.text({
              message: prompt,
              default: fallback,
              check: (answer) => problemOf(check(answer)),
            })
          : await this.#asker.select({ message: prompt, choices, default: fallback });
      return this.#checked({ value, check });
    }
    const value = this.#mode === "strict" && question.required ? undefined : question.default;
    if (value === undefined) {
      this.#missing.push(namedOption(key));
      return "";
    }
    return this.#checked({ value, check });
  }

  /** Several words, on the terminal between commas. */
  async list(question: {
    readonly key: KeysOf<"list">;
    readonly default: readonly string[] | undefined;
    readonly check: CheckAll;
    /** What the command finds out by itself later: on the terminal it is better said at once. */
    readonly checkAsked?: CheckAll;
  }): Promise<readonly string[]> {
    const { key, check, checkAsked = () => [] } = question;
    const { prompt } = namedOption(key);
    const given = this.#flags.list(key);
    if (given !== undefined) {
      this.diagnostics.push(...check(given));
      return given;
    }
    if (this.#mode === "ask" && this.#asker !== undefined && prompt !== undefined) {
      const answer = await this.#asker.text({
        message: prompt,
        default: question.default?.join(", "),
        check: (text) => {
          const values = partsOf(text);
          return problemOf([...check(values), ...checkAsked(values)]);
        },
      });
      const values = partsOf(answer);
      this.diagnostics.push(...check(values));
      return values;
    }
    const values = this.#mode === "strict" ? undefined : question.default;
    if (values === undefined) {
      this.#missing.push(namedOption(key));
    }
    return values ?? [];
  }

  /** One of the option's words. */
  async choice(key: "scope"): Promise<string> {
    const option = options[key];
    const given = this.#flags.text(key);
    if (given !== undefined || this.#mode !== "ask" || this.#asker === undefined) {
      return given ?? option.default;
    }
    const { prompt: message, choices } = option;
    return await this.#asker.select({ message, choices, default: option.default });
  }

  /** On or off. */
  async confirm(key: "status" | "git" | "install"): Promise<boolean> {
    const option = options[key];
    const given = this.#flags.switch(key);
    if (given !== undefined || this.#mode !== "ask" || this.#asker === undefined) {
      return given ?? option.default;
    }
    return await this.#asker.confirm({ message: option.prompt, default: option.default });
  }

  /** What is wrong with the answers, and which are missing. */
  problems(input: { readonly withYes: boolean }): readonly Diagnostic[] {
    if (this.#missing.length === 0) {
      return this.diagnostics;
    }
    const flags = this.#missing.map((option) =>
      isPositional(option) ? `[${option.placeholder}]` : `--${option.name}`,
    );
    const usage = this.#missing.map((option) =>
      isPositional(option) ? `<${option.placeholder}>` : usageOf(option),
    );
    const hint = `give: ${usage.join(" ")}${input.withYes ? ", or --yes for the defaults" : ""}`;
    return [
      ...this.diagnostics,
      diagnostic("project/missing-answer", { flags: flags.join(", ") }, { hint }),
    ];
  }

  #checked(input: { readonly value: string; readonly check: Check }): string {
    this.diagnostics.push(...input.check(input.value));
    return input.value;
  }
}

function namedOption(key: OptionKey): NamedOption {
  const option: NamedOption = { name: key, ...options[key], key };
  return option;
}

function partsOf(text: string): readonly string[] {
  const parts = text.split(/[\s,]+/).filter((part) => part !== "");
  return parts.length === 0 ? [""] : parts;
}

/** The first error among the diagnostics of an answer and what to do about it, as inquirer shows it. */
function problemOf(diagnostics: readonly Diagnostic[]): string | undefined {
  const error = diagnostics.find(({ severity }) => severity === "error");
  return error && `${error.message}; ${error.hint ?? catalog[error.code].fix}`;
}
