import {
  defaultText,
  type NamedOption,
  type OptionPlace,
  optionsOf,
} from "../../generators/options.js";
import { table } from "./markdown.js";

const commands = [
  ["create", "npm init crd-project"],
  ["apigroup", "npx plop apigroup"],
  ["import", "npx plop import"],
  ["regenerate", "npx plop regenerate"],
  ["verify", "npx plop verify"],
  ["envtest", "npx crd-project envtest"],
] as const;

/** A table per command, and one for crd-project.json. */
export function optionsReference(): string {
  return [
    ...commands.map(([place, command]) => section({ title: command, place, name: flag })),
    section({ title: "crd-project.json", place: "crd-project.json", name: setting }),
  ].join("\n\n");
}

function section(input: {
  readonly title: string;
  readonly place: OptionPlace;
  readonly name: (option: NamedOption) => string;
}): string {
  const rows = optionsOf(input.place).map((option) => [
    input.name(option),
    defaultOf({ option, place: input.place }),
    option.help,
  ]);
  return `**${input.title}**\n\n${table({ head: ["option", "default", "meaning"], rows })}`;
}

function flag(option: NamedOption): string {
  if (option.type === "text" && option.positional) return `\`<${option.placeholder}>\``;
  if (option.type === "list" && option.positional) return `\`<${option.placeholder} ...>\``;
  const short = option.short === undefined ? "" : `\`-${option.short}\`, `;
  return `${short}\`--${flagText(option)}\``;
}

function flagText(option: NamedOption): string {
  switch (option.type) {
    case "switch":
      return option.default ? `[no-]${option.name}` : option.name;
    case "choice":
      return `${option.name} ${option.choices.join("|")}`;
    case "folder":
      return `${option.name} <folder>`;
    case "text":
    case "list":
      return `${option.name} <${option.placeholder}>`;
    case "map":
      return option.name;
  }
}

function setting(option: NamedOption): string {
  return `\`${option.name}\``;
}

function defaultOf(input: { readonly option: NamedOption; readonly place: OptionPlace }): string {
  const { option, place } = input;
  if (option.type === "switch") return option.default ? "on" : "";
  const text = defaultText(input) ?? "";
  return text === "" || option.otherwise?.[place] === text
    ? text
    : text
        .split(",")
        .map((value) => `\`${value}\``)
        .join(", ");
}
