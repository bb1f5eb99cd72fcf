import { BlockList, isIP, isIPv4 } from "node:net";
import { ConfigError } from "../errors.js";
import { type Address, parseUrl, toAddress } from "./address.js";
import { basic } from "./config-credentials.js";

/** A proxy to reach a server through. */
export interface ProxyServer {
  readonly kind: "http" | "socks5";
  readonly address: Address;
  /** Value of Proxy-Authorization; for http proxies. */
  readonly authorization: string | undefined;
  readonly username: string;
  readonly password: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a server: the one configured, else the one of the environment. `""` means none.
 * HTTPS_PROXY, HTTP_PROXY and NO_PROXY, and their lower-case forms, are read as Go reads them
 * (golang.org/x/net/http/httpproxy).
 *
 * @throws ConfigError when the proxy's address cannot be used
 */
export function proxyFor(input: {
  readonly target: Address;
  readonly configured: string | undefined;
  readonly env: Environment;
}): ProxyServer | undefined {
  const { target, configured, env } = input;
  if (configured !== undefined) {
    return configured === "" ? undefined : parseProxy(configured);
  }
  const names =
    target.protocol === "https:" ? ["HTTPS_PROXY", "https_proxy"] : ["HTTP_PROXY", "http_proxy"];
  const fromEnvironment = names.map((name) => env[name]).find((value) => value);
  if (fromEnvironment === undefined) {
    return undefined;
  }
  const exceptions = env["NO_PROXY"] || env["no_proxy"] || "";
  return isException({ target, exceptions }) ? undefined : parseProxy(fromEnvironment);
}

function parseProxy(text: string): ProxyServer {
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  // The address may hold a password: messages do not quote it.
  if (url === undefined || url.hostname === "") {
    throw new ConfigError("the address of the proxy is not a valid URL");
  }
  const username = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const authorization = username === "" ? undefined : basic(`${username}:${password}`);
  switch (url.protocol) {
    case "http:":
    case "https:":
      return { kind: "http", address: toAddress(url), authorization, username, password };
    case "socks5:":
    case "socks5h:":
    case "socks:": {
      const address: Address = {
        protocol: "http:",
        hostname: url.hostname.replace(/^\[(.*)\]$/, "$1"),
        port: url.port === "" ? 1080 : Number(url.port),
        basePath: "",
        origin: `${url.protocol}//${url.host}`,
      };
      return { kind: "socks5", address, authorization: undefined, username, password };
    }
    default:
      throw new ConfigError(
        `a proxy of scheme "${url.protocol.slice(0, -1)}" is not supported: use http, https or socks5`,
      );
  }
}

/** Loopback is always reached directly, as in Go. */
function isException(input: { readonly target: Address; readonly exceptions: string }): boolean {
  const { target, exceptions } = input;
  const host = target.hostname.toLowerCase();
  if (host === "localhost" || (isIP(host) !== 0 && loopback.check(host, familyOf(host)))) {
    return true;
  }
  return exceptions
    .split(",")
    .map((entry) => entry.trim().toLowerCase())
    .some((entry) => entry !== "" && matches({ entry, host, port: target.port }));
}

function matches(input: {
  readonly entry: string;
  readonly host: string;
  readonly port: number;
}): boolean {
  const { entry, host, port } = input;
  if (entry === "*") {
    return true;
  }
  if (entry.includes("/")) {
    return isIP(host) !== 0 && inRange({ range: entry, host });
  }
  const { name, entryPort } = splitPort(entry);
  if (entryPort !== undefined && entryPort !== port) {
    return false;
  }
  if (name.startsWith("*.") || name.startsWith(".")) {
    return host.endsWith(name.slice(name.indexOf(".")));
  }
  return host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
}

function splitPort(entry: string): { name: string; entryPort: number | undefined } {
  if (isIP(entry) !== 0) {
    return { name: entry, entryPort: undefined };
  }
  const [, name = entry, port] = entry.match(/^\[?(.*?)\]?(?::(\d+))?$/) ?? [];
  return { name, entryPort: port === undefined ? undefined : Number(port) };
}

function inRange(input: { readonly range: string; readonly host: string }): boolean {
  const { range, host } = input;
  const [network = "", prefix = ""] = range.split("/");
  const bits = Number(prefix);
  const valid = isIP(network) !== 0 && /^\d+$/.test(prefix) && bits <= (isIPv4(network) ? 32 : 128);
  if (!valid) {
    return false;
  }
  const list = new BlockList();
  list.addSubnet(network, bits, familyOf(network));
  return list.check(host, familyOf(host));
}

function familyOf(ip: string): "ipv4" | "ipv6" {
  return isIPv4(ip) ? "ipv4" : "ipv6";
}

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
