import { ConfigError } from "../errors.js";

/** Where a server or proxy is. */
export interface Address {
  readonly protocol: "http:" | "https:";
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** Path under which the API is served, without a slash at its end; mostly `""`. */
  readonly basePath: string;
  /** `https://10.0.0.1:6443`: for messages, never with credentials. */
  readonly origin: string;
}

/**
 * Reads the address of a server.
 *
 * @throws ConfigError when it is no http or https URL, or holds credentials
 */
export function parseAddress(host: string): Address {
  if (!/^https?:\/\//i.test(host)) {
    // A password may stand before an @.
    const named = host.includes("@") ? "" : ` "${host}"`;
    throw new ConfigError(`the server address${named} must begin with https:// or http://`);
  }
  const url = parseUrl(host);
  if (url === undefined) {
    throw new ConfigError("the server address is not a valid URL");
  }
  if (url.username !== "" || url.password !== "") {
    throw new ConfigError(
      `the server address of ${url.host} holds credentials: use username and password instead`,
    );
  }
  return toAddress(url);
}

/** The address in a URL of scheme http or https. */
export function toAddress(url: URL): Address {
  const secure = url.protocol === "https:";
  return {
    protocol: secure ? "https:" : "http:",
    hostname: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? (secure ? 443 : 80) : Number(url.port),
    basePath: url.pathname.replace(/\/+$/, ""),
    origin: `${url.protocol}//${url.host}`,
  };
}

/** A URL, or undefined: the errors of `new URL` hold the input, and with it what is secret in it. */
export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
