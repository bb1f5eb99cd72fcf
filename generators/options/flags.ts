import { type Diagnostic, diagnostic, didYouMean, suggest } from "../diagnostics/index.js";
import {
  type KeysOf,
  type NamedOption,
  type OptionKey,
  type OptionPlace,
  optionsOf,
} from "./table.js";

/** What a command line says, by option; undefined where it says nothing. */
export class Flags {
  readonly #texts = new Map<string, string>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #switches = new Map<string, boolean>();

  text(key: KeysOf<"text" | "choice">): string | undefined {
    return this.#texts.get(key);
  }

  list(key: KeysOf<"list">): readonly string[] | undefined {
    return this.#lists.get(key);
  }

  /** On or off, or undefined when neither was given. */
  switch(key: KeysOf<"switch">): boolean | undefined {
    return this.#switches.get(key);
  }

  /** Whether the command line says anything of an option. */
  has(key: OptionKey): boolean {
    return this.#texts.has(key) || this.#lists.has(key) || this.#switches.has(key);
  }

  /** What was given for an option, as it is typed. */
  textOf(option: NamedOption): string {
    const { key, name } = option;
    const isOn = this.#switches.get(key);
    if (isOn !== undefined) {
      return isOn ? `--${name}` : `--no-${name}`;
    }
    const value = this.#texts.get(key) ?? this.#lists.get(key)?.join(",") ?? "";
    return `--${name} ${/^[\w./,@:+-]+$/.test(value) ? value : JSON.stringify(value)}`;
  }

  /** Records one value: the parser's side. */
  set(input: { readonly option: NamedOption; readonly value: string | boolean }): void {
    const { option, value } = input;
    if (typeof value === "boolean") {
      this.#switches.set(option.key, value);
    } else if (option.type === "list" && option.positional === true) {
      this.#lists.set(option.key, [...(this.#lists.get(option.key) ?? []), value]);
    } else if (option.type === "list") {
      const values = value.split(",").map((part) => part.trim());
      const before = this.#lists.get(option.key) ?? [];
      this.#lists.set(option.key, [...before, ...values.filter((part) => part !== "")]);
    } else {
      this.#texts.set(option.key, value);
    }
  }
}

/** Flags of a program that calls us, which are its own business: name -> whether a value follows. */
export type ForeignFlags = Readonly<Record<string, boolean>>;

export interface ParsedArguments {
  readonly flags: Flags;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a command line by the options table. Flags may stand before and after `--`, as `--flag value`, `--flag=value`,
 * `--switch`, `--no-switch`, `-y`. What is unknown or lacks its value is a diagnostic; nothing is guessed.
 */
export function parseArguments(input: {
  readonly command: Exclude<OptionPlace, "crd-project.json">;
  readonly args: readonly string[];
  readonly foreign?: ForeignFlags;
}): ParsedArguments {
  const { args, foreign = {} } = input;
  const known = optionsOf(input.command);
  const positionals = known.filter(isPositional);
  const flags = new Flags();
  const diagnostics: Diagnostic[] = [];
  const rest = args.filter((argument) => argument !== "--");
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (!argument.startsWith("-") || argument === "-") {
      // A list takes all that follow.
      const option = positionals[0]?.type === "list" ? positionals[0] : positionals.shift();
      if (option === undefined) {
        diagnostics.push(diagnostic("project/extra-argument", { argument }));
      } else {
        flags.set({ option, value: argument });
      }
      continue;
    }
    const [flag = "", inline] = splitFlag(argument);
    const takesValue = foreign[flag];
    if (takesValue !== undefined) {
      if (takesValue && inline === undefined) {
        rest.shift();
      }
      continue;
    }
    const found = findOption({ known, flag });
    if (found === undefined) {
      diagnostics.push(unknownFlag({ known, flag }));
      // A value that follows belongs to the unknown flag; reporting it too would be noise.
      if (inline === undefined && rest[0]?.startsWith("-") === false) {
        rest.shift();
      }
      continue;
    }
    const apiVersion = meantApiVersion({ known, option: found.option, value: inline ?? rest[0] });
    if (apiVersion !== undefined) {
      if (inline === undefined) rest.shift();
      const problem = `takes no value, and got '${apiVersion}'`;
      const hint = `the API version is given by --api-version ${apiVersion}`;
      diagnostics.push(diagnostic("project/flag-value", { flag, problem }, { hint }));
      continue;
    }
    const value = readValue({ ...found, flag, inline, next: rest[0] });
    if (value.used) {
      rest.shift();
    }
    if (value.problem === undefined) {
      flags.set({ option: found.option, value: value.value });
    } else {
      diagnostics.push(
        diagnostic("project/flag-value", { flag, problem: value.problem }, { hint: value.hint }),
      );
    }
  }
  return { flags, diagnostics };
}

