import { type CommandName, commands, exitCodes } from "./commands.js";
import { defaultText, type NamedOption, optionsOf } from "./table.js";

/** Text columns of help: what fits the usual terminal. */
const width = 96;

/** What `--help` of a command prints. */
export function helpText(command: CommandName): string {
  const { usage, description, examples, next } = commands[command];
  const rows = optionsOf(command).map((option) => ({
    left: leftOf(option),
    right: rightOf({ option, command }),
  }));
  const indent = Math.max(...rows.map(({ left }) => left.length)) + 2;
  const flags = rows.flatMap(({ left, right }) => {
    const [first = "", ...rest] = wrap({ text: right, width: width - indent });
    return [left.padEnd(indent) + first, ...rest.map((line) => " ".repeat(indent) + line)];
  });
  return `${[
    `Usage: ${usage}`,
    "",
    ...wrap({ text: description, width }),
    "",
    "Options:",
    ...flags,
    "",
    "Examples:",
    ...examples.map((example) => `  ${example}`),
    "",
    "Next:",
    ...next.map((line) => `  ${line}`),
    "",
    "Exit codes:",
    ...exitCodes.map((line) => `  ${line}`),
  ].join("\n")}\n`;
}

/** What `crd-project --help` prints: the commands. */
export function overviewText(names: readonly CommandName[]): string {
  const rows = names.map((name) => commands[name]);
  const indent = Math.max(...rows.map(({ call }) => call.length)) + 2;
  return `${[
    "Usage: npx crd-project <command> [flags]",
    "",
    "Commands:",
    ...rows.map(({ call, summary }) => `  ${call.padEnd(indent)}${summary}`),
    "",
    "Every command has a --help of its own.",
  ].join("\n")}\n`;
}

function leftOf(option: NamedOption): string {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  switch (option.type) {
    case "text":
      return option.positional
        ? `  [${option.placeholder}]`
        : `  ${short}--${option.name} <${option.placeholder}>`;
    case "list":
      if (option.positional) return `  [${option.placeholder} ...]`;
      return `  ${short}--${option.name} <${option.placeholder}>`;
    case "choice":
      return `  ${short}--${option.name} <${option.choices.join("|")}>`;
    case "folder":
      return `  ${short}--${option.name} <folder>`;
    case "map":
      return `  ${option.name}`;
    case "switch":
      return `  ${short}--${option.default ? "no-" : ""}${option.name}`;
  }
}

/** What the form on the left does, and what is taken without it. */
function rightOf(input: { readonly option: NamedOption; readonly command: CommandName }): string {
  const { option, command } = input;
  if (option.type === "switch") {
    return option.off ?? option.help;
  }
  const value = defaultText({ option, place: command });
  return value === undefined ? option.help : `${option.help} [${value}]`;
}

/** Breaks a text between words. */
export function wrap(input: { readonly text: string; readonly width: number }): readonly string[] {
  const lines: string[] = [];
  for (const word of input.text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= input.width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
