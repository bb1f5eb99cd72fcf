import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { PackageManager } from "./answers.js";
import { type CommandName, commands } from "./commands.js";
import { type Flags, usageOf } from "./flags.js";
import { type NamedOption, optionsOf } from "./table.js";

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The package manager that runs this command, by its user agent; npm when there is none. */
export function packageManagerOf(env: Environment): PackageManager {
  const agent = /^(npm|pnpm|yarn|bun)\//.exec(env["npm_config_user_agent"] ?? "")?.[1];
  return agent === "pnpm" || agent === "yarn" || agent === "bun" ? agent : "npm";
}

/**
 * Flags that npm took for its own because they stood before `--`. What npm's configuration says is never an answer:
 * it only tells that an answer was lost.
 */
export function lostFlags(input: {
  readonly command: CommandName;
  readonly env: Environment;
  readonly flags: Flags;
}): readonly Diagnostic[] {
  const { command, env, flags } = input;
  const started = env["npm_command"];
  if (started === undefined || !starters.has(started)) {
    return [];
  }
  const lost = optionsOf(command).flatMap((option) => {
    const value = env[`npm_config_${option.name.replaceAll("-", "_")}`];
    return value !== undefined && isOurs({ option, value }) && !isGiven({ option, flags })
      ? [{ option, value }]
      : [];
  });
  if (lost.length === 0) {
    return [];
  }
  const names = lost.map(({ option, value }) => flagText({ option, value }).split(" ")[0]);
  const usage = [...lost.map(flagText), ...givenTexts({ command, flags })].join(" ");
  const hint = `use: ${callOf({ command, started, env, flags })} -- ${usage}`;
  return [diagnostic("project/lost-flags", { flags: names.join(", ") }, { hint })];
}

/** The npm commands that run ours. */
const starters = new Set([
  "init",
  "create",
  "innit",
  "exec",
  "x",
  "run",
  "run-script",
  "rum",
  "urn",
]);

/** Whether the value of npm's own setting shows that our flag was meant. */
function isOurs(input: { readonly option: NamedOption; readonly value: string }): boolean {
  const { option, value } = input;
  if (option.npmOwn !== true) {
    return true;
  }
  if (option.type === "choice") {
    return option.choices.some((choice) => choice.toLowerCase() === value.toLowerCase());
  }
  // npm's --dry-run asks for no change, and its --no-git is nothing that people set in their configuration.
  return (
    (option.key === "dryRun" && value === "true") || (option.key === "git" && value === "false")
  );
}

function isGiven(input: { readonly option: NamedOption; readonly flags: Flags }): boolean {
  return input.flags.has(input.option.key);
}

/** The flags that came through, to be given again. */
function givenTexts(input: {
  readonly command: CommandName;
  readonly flags: Flags;
}): readonly string[] {
  const { command, flags } = input;
  return optionsOf(command)
    .filter((option) => flags.has(option.key) && !(option.type === "text" && option.positional))
    .map((option) => flags.textOf(option));
}

function flagText(input: { readonly option: NamedOption; readonly value: string }): string {
  const { option, value } = input;
  const isValue = value !== "" && value !== "true" && option.type !== "switch";
  return isValue ? `--${option.name} ${value.split("\n\n").join(",")}` : usageOf(option);
}

function callOf(input: {
  readonly command: CommandName;
  readonly started: string;
  readonly env: Environment;
  readonly flags: Flags;
}): string {
  const { command, started, env, flags } = input;
  if (started.startsWith("r") || started === "urn") {
    return `npm run ${env["npm_lifecycle_event"] ?? command}`;
  }
  const directory = flags.text("directory") ?? "<directory>";
  return command === "create" ? `${commands.create.call} ${directory}` : commands[command].call;
}
