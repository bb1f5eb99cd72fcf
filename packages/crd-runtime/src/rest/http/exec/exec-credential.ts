import { createSecureContext } from "node:tls";
import { CredentialError } from "../../errors.js";
import { isRecord } from "../../guards.js";
import type { CheckedExecConfig } from "./checked-config.js";

const kind = "ExecCredential";

/** The cluster as plugins are told of it. */
export interface ExecCluster {
  readonly server: string;
  readonly "tls-server-name"?: string | undefined;
  readonly "insecure-skip-tls-verify"?: true | undefined;
  /** Base64. */
  readonly "certificate-authority-data"?: string | undefined;
  readonly "proxy-url"?: string | undefined;
  readonly "disable-compression"?: true | undefined;
  readonly config?: unknown;
}

/** What a plugin gave: a token, or a certificate with its key, or both. */
export interface ExecCredentialStatus {
  readonly token: string | undefined;
  /** PEM. */
  readonly cert: string | undefined;
  /** PEM. */
  readonly key: string | undefined;
  /** Milliseconds since the epoch; undefined when it does not expire. */
  readonly expiresAt: number | undefined;
}

/** What a plugin finds in `KUBERNETES_EXEC_INFO`. */
export function execInfo(input: {
  readonly exec: CheckedExecConfig;
  readonly interactive: boolean;
  readonly cluster: ExecCluster;
}): string {
  const { exec, interactive, cluster } = input;
  const spec = { interactive, cluster: exec.provideClusterInfo ? cluster : undefined };
  return JSON.stringify({ kind, apiVersion: exec.apiVersion, spec });
}

/**
 * Reads what a plugin printed, of which nothing stands in errors: it holds secrets.
 *
 * @throws CredentialError
 */
export function decodeExecCredential(input: {
  readonly exec: CheckedExecConfig;
  readonly output: string;
}): ExecCredentialStatus {
  const { exec, output } = input;
  const refuse = (problem: string): never => {
    throw new CredentialError(`exec plugin ${exec.command}: what it printed ${problem}`);
  };
  const credential = parse(output);
  if (credential === undefined) return refuse("is not valid JSON");
  if (!isRecord(credential)) return refuse(`is no ${kind}`);
  if (credential["kind"] !== kind || credential["apiVersion"] !== exec.apiVersion) {
    return refuse(`is no ${kind} of ${exec.apiVersion}, which the configuration asks for`);
  }
  const status = credential["status"];
  if (!isRecord(status)) return refuse(`is an ${kind} without a status`);
  const [token, cert, key, expiration] = [
    status["token"],
    status["clientCertificateData"],
    status["clientKeyData"],
    status["expirationTimestamp"],
  ].map((value) => (value === null || value === "" ? undefined : value));
  if (!isOptionalText(token) || !isOptionalText(cert) || !isOptionalText(key)) {
    return refuse("has a token, certificate or key that is not a string");
  }
  if (token === undefined && cert === undefined && key === undefined) {
    return refuse("has neither a token nor a client certificate");
  }
  if ((cert === undefined) !== (key === undefined)) {
    return refuse("has a client certificate or its key, and not both");
  }
  if (cert !== undefined && !fit({ cert, key })) {
    return refuse("has a client certificate and a key that cannot be used together");
  }
  const expiresAt = timeOf(expiration);
  if (Number.isNaN(expiresAt)) return refuse("has an expirationTimestamp that is no time");
  return { token, cert, key, expiresAt };
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

function fit(pair: { readonly cert: string; readonly key: string | undefined }): boolean {
  try {
    createSecureContext(pair);
    return true;
  } catch {
    return false;
  }
}

/** NaN when it is no time. */
function timeOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value)
    ? Date.parse(value)
    : Number.NaN;
}
