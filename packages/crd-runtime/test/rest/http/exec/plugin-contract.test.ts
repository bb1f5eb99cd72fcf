import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ConfigCredentials } from "../../../../src/rest/http/config-credentials.js";
import { credentialsFor } from "../../../../src/rest/http/credentials-for.js";
import { ExecCredentials } from "../../../../src/rest/http/exec/exec-credentials.js";
import {
  ConfigError,
  CredentialError,
  type ExecConfig,
  type RestConfig,
} from "../../../../src/rest/index.js";
import { tlsFile } from "../servers.js";
import { apiVersion, credential, script } from "./plugins.js";

const host = "https://test";
const v1beta1 = "client.authentication.k8s.io/v1beta1";

/** Prints, as its token, what the plugin was given. */
const echo = `
const { KUBERNETES_EXEC_INFO, EXTRA, PATH } = process.env;
const info = JSON.parse(KUBERNETES_EXEC_INFO);
const given = { info, extra: EXTRA, hasPath: PATH !== undefined, args: process.argv.slice(1) };
const { apiVersion } = info;
const status = { token: JSON.stringify(given) };
console.log(JSON.stringify({ apiVersion, kind: "ExecCredential", status }));
`;

async function given(input: {
  readonly config: Partial<RestConfig>;
  readonly terminal?: boolean;
}): Promise<unknown> {
  const { terminal = false } = input;
  const config = { host, ...input.config };
  const base = new ConfigCredentials(config);
  const credentials = new ExecCredentials({ config, base, stdinIsTerminal: () => terminal });
  const { authorization } = (await credentials.get()).headers;
  return JSON.parse(String(authorization).slice("Bearer ".length));
}

async function errorOf(execProvider: ExecConfig): Promise<Error> {
  const error = await credentialsFor({ host, execProvider })
    .get()
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(CredentialError);
  return error as Error;
}

describe("an exec plugin is given", () => {
  it("its arguments, its variables beside those of the process, and KUBERNETES_EXEC_INFO", async () => {
    const execProvider = script(echo, {
      args: ["-e", echo, "one", "two words"],
      env: [{ name: "EXTRA", value: "more" }],
    });
    expect(await given({ config: { execProvider } })).toEqual({
      info: { apiVersion, kind: "ExecCredential", spec: { interactive: false } },
      extra: "more",
      hasPath: true,
      args: ["one", "two words"],
    });
  });

  it("the cluster, when it asks for it", async () => {
    const execProvider = script(echo, {
      apiVersion: v1beta1,
      provideClusterInfo: true,
      config: { audience: "orders" },
    });
    const config: RestConfig = {
      host: "https://10.0.0.1:6443",
      execProvider,
      proxy: "http://proxy:3128",
      disableCompression: true,
      tlsClientConfig: { caData: "A", serverName: "kubernetes" },
    };
    expect(await given({ config })).toMatchObject({
      info: {
        apiVersion: v1beta1,
        spec: {
          cluster: {
            server: "https://10.0.0.1:6443",
            "tls-server-name": "kubernetes",
            "certificate-authority-data": Buffer.from("A").toString("base64"),
            "proxy-url": "http://proxy:3128",
            "disable-compression": true,
            config: { audience: "orders" },
          },
        },
      },
    });
  });

  it("no more of the cluster than there is", async () => {
    const execProvider = script(echo, { provideClusterInfo: true });
    const tlsClientConfig = { insecure: true };
    expect(await given({ config: { execProvider, tlsClientConfig } })).toMatchObject({
      info: { spec: { interactive: false, cluster: expect.anything() } },
    });
    const { info } = (await given({ config: { execProvider, tlsClientConfig } })) as {
      info: { spec: { cluster: unknown } };
    };
    expect(info.spec.cluster).toEqual({ server: host, "insecure-skip-tls-verify": true });
  });
});

describe("standard input", () => {
  it.each<[Partial<ExecConfig>, { terminal: boolean; interactive: boolean }]>([
    [{ interactiveMode: "Never" }, { terminal: true, interactive: false }],
    [{ interactiveMode: "IfAvailable" }, { terminal: true, interactive: true }],
    [{ interactiveMode: "IfAvailable" }, { terminal: false, interactive: false }],
    [
      { interactiveMode: "IfAvailable", stdinUnavailable: true },
      { terminal: true, interactive: false },
    ],
    [{ interactiveMode: "Always" }, { terminal: true, interactive: true }],
    [
      { apiVersion: v1beta1, interactiveMode: undefined },
      { terminal: true, interactive: true },
    ],
  ])("of %o: %o", async (settings, { terminal, interactive }) => {
    const config = { execProvider: script(echo, settings) };
    expect(await given({ config, terminal })).toMatchObject({ info: { spec: { interactive } } });
  });

  it.each([
    { terminal: false, stdinUnavailable: false, says: "which is not a terminal" },
    { terminal: true, stdinUnavailable: true, says: "which is not available" },
  ])("that a plugin needs must be there: $says", async ({ terminal, stdinUnavailable, says }) => {
    const execProvider = script(echo, { interactiveMode: "Always", stdinUnavailable });
    const call = given({ config: { execProvider }, terminal });
    await expect(call).rejects.toBeInstanceOf(CredentialError);
    await expect(call).rejects.toThrow(says);
  });
});

