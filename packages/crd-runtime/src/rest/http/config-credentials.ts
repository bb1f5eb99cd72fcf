import { readFile } from "node:fs/promises";
import { type Clock, systemClock } from "../../clock/index.js";
import type { ImpersonationConfig, RestConfig } from "../config.js";
import { ConfigError, CredentialError } from "../errors.js";
import type { HttpHeaders } from "../transport.js";
import {
  type CredentialSource,
  type Credentials,
  sameTls,
  type TlsMaterial,
} from "./credentials.js";

/** Milliseconds for which the content of token, certificate and kubeconfig files counts as fresh; client-go's figure for tokens. */
export const freshMs = 60_000;

/**
 * The credentials that a RestConfig names. Files are read again when a minute has passed, and after a
 * 401; one that cannot be read again keeps its last content, since rotation may be under way.
 */
export class ConfigCredentials implements CredentialSource {
  readonly #config: RestConfig;
  readonly #clock: Clock;
  readonly #lastContent = new Map<string, string>();
  #credentials: Credentials | undefined;
  #freshUntil = 0;
  #loading: Promise<Credentials> | undefined;

  /** @throws ConfigError when settings contradict each other */
  constructor(config: RestConfig) {
    validate(config);
    this.#config = config;
    this.#clock = config.clock ?? systemClock;
  }

  async get(): Promise<Credentials> {
    if (this.#credentials !== undefined && this.#clock.monotonic() < this.#freshUntil) {
      return this.#credentials;
    }
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return await this.#loading;
  }

  refused(): void {
    this.untrusted();
  }

  untrusted(): void {
    this.#freshUntil = Math.min(this.#freshUntil, this.#clock.monotonic());
  }

  async #load(): Promise<Credentials> {
    const { tlsClientConfig: files = {}, bearerTokenFile } = this.#config;
    const [ca, cert, key, token] = await Promise.all(
      [files.caFile, files.certFile, files.keyFile, bearerTokenFile].map((path) =>
        path === undefined || path === "" ? undefined : this.#read(path),
      ),
    );
    if (token !== undefined && token.trim() === "") {
      throw new CredentialError(`the token file ${bearerTokenFile} is empty`);
    }
    const tls: TlsMaterial = {
      ca: files.caData ?? ca,
      cert: files.certData ?? cert,
      key: files.keyData ?? key,
      serverName: files.serverName || undefined,
      rejectUnauthorized: files.insecure ? false : undefined,
    };
    const previous = this.#credentials?.tls;
    this.#credentials = {
      headers: headersOf({ config: this.#config, token: token?.trim() }),
      tls: previous !== undefined && sameTls(previous, tls) ? previous : tls,
    };
    this.#freshUntil = hasFiles(this.#config)
      ? this.#clock.monotonic() + freshMs
      : Number.POSITIVE_INFINITY;
    return this.#credentials;
  }

  async #read(path: string): Promise<string> {
    try {
      const content = await readFile(path, "utf8");
      this.#lastContent.set(path, content);
      return content;
    } catch (cause) {
      const last = this.#lastContent.get(path);
      if (last !== undefined) {
        return last;
      }
      throw new CredentialError(`cannot read ${path}, which the configuration names`, { cause });
    }
  }
}

function validate(config: RestConfig): void {
  const { tlsClientConfig: tls = {}, bearerToken, bearerTokenFile, username, impersonate } = config;
  if (username && (bearerToken || bearerTokenFile)) {
    throw new ConfigError("username and a bearer token exclude each other");
  }
  if (tls.insecure && (tls.caFile || tls.caData)) {
    throw new ConfigError(
      "tlsClientConfig: insecure and a certificate authority exclude each other",
    );
  }
  const hasCert = Boolean(tls.certFile || tls.certData);
  const hasKey = Boolean(tls.keyFile || tls.keyData);
  if (hasCert !== hasKey) {
    throw new ConfigError("tlsClientConfig: a client certificate and its key go together");
  }
  if (impersonate !== undefined && impersonate.userName === "") {
    throw new ConfigError("impersonate: uid, groups and extra need a userName, too");
  }
}

function hasFiles(config: RestConfig): boolean {
  const { caFile, certFile, keyFile } = config.tlsClientConfig ?? {};
  return Boolean(caFile || certFile || keyFile || config.bearerTokenFile);
}

function headersOf(input: {
  readonly config: RestConfig;
  readonly token: string | undefined;
}): HttpHeaders {
  const { config, token = config.bearerToken } = input;
  const { username, password = "", impersonate } = config;
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(username ? { authorization: basic(`${username}:${password}`) } : {}),
    ...(impersonate === undefined ? {} : impersonationHeaders(impersonate)),
  };
}

/** Value of an Authorization header from `user:password`. */
export function basic(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword).toString("base64")}`;
}

function impersonationHeaders(impersonate: ImpersonationConfig): HttpHeaders {
  const { userName, uid, groups = [], extra = {} } = impersonate;
  const headers: Record<string, string | readonly string[]> = { "impersonate-user": userName };
  if (uid) {
    headers["impersonate-uid"] = uid;
  }
  if (groups.length > 0) {
    headers["impersonate-group"] = groups;
  }
  for (const [key, values] of Object.entries(extra)) {
    headers[`impersonate-extra-${headerKey(key)}`] = values;
  }
  return headers;
}

/** What may not stand in the name of a header is percent-encoded, as in client-go; parentheses, too, which URLs allow. */
function headerKey(key: string): string {
  const escaped = encodeURIComponent(key).replaceAll("(", "%28").replaceAll(")", "%29");
  return escaped.toLowerCase();
}
