import type { RequestOptions } from "node:https";
import { ConfigError, CredentialError } from "../errors.js";
import type { KubeConfigLike } from "../kube-config.js";
import { basic } from "./config-credentials.js";
import { type CredentialSource, type Credentials, type Pem, sameTls } from "./credentials.js";

/**
 * The credentials of a KubeConfig of @kubernetes/client-node. Its `applyToHTTPSOptions` is called for
 * each request, since exec plugins, token files and certificate files may give new ones; only calls at
 * the same moment share an answer, so that a plugin does not start many times.
 */
export class KubeConfigCredentials implements CredentialSource {
  readonly #config: KubeConfigLike;
  readonly #server: string;
  readonly #user: string | undefined;
  #last: Credentials | undefined;
  #loading: Promise<Credentials> | undefined;

  constructor(input: { readonly config: KubeConfigLike; readonly server: string }) {
    this.#config = input.config;
    this.#server = input.server;
    this.#user = userOf(input.config);
  }

  async get(): Promise<Credentials> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return await this.#loading;
  }

  /** client-node keeps what it has until that expires; there is no way to tell it. */
  refused(): void {}

  async #load(): Promise<Credentials> {
    this.#checkContext();
    const options = await this.#apply();
    const tls = {
      ca: pemOf(options.ca),
      cert: pemOf(options.cert),
      key: pemOf(options.key),
      pfx: pemOf(options.pfx),
      passphrase: options.passphrase,
      serverName: options.servername || undefined,
      rejectUnauthorized: options.rejectUnauthorized,
    };
    const previous = this.#last?.tls;
    this.#last = {
      headers: headersOf(options),
      tls: previous !== undefined && sameTls(previous, tls) ? previous : tls,
    };
    return this.#last;
  }

  /** Credentials of one context must not go to the server of another. */
  #checkContext(): void {
    const server = this.#config.getCurrentCluster()?.server;
    if (server !== this.#server || userOf(this.#config) !== this.#user) {
      throw new ConfigError(
        "the current context of the KubeConfig has changed since this client was made: load a KubeConfig of its own for each client",
      );
    }
  }

  async #apply(): Promise<RequestOptions> {
    const options: RequestOptions = { headers: {} };
    try {
      await this.#config.applyToHTTPSOptions(options);
      return options;
    } catch (cause) {
      if (this.#server.startsWith("http:") && !this.#config.getCurrentCluster()?.skipTLSVerify) {
        throw new ConfigError(
          `client-node refuses ${this.#server}, which is not https, unless the cluster says insecure-skip-tls-verify: true; without any kubeconfig it falls back to http://localhost:8080, so check KUBECONFIG and ~/.kube/config`,
          { cause },
        );
      }
      throw credentialError(cause);
    }
  }
}

function userOf(config: KubeConfigLike): string | undefined {
  return config.getCurrentUser?.()?.name ?? undefined;
}

/**
 * What client-node throws, as far as it may be shown: a SyntaxError quotes what a plugin printed, which may be a token,
 * and the error of a plugin that cannot be started holds its arguments. These go no further.
 */
function credentialError(cause: unknown): CredentialError {
  const message = "cannot get credentials for the current context";
  if (cause instanceof SyntaxError) {
    return new CredentialError(`${message}: what the exec plugin printed is not valid JSON`);
  }
  if (cause instanceof TypeError && cause.message.startsWith("Cannot read properties of")) {
    const problem = "what the exec plugin printed is no ExecCredential with a status";
    return new CredentialError(`${message}: ${problem}`, { cause });
  }
  const reason = cause instanceof Error ? cause.message.trim() : String(cause);
  if (cause instanceof Error && "spawnargs" in cause) {
    const hint = "is the exec plugin installed, and executable?";
    return new CredentialError(`${message}: ${reason}: ${hint}`);
  }
  return new CredentialError(
    `${message}: ${reason || "the exec plugin failed without a message"}`,
    { cause },
  );
}

function headersOf(options: RequestOptions): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (Array.isArray(value)) {
      headers[name.toLowerCase()] = value.map((single) => String(single).trim());
    } else if (value !== undefined) {
      // Token files end in a line break, which may not stand in a header.
      headers[name.toLowerCase()] = String(value).trim();
    }
  }
  if (options.auth) {
    headers["authorization"] = basic(options.auth);
  }
  return headers;
}

/** Everything that client-node puts there is text or bytes. */
function pemOf(value: unknown): Pem | undefined {
  if (typeof value === "string" || value instanceof Uint8Array) {
    return value;
  }
  return Array.isArray(value) ? value.filter((part) => pemOf(part) !== undefined) : undefined;
}