describe("the error of an exec plugin", () => {
  const pair = {
    clientCertificateData: tlsFile("client.crt"),
    clientKeyData: tlsFile("other-client.key"),
  };

  it.each([
    { printed: "hunter2 is the token", says: "is not valid JSON" },
    { printed: '["hunter2"]', says: "is no ExecCredential" },
    { printed: '{"note":"hunter2"}', says: `is no ExecCredential of ${apiVersion}` },
    {
      printed: credential({ token: "hunter2" }).replace("/v1", "/v1beta1"),
      says: `is no ExecCredential of ${apiVersion}`,
    },
    { printed: credential(undefined), says: "without a status" },
    { printed: credential({ token: "", note: "hunter2" }), says: "neither a token nor a client" },
    { printed: credential({ token: ["hunter2"] }), says: "that is not a string" },
    { printed: credential({ clientKeyData: "hunter2" }), says: "or its key, and not both" },
    { printed: credential({ ...pair, token: "hunter2" }), says: "cannot be used together" },
    {
      printed: credential({ token: "hunter2", expirationTimestamp: "tomorrow" }),
      says: "an expirationTimestamp that is no time",
    },
    {
      printed: credential({ token: "hunter2", expirationTimestamp: 5 }),
      says: "an expirationTimestamp that is no time",
    },
  ])("says what is wrong with its output: $says", async ({ printed, says }) => {
    const error = await errorOf(script(`console.log(${JSON.stringify(printed)})`));
    expect(error.message).toContain(says);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("hunter2");
  });

  const secret = { args: ["-e", "process.exit(3) // hunter2"] };
  it.each<{ settings: Partial<ExecConfig>; says: string }>([
    { settings: secret, says: "it failed with exit code 3" },
    {
      settings: { args: ["-e", "process.kill(process.pid, 'SIGKILL') // hunter2"] },
      says: "it was killed (SIGKILL)",
    },
    {
      settings: { ...secret, command: "/no-such-plugin", installHint: "brew install it" },
      says: "exec plugin /no-such-plugin: there is no such program: brew install it",
    },
    { settings: { ...secret, command: "no-such-plugin" }, says: "no such program: install it" },
    { settings: { ...secret, command: "/" }, says: "cannot be started (EACCES)" },
    { settings: { args: ["hunter2\0"] }, says: "cannot be started (ERR_INVALID_ARG_VALUE)" },
  ])("says how it failed: $says", async ({ settings, says }) => {
    const env = [{ name: "SECRET", value: "hunter2" }];
    const error = await errorOf(script("", { env, ...settings }));
    expect(error.message).toContain(says);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("hunter2");
  });
});

describe("an exec section", () => {
  it.each<{ exec: unknown; says: string }>([
    { exec: "aws", says: "exec plugin: its command is missing" },
    { exec: { command: "" }, says: "exec plugin: its command is missing" },
    { exec: { command: "aws" }, says: "exec plugin aws: its apiVersion must be" },
    {
      exec: { command: "aws", apiVersion: "client.authentication.k8s.io/v1alpha1" },
      says: "its apiVersion must be",
    },
    { exec: { command: "aws", apiVersion, args: "x" }, says: "its args must be strings" },
    { exec: { command: "aws", apiVersion, args: [1] }, says: "its args must be strings" },
    { exec: { command: "aws", apiVersion, env: [{ name: "A" }] }, says: "each entry of its env" },
    {
      exec: { command: "aws", apiVersion, env: [{ name: "", value: "" }] },
      says: "each entry of its env",
    },
    { exec: { command: "aws", apiVersion }, says: "its interactiveMode must be" },
    {
      exec: { command: "aws", apiVersion: v1beta1, interactiveMode: "Sometimes" },
      says: "its interactiveMode must be",
    },
  ])("that cannot be used is refused at once: $exec", ({ exec, says }) => {
    const make = (): unknown => credentialsFor({ host, execProvider: exec as ExecConfig });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(says);
  });
});
