import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigCredentials } from "../../../src/rest/http/config-credentials.js";
import { sameTls, type TlsMaterial } from "../../../src/rest/http/credentials.js";
import { ConfigError, CredentialError, type RestConfig } from "../../../src/rest/index.js";
import { FakeClock } from "../../fake-clock.js";

const host = "https://test";
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crd-runtime-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function file(input: { readonly name: string; readonly content: string }): Promise<string> {
  const path = join(folder, input.name);
  await writeFile(path, input.content);
  return path;
}

async function headersOf(config: Partial<RestConfig>): Promise<unknown> {
  return (await new ConfigCredentials({ host, ...config }).get()).headers;
}

describe("ConfigCredentials", () => {
  it.each<{ config: Partial<RestConfig>; headers: Record<string, unknown> }>([
    { config: {}, headers: {} },
    { config: { bearerToken: "t" }, headers: { authorization: "Bearer t" } },
    {
      config: { username: "me", password: "p:ö" },
      headers: { authorization: `Basic ${Buffer.from("me:p:ö").toString("base64")}` },
    },
    {
      config: { impersonate: { userName: "jane", extra: { "a(b)c": ["x"] } } },
      headers: { "impersonate-user": "jane", "impersonate-extra-a%28b%29c": ["x"] },
    },
    {
      config: {
        impersonate: {
          userName: "jane",
          uid: "7",
          groups: ["a", "b"],
          extra: { "example.com/Scope": ["x", "y"] },
        },
      },
      headers: {
        "impersonate-user": "jane",
        "impersonate-uid": "7",
        "impersonate-group": ["a", "b"],
        "impersonate-extra-example.com%2fscope": ["x", "y"],
      },
    },
  ])("sends $headers", async ({ config, headers }) => {
    expect(await headersOf(config)).toEqual(headers);
  });

  it.each<{ config: Partial<RestConfig>; says: string }>([
    { config: { username: "a", bearerToken: "b" }, says: "exclude each other" },
    { config: { tlsClientConfig: { insecure: true, caData: "x" } }, says: "exclude each other" },
    { config: { tlsClientConfig: { certData: "x" } }, says: "go together" },
    { config: { tlsClientConfig: { keyFile: "x" } }, says: "go together" },
    { config: { impersonate: { userName: "", groups: ["a"] } }, says: "need a userName" },
  ])("refuses $config", ({ config, says }) => {
    const make = (): unknown => new ConfigCredentials({ host, ...config });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(says);
  });

  it("reads a token file again after a minute, and after a 401", async () => {
    const clock = new FakeClock();
    const bearerTokenFile = await file({ name: "token", content: "one\n" });
    const credentials = new ConfigCredentials({ host, bearerTokenFile, clock });
    const token = async (): Promise<unknown> => (await credentials.get()).headers["authorization"];
    expect(await token()).toBe("Bearer one");
    await writeFile(bearerTokenFile, "two");
    await clock.advance(59_999);
    expect(await token()).toBe("Bearer one");
    await clock.advance(1);
    expect(await token()).toBe("Bearer two");
    await writeFile(bearerTokenFile, "three");
    credentials.refused();
    expect(await token()).toBe("Bearer three");
  });

  it("keeps the last token while the file is away, but needs it once", async () => {
    const clock = new FakeClock();
    const bearerTokenFile = await file({ name: "token", content: "one" });
    const credentials = new ConfigCredentials({ host, bearerTokenFile, clock });
    await credentials.get();
    await rm(bearerTokenFile);
    credentials.refused();
    expect((await credentials.get()).headers).toEqual({ authorization: "Bearer one" });
    const none = new ConfigCredentials({ host, bearerTokenFile, clock });
    await expect(none.get()).rejects.toBeInstanceOf(CredentialError);
    await expect(none.get()).rejects.toThrow(`cannot read ${bearerTokenFile}`);
  });

  it("refuses an empty token file", async () => {
    const bearerTokenFile = await file({ name: "token", content: "\n" });
    await expect(headersOf({ bearerTokenFile })).rejects.toThrow("is empty");
  });

  it("gives the same TLS material while the files hold the same", async () => {
    const clock = new FakeClock();
    const caFile = await file({ name: "ca.crt", content: "A" });
    const credentials = new ConfigCredentials({ host, tlsClientConfig: { caFile }, clock });
    const first = (await credentials.get()).tls;
    await clock.advance(60_000);
    expect((await credentials.get()).tls).toBe(first);
    await writeFile(caFile, "B");
    await clock.advance(60_000);
    expect((await credentials.get()).tls).toMatchObject({ ca: "B" });
  });

  it.each<[TlsMaterial, TlsMaterial]>([
    [{ ca: "A" }, { ca: "B" }],
    [{ ca: "A" }, {}],
    [{ cert: Buffer.from("A") }, { cert: Buffer.from("B") }],
    [{ key: "A" }, { key: "B" }],
    [{ pfx: ["A", "B"] }, { pfx: ["A"] }],
    [{ passphrase: "A" }, { passphrase: "B" }],
    [{ serverName: "a" }, { serverName: "b" }],
    [{ rejectUnauthorized: false }, {}],
  ])("does not take the TLS material %o for %o", (a, b) => {
    expect([sameTls(a, b), sameTls(b, a)]).toEqual([false, false]);
    expect([sameTls(a, { ...a }), sameTls(b, { ...b })]).toEqual([true, true]);
  });

  it("takes equal bytes for the same TLS material", () => {
    const chain = (): TlsMaterial => ({ ca: [Buffer.from("A"), "B"], key: Buffer.from("C") });
    expect(sameTls(chain(), chain())).toBe(true);
  });

  it("reads once for calls at the same moment", async () => {
    const bearerTokenFile = await file({ name: "token", content: "one" });
    const credentials = new ConfigCredentials({ host, bearerTokenFile });
    const [first, second] = await Promise.all([credentials.get(), credentials.get()]);
    expect(first).toBe(second);
  });
});
