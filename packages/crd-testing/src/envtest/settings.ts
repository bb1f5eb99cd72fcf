import type { ApiServerArgs } from "./api-server-args.js";
import { parseDuration } from "./duration.js";
import type { Environment } from "./environment.js";

/** What a control plane can be told; each member but the last two wins over the variable that envtest has for it. */
export interface ControlPlaneSettings {
  /** KUBEBUILDER_CONTROLPLANE_START_TIMEOUT; a minute unless given. */
  readonly controlPlaneStartTimeoutMs?: number | undefined;
  /** KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT; 20 seconds unless given. SIGKILL follows. */
  readonly controlPlaneStopTimeoutMs?: number | undefined;
  /** KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT=true: what the servers print goes to this process's own output. */
  readonly attachControlPlaneOutput?: boolean | undefined;
  /** Flags of kube-apiserver. */
  readonly apiServerArgs?: ApiServerArgs | undefined;
  /** Ends the start; everything is stopped before its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** The settings with every default filled in. */
export interface ResolvedSettings {
  readonly startTimeoutMs: number;
  readonly stopTimeoutMs: number;
  readonly attachOutput: boolean;
  readonly apiServerArgs: ApiServerArgs;
  readonly signal: AbortSignal | undefined;
}

/** Fills in what is not given, from the environment. @throws RangeError for a variable that is no duration */
export function resolveSettings(input: {
  readonly settings: ControlPlaneSettings;
  readonly env: Environment;
}): ResolvedSettings {
  const { settings, env } = input;
  const attach = env["KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT"] === "true";
  return {
    startTimeoutMs:
      settings.controlPlaneStartTimeoutMs ??
      durationIn({ env, variable: "KUBEBUILDER_CONTROLPLANE_START_TIMEOUT" }) ??
      60_000,
    stopTimeoutMs:
      settings.controlPlaneStopTimeoutMs ??
      durationIn({ env, variable: "KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT" }) ??
      20_000,
    attachOutput: settings.attachControlPlaneOutput ?? attach,
    apiServerArgs: settings.apiServerArgs ?? {},
    signal: settings.signal,
  };
}

function durationIn(input: {
  readonly env: Environment;
  readonly variable: string;
}): number | undefined {
  const text = input.env[input.variable];
  if (!text) return undefined;
  try {
    return parseDuration(text);
  } catch (error) {
    throw new RangeError(`${input.variable}: ${String(error).replace(/^\w+: /, "")}`, {
      cause: error,
    });
  }
}
