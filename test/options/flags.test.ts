import { describe, expect, test } from "vitest";
import { type Diagnostic, sortDiagnostics } from "../../generators/diagnostics/index.js";
import { type CommandName, commands } from "../../generators/options/commands.js";
import { type ForeignFlags, parseArguments } from "../../generators/options/flags.js";
import { lostFlags, packageManagerOf } from "../../generators/options/npm.js";
import { optionsOf } from "../../generators/options/table.js";

function parse(line: string, command: CommandName = "create", foreign: ForeignFlags = {}) {
  const args = line.split(" ").filter((part) => part !== "");
  const { flags, diagnostics } = parseArguments({ command, args, foreign });
  return { flags, text: textOf(diagnostics) };
}

/** Messages with their hints; the goldens of test/diagnostics have the whole text. */
function textOf(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map(({ severity, code, message, hint }) => {
      const line = `${severity} ${code}: ${message}\n`;
      return hint === undefined ? line : `${line}  ${hint}\n`;
    })
    .join("");
}

describe("arguments", () => {
  test("flags with a space and with =, before and after --, and switches", () => {
    const { flags, text } = parse(
      "my-op --group example.com --api-version=v1 -- --kind A,B --kind C --no-git --no-status -y --scope cluster",
    );
    expect(text).toBe("");
    expect(flags.text("directory")).toBe("my-op");
    expect(flags.text("group")).toBe("example.com");
    expect(flags.text("apiVersion")).toBe("v1");
    expect(flags.list("kind")).toEqual(["A", "B", "C"]);
    expect(flags.switch("git")).toBe(false);
    expect(flags.switch("status")).toBe(false);
    expect(flags.switch("yes")).toBe(true);
    expect(flags.text("scope")).toBe("Cluster");
    expect(flags.switch("install")).toBeUndefined();
    expect(flags.has("git")).toBe(true);
    expect(flags.has("install")).toBe(false);
  });

  test("the last of two contradicting switches counts", () => {
    expect(parse("--no-git --git").flags.switch("git")).toBe(true);
  });

  test("a value may hold =, and with = it may begin with a dash", () => {
    expect(parse("--description=-a=b").flags.text("description")).toBe("-a=b");
  });

  test("an unknown flag takes its value with it, and is reported once", () => {
    expect(parse("my-op --gruop example.com --kind A").text).toBe(
      "error project/unknown-flag: unknown flag '--gruop'\n  did you mean '--group'?\n",
    );
  });

  test("an unknown flag that is like none lists the flags", () => {
    expect(parse("--xyzzy", "verify").text).toBe(
      "error project/unknown-flag: unknown flag '--xyzzy'\n" +
        "  flags: --format text|tsc|json|github|sarif, --no-color, --help, --version\n",
    );
  });

  test.each(["--version v1beta1", "--version=v1beta1"])("%s is kubebuilder's", (line) => {
    const { flags, text } = parse(`--group example.com ${line} --kind A`, "apigroup");
    expect(text).toBe(
      "error project/flag-value: flag '--version' takes no value, and got 'v1beta1'\n" +
        "  the API version is given by --api-version v1beta1\n",
    );
    expect(flags.list("kind")).toEqual(["A"]);
  });

  test("--version prints that of the program", () => {
    expect(parse("--version", "apigroup").flags.switch("version")).toBe(true);
    expect(parse("--version --yes", "apigroup").flags.switch("version")).toBe(true);
    // There is no version of an API to be given.
    expect(parse("--version v1.yaml", "import").flags.switch("version")).toBe(true);
  });

  test.each([
    ["--group", "flag '--group' needs a value"],
    ["--group --kind A", "flag '--group' needs a value"],
    ["--group=", "flag '--group' needs a value"],
    ["--git=false", "flag '--git' takes no value, and got 'false'"],
    ["--format yaml", "flag '--format' is text or json, not 'yaml'"],
  ])("%s", (line, message) => {
    expect(parse(line).text).toContain(message);
  });

  test("flags of the calling program are not ours", () => {
    const { flags, text } = parse("--cwd /x --no-progress --group a.b", "regenerate", {
      "--cwd": true,
      "--no-progress": false,
    });
    expect(text).toBe("");
    expect(flags.list("onlyGroups")).toEqual(["a.b"]);
  });

  test("a second positional is too many", () => {
    expect(parse("a b").text).toContain("unexpected argument 'b'");
    expect(parse("example.com v1 Database", "apigroup").text).toContain(
      "unexpected argument 'Database'",
    );
  });
});

describe("options table", () => {
  test.each(Object.keys(commands) as CommandName[])("%s has no flag twice", (command) => {
    const names = optionsOf(command).flatMap((option) => [
      option.name,
      ...(option.short === undefined ? [] : [option.short]),
    ]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("npm", () => {
  function lost(env: Record<string, string>, line = "", command: CommandName = "create") {
    const { flags } = parse(line, command);
    const diagnostics = lostFlags({ command, env, flags });
    return textOf(diagnostics);
  }

  test("flags that npm kept are told", () => {
    const env = { npm_command: "init", npm_config_group: "true", npm_config_api_version: "v1" };
    expect(lost(env, "my-op")).toBe(
      "error project/lost-flags: npm kept --group, --api-version for itself, so nothing was done\n" +
        "  use: npm init crd-project my-op -- --group <group> --api-version v1\n",
    );
  });

  test("flags that came through are given again", () => {
    const env = { npm_command: "init", npm_config_group: "true" };
    const line = "my-op example.com --kind A --kind B --no-git --yes --description=x";
    expect(lost(env, line)).toContain(
      "use: npm init crd-project my-op -- --group <group> --kind A,B --description x --no-git --yes\n",
    );
  });

  test("npm's own settings are no lost flags, unless they can only have been meant for us", () => {
    const own = { npm_config_yes: "true", npm_config_color: "", npm_config_scope: "@acme" };
    expect(lost({ npm_command: "init", ...own })).toBe("");
    expect(lost({ npm_command: "init", npm_config_scope: "cluster" })).toContain("--scope cluster");
    expect(lost({ npm_command: "init", npm_config_dry_run: "true" })).toContain("--dry-run");
    expect(lost({ npm_command: "init", npm_config_git: "false" })).toContain("--no-git");
  });

  test("a flag that came through as well was not lost", () => {
    const env = { npm_command: "init", npm_config_group: "example.com" };
    expect(lost(env, "--group example.com")).toBe("");
  });

  test("only when npm started us", () => {
    expect(lost({ npm_config_group: "true" })).toBe("");
    expect(lost({ npm_command: "install", npm_config_group: "true" })).toBe("");
  });

  test("a script of a project", () => {
    const env = {
      npm_command: "run-script",
      npm_lifecycle_event: "regenerate",
      npm_config_dry_run: "true",
    };
    expect(lost(env, "", "regenerate")).toContain("use: npm run regenerate -- --dry-run");
  });

  test.each([
    ["npm/10.8.2 node/v20.19.0 linux x64", "npm"],
    ["pnpm/9.1.0 npm/? node/v20.19.0 linux x64", "pnpm"],
    ["yarn/1.22.22 npm/? node/v20.19.0 linux x64", "yarn"],
    ["bun/1.1.0 npm/? node/v22.2.0 linux x64", "bun"],
    ["cnpm/9", "npm"],
    [undefined, "npm"],
  ])("the package manager of %s is %s", (agent, manager) => {
    expect(packageManagerOf({ npm_config_user_agent: agent })).toBe(manager);
  });
});
