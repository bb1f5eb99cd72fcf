import { ConfigError, CredentialError } from "../../errors.js";
import type { ExecConfig, ExecEnvVar, ExecInteractiveMode } from "../../exec-config.js";
import { isRecord } from "../../guards.js";

const v1 = "client.authentication.k8s.io/v1";
const v1beta1 = "client.authentication.k8s.io/v1beta1";

/** An ExecConfig with its defaults filled in. */
export interface CheckedExecConfig extends ExecConfig {
  readonly args: readonly string[];
  readonly env: readonly ExecEnvVar[];
  readonly interactiveMode: ExecInteractiveMode;
}

/**
 * Checks an ExecConfig, which may come from a kubeconfig as it was written. Follows the validation of client-go's
 * `tools/clientcmd`.
 *
 * @throws ConfigError
 */
export function checkedExecConfig(exec: unknown): CheckedExecConfig {
  if (!isRecord(exec) || typeof exec["command"] !== "string" || exec["command"] === "") {
    throw new ConfigError("exec plugin: its command is missing");
  }
  const { command, apiVersion } = exec;
  const refuse = (problem: string): never => {
    throw new ConfigError(`exec plugin ${command}: ${problem}`);
  };
  if (apiVersion !== v1 && apiVersion !== v1beta1) {
    return refuse(`its apiVersion must be ${v1} or ${v1beta1}, whichever the plugin knows`);
  }
  const args = exec["args"] ?? [];
  if (!Array.isArray(args) || !args.every((arg) => typeof arg === "string")) {
    return refuse("its args must be strings");
  }
  const env = exec["env"] ?? [];
  if (!Array.isArray(env) || !env.every(isEnvVar)) {
    return refuse("each entry of its env must have a name and a value, strings both");
  }
  const interactiveMode = exec["interactiveMode"] || (apiVersion === v1beta1 && "IfAvailable");
  if (!isInteractiveMode(interactiveMode)) {
    return refuse(`its interactiveMode must be Never, IfAvailable or Always: ${v1} has no default`);
  }
  const { installHint, provideClusterInfo, config, stdinUnavailable } = exec;
  return {
    apiVersion,
    command,
    args,
    env,
    installHint: typeof installHint === "string" ? installHint : undefined,
    provideClusterInfo: provideClusterInfo === true,
    config,
    interactiveMode,
    stdinUnavailable: stdinUnavailable === true,
  };
}

/**
 * Whether the plugin gets this process's standard input.
 *
 * @throws CredentialError when it needs it, and cannot have it
 */
export function isInteractive(input: {
  readonly exec: CheckedExecConfig;
  readonly stdinIsTerminal: () => boolean;
}): boolean {
  const { exec, stdinIsTerminal } = input;
  if (exec.interactiveMode === "Never") return false;
  const problem = exec.stdinUnavailable
    ? "is not available"
    : stdinIsTerminal()
      ? undefined
      : "is not a terminal";
  if (exec.interactiveMode === "Always" && problem !== undefined) {
    throw new CredentialError(
      `exec plugin ${exec.command}: it needs standard input (interactiveMode Always), which ${problem}`,
    );
  }
  return problem === undefined;
}

function isEnvVar(value: unknown): value is ExecEnvVar {
  return isRecord(value) && Boolean(value["name"]) && [value["name"], value["value"]].every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isInteractiveMode(value: unknown): value is ExecInteractiveMode {
  return value === "Never" || value === "IfAvailable" || value === "Always";
}
