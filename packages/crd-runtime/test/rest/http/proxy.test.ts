import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/rest/http/address.js";
import { proxyFor } from "../../../src/rest/http/proxy.js";
import { ConfigError } from "../../../src/rest/index.js";

/** Host and port of the proxy, or "direct". */
function chosen(input: {
  readonly host: string;
  readonly configured?: string;
  readonly env?: Readonly<Record<string, string>>;
}): string {
  const { host, configured, env = {} } = input;
  const proxy = proxyFor({ target: parseAddress(host), configured, env });
  return proxy === undefined
    ? "direct"
    : `${proxy.kind} ${proxy.address.hostname}:${proxy.address.port}`;
}

const https = "https://api.example.com:6443";

describe("proxyFor", () => {
  it.each<{
    what: string;
    host?: string;
    configured?: string;
    env?: Record<string, string>;
    via: string;
  }>([
    { what: "nothing", via: "direct" },
    { what: "HTTPS_PROXY", env: { HTTPS_PROXY: "http://p:3128" }, via: "http p:3128" },
    { what: "https_proxy", env: { https_proxy: "http://p:3128" }, via: "http p:3128" },
    {
      what: "both",
      env: { HTTPS_PROXY: "http://a:1", https_proxy: "http://b:2" },
      via: "http a:1",
    },
    { what: "an empty one", env: { HTTPS_PROXY: "", https_proxy: "http://b:2" }, via: "http b:2" },
    { what: "HTTP_PROXY for https", env: { HTTP_PROXY: "http://p:3128" }, via: "direct" },
    {
      what: "HTTP_PROXY for http",
      host: "http://api.example.com",
      env: { HTTP_PROXY: "http://p:3128", HTTPS_PROXY: "http://q:1" },
      via: "http p:3128",
    },
    { what: "no scheme", env: { HTTPS_PROXY: "p:3128" }, via: "http p:3128" },
    { what: "no port", env: { HTTPS_PROXY: "http://p" }, via: "http p:80" },
    { what: "https", env: { HTTPS_PROXY: "https://p" }, via: "http p:443" },
    { what: "socks5", env: { HTTPS_PROXY: "socks5://p" }, via: "socks5 p:1080" },
    { what: "socks5h", env: { HTTPS_PROXY: "socks5h://p:1081" }, via: "socks5 p:1081" },
    { what: "IPv6", env: { HTTPS_PROXY: "http://[::2]:3128" }, via: "http ::2:3128" },
    {
      what: "a configured one before the environment",
      configured: "http://c:1",
      env: { HTTPS_PROXY: "http://p:3128", NO_PROXY: "*" },
      via: "http c:1",
    },
    { what: "none configured", configured: "", env: { HTTPS_PROXY: "http://p:1" }, via: "direct" },
  ])("takes $what", ({ host = https, configured, env, via }) => {
    expect(
      chosen({ host, ...(configured !== undefined && { configured }), ...(env && { env }) }),
    ).toBe(via);
  });

  it.each([
    { entry: "*", host: https, direct: true },
    { entry: "api.example.com", host: https, direct: true },
    { entry: "API.Example.COM", host: https, direct: true },
    { entry: "example.com", host: https, direct: true },
    { entry: ".example.com", host: https, direct: true },
    { entry: "*.example.com", host: https, direct: true },
    { entry: ".example.com", host: "https://example.com", direct: false },
    { entry: "ample.com", host: https, direct: false },
    { entry: "other.com, example.com", host: https, direct: true },
    { entry: "api.example.com:6443", host: https, direct: true },
    { entry: "api.example.com:443", host: https, direct: false },
    { entry: "10.0.0.0/8", host: "https://10.1.2.3", direct: true },
    { entry: "10.0.0.0/8", host: "https://11.1.2.3", direct: false },
    { entry: "10.0.0.0/8", host: https, direct: false },
    { entry: "10.0.0.0/99", host: "https://10.1.2.3", direct: false },
    { entry: "fd00::/8", host: "https://[fd00::1]:6443", direct: true },
    { entry: "fd00::1", host: "https://[fd00::1]:6443", direct: true },
    { entry: "[fd00::1]:6443", host: "https://[fd00::1]:6443", direct: true },
    { entry: "10.1.2.3", host: "https://10.1.2.3", direct: true },
    { entry: "1.2.3", host: "https://10.1.2.3", direct: false },
    { entry: "", host: https, direct: false },
    { entry: " , ", host: https, direct: false },
  ])("with NO_PROXY=$entry goes to $host directly: $direct", ({ entry, host, direct }) => {
    for (const name of ["NO_PROXY", "no_proxy"]) {
      const env = { HTTPS_PROXY: "http://p:3128", [name]: entry };
      expect(chosen({ host, env }) === "direct").toBe(direct);
    }
  });

  it.each(["https://localhost:6443", "https://127.0.0.1", "https://127.9.9.9", "https://[::1]"])(
    "never takes one of the environment for %s",
    (host) => {
      expect(chosen({ host, env: { HTTPS_PROXY: "http://p:3128" } })).toBe("direct");
    },
  );

  it.each([
    { configured: "ftp://user:hunter2@p", says: 'scheme "ftp" is not supported' },
    { configured: "http://user:hunter2@", says: "is not a valid URL" },
    { configured: "http://user:hunter2@p:port", says: "is not a valid URL" },
  ])("refuses $configured without its password", ({ configured, says }) => {
    const choose = (): unknown => chosen({ host: https, configured });
    expect(choose).toThrow(ConfigError);
    expect(choose).toThrow(says);
    expect(choose).not.toThrow("hunter2");
  });
});
