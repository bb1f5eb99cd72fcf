import type { RequestOptions } from "node:https";
import { isDeepStrictEqual } from "node:util";
import type { RestConfig } from "../config.js";
import { ConfigError, CredentialError } from "../errors.js";
import type { KubeConfigLike } from "../kube-config.js";
import { basic } from "./config-credentials.js";
import { type CredentialSource, type Credentials, type Pem, sameTls } from "./credentials.js";
import { credentialsFor } from "./credentials-for.js";
import { configOfUser } from "./kube-config-user.js";

/**
 * The credentials of a KubeConfig of @kubernetes/client-node. Those of exec plugins and token files are ours to fetch, since
 * client-node would keep them after a 401. For other users its `applyToHTTPSOptions` is called for each request, since it
 * may give new ones; only calls at the same moment share an answer.
 */
export class KubeConfigCredentials implements CredentialSource {
  readonly #config: KubeConfigLike;
  readonly #server: string;
  readonly #user: string | undefined;
  #last: Credentials | undefined;
  #loading: Promise<Credentials> | undefined;
  #own: { readonly config: RestConfig; readonly source: CredentialSource } | undefined;

  /** @throws ConfigError when the exec section of the current user is not as it should be */
  constructor(input: { readonly config: KubeConfigLike; readonly server: string }) {
    this.#config = input.config;
    this.#server = input.server;
    this.#user = userOf(input.config);
    this.#updateOwn();
  }

  async get(signal?: AbortSignal): Promise<Credentials> {
    this.#checkContext();
    this.#updateOwn();
    if (this.#own !== undefined) {
      this.#checkProtocol();
      return await this.#own.source.get(signal);
    }
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return await this.#loading;
  }

  /** What client-node gave it keeps until that expires; there is no way to tell it. */
  refused(credentials: Credentials): void {
    this.#own?.source.refused(credentials);
  }

  untrusted(): void {
    this.#own?.source.untrusted();
  }

  /** The KubeConfig may have been loaded again, with other settings for the same user. */
  #updateOwn(): void {
    const config = configOfUser({
      cluster: this.#config.getCurrentCluster(),
      user: this.#config.getCurrentUser?.(),
    });
    if (config === undefined) {
      this.#own = undefined;
    } else if (!isDeepStrictEqual(config, this.#own?.config)) {
      this.#own = { config, source: credentialsFor(config) };
    }
  }

  async #load(): Promise<Credentials> {
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
      this.#checkProtocol(cause);
      throw credentialError(cause);
    }
  }

  /** As client-node has it: credentials do not go over the network for all to read. */
  #checkProtocol(cause?: unknown): void {
    if (this.#server.startsWith("http:") && !this.#config.getCurrentCluster()?.skipTLSVerify) {
      throw new ConfigError(
        `client-node refuses ${this.#server}, which is not https, unless the cluster says insecure-skip-tls-verify: true; without any kubeconfig it falls back to http://localhost:8080, so check KUBECONFIG and ~/.kube/config`,
        cause === undefined ? {} : { cause },
      );
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