/** The API version behind `--version`, which kubebuilder calls so: without this the version of this program would be all the answer. */
function meantApiVersion(input: {
  readonly known: readonly NamedOption[];
  readonly option: NamedOption;
  readonly value: string | undefined;
}): string | undefined {
  const { known, option, value } = input;
  const isMeant = option.key === "version" && known.some(({ key }) => key === "apiVersion");
  return isMeant && /^v\d/.test(value ?? "") ? value : undefined;
}

/** Whether an option is given without a flag. */
export function isPositional(
  option: NamedOption,
): option is Extract<NamedOption, { readonly type: "text" | "list" }> {
  return (option.type === "text" || option.type === "list") && option.positional === true;
}

/** `--flag=value` in two; the value is undefined without `=`. */
function splitFlag(argument: string): readonly [flag: string, value: string | undefined] {
  const equals = argument.indexOf("=");
  return equals === -1
    ? [argument, undefined]
    : [argument.slice(0, equals), argument.slice(equals + 1)];
}

interface FoundOption {
  readonly option: NamedOption;
  /** `--no-x`. */
  readonly negated: boolean;
}

function findOption(input: {
  readonly known: readonly NamedOption[];
  readonly flag: string;
}): FoundOption | undefined {
  const { known, flag } = input;
  for (const option of known) {
    if (flag === `--${option.name}` || flag === `-${option.short}`) {
      return { option, negated: false };
    }
    if (option.type === "switch" && flag === `--no-${option.name}`) {
      return { option, negated: true };
    }
  }
  return undefined;
}

type ReadValue =
  | { readonly value: string | boolean; readonly used: boolean; readonly problem?: undefined }
  | { readonly problem: string; readonly used: boolean; readonly hint?: string | undefined };

function readValue(
  input: FoundOption & {
    readonly flag: string;
    readonly inline: string | undefined;
    readonly next: string | undefined;
  },
): ReadValue {
  const { option, inline, next } = input;
  if (option.type === "switch") {
    return inline === undefined
      ? { value: !input.negated, used: false }
      : { problem: `takes no value, and got '${inline}'`, used: false, hint: switchHint(option) };
  }
  const follows = inline === undefined && next !== undefined && !next.startsWith("-");
  const value = inline ?? (follows ? next : undefined);
  if (value === undefined || value.trim() === "") {
    return { problem: "needs a value", used: follows, hint: usageOf(option) };
  }
  if (option.type !== "choice") {
    return { value, used: follows };
  }
  const choice = option.choices.find((one) => one.toLowerCase() === value.toLowerCase());
  if (choice !== undefined) {
    return { value: choice, used: follows };
  }
  const hint = didYouMean({ word: value, candidates: option.choices });
  const problem = `is ${option.choices.join(" or ")}, not '${value}'`;
  return { problem, used: follows, hint };
}

function switchHint(option: NamedOption): string {
  return `use --${option.name} or --no-${option.name}`;
}

/** `--group <group>`, `--scope Namespaced|Cluster`, `--no-git`. */
export function usageOf(option: NamedOption): string {
  switch (option.type) {
    case "switch":
      return option.default ? `--no-${option.name}` : `--${option.name}`;
    case "choice":
      return `--${option.name} ${option.choices.join("|")}`;
    case "text":
    case "list":
      return `--${option.name} <${option.placeholder}>`;
    case "folder":
      return `--${option.name} <folder>`;
    case "map":
      return option.name;
  }
}

function unknownFlag(input: {
  readonly known: readonly NamedOption[];
  readonly flag: string;
}): Diagnostic {
  const { known, flag } = input;
  const flagOptions = known.filter((option) => !isPositional(option));
  const names = flagOptions.flatMap((option) =>
    option.type === "switch" ? [`--${option.name}`, `--no-${option.name}`] : [`--${option.name}`],
  );
  const near = suggest({ word: flag, candidates: names });
  const hint =
    near === undefined
      ? `flags: ${flagOptions.map(usageOf).join(", ")}`
      : `did you mean '${near}'?`;
  return diagnostic("project/unknown-flag", { flag }, { hint });
}
