import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KubeConfig } from "@kubernetes/client-node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { configOfUser } from "../../src/rest/http/kube-config-user.js";
import { ConfigError, RestClient, type RestRequest } from "../../src/rest/index.js";
import { countingPlugin, script } from "./http/exec/plugins.js";
import { httpServer, httpsServer, sendJSON, tlsFile, tlsPath } from "./http/servers.js";
import { kubeConfig } from "./kube-configs.js";

const get: RestRequest = { method: "GET", path: "/x" };

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a user with an exec plugin", () => {
  it("gets a new token when the server refuses the old one", async () => {
    let accepted = "Bearer one";
    const seen: unknown[] = [];
    await using server = await httpsServer({
      handler: ({ headers }, response) => {
        seen.push([headers.authorization, headers["impersonate-user"]]);
        sendJSON({ response, value: {}, status: headers.authorization === accepted ? 200 : 401 });
      },
    });
    await using plugin = await countingPlugin({ token: "one" });
    const config = kubeConfig({
      cluster: {
        server: `https://127.0.0.1:${server.port}`,
        caData: Buffer.from(tlsFile("ca.crt")).toString("base64"),
        tlsServerName: "kubernetes.default.svc",
      },
      user: { exec: plugin.exec, impersonateUser: "jane" },
    });
    const rest = RestClient.forConfig(config);
    await Promise.all([rest.request(get), RestClient.forConfig(config).request(get)]);
    accepted = "Bearer two";
    plugin.gives({ token: "two" });
    await expect(rest.request(get)).rejects.toMatchObject({ code: 401 });
    await rest.request(get);
    expect(seen).toEqual(["one", "one", "one", "two"].map((token) => [`Bearer ${token}`, "jane"]));
    expect(plugin.runs()).toBe(2);
  });

  it("may get another plugin, when the KubeConfig is loaded again", async () => {
    await using server = await httpServer((request, response) =>
      sendJSON({ response, value: { authorization: request.headers.authorization } }),
    );
    const cluster = { server: `http://127.0.0.1:${server.port}`, skipTLSVerify: true };
    await using one = await countingPlugin({ token: "one" });
    await using two = await countingPlugin({ token: "two" });
    const config = kubeConfig({ cluster, user: { exec: one.exec } });
    const rest = RestClient.forConfig(config);
    expect(await rest.request(get)).toEqual({ authorization: "Bearer one" });
    for (const exec of [two.exec, structuredClone(two.exec)]) {
      config.users = kubeConfig({ cluster, user: { exec } }).users;
      expect(await rest.request(get)).toEqual({ authorization: "Bearer two" });
    }
    config.users = kubeConfig({ cluster, user: { token: "own" } }).users;
    expect(await rest.request(get)).toEqual({ authorization: "Bearer own" });
    expect([one.runs(), two.runs()]).toEqual([1, 1]);
  });

  it("does not send what it gives over http, unless the cluster allows it", async () => {
    await using plugin = await countingPlugin({ token: "t" });
    const cluster = { server: "http://127.0.0.1:1" };
    const rest = RestClient.forConfig(kubeConfig({ cluster, user: { exec: plugin.exec } }));
    await expect(rest.request(get)).rejects.toBeInstanceOf(ConfigError);
    await expect(rest.request(get)).rejects.toThrow("which is not https");
    expect(plugin.runs()).toBe(0);
  });

  it.each([
    { user: { exec: { command: "aws" } }, says: "exec plugin aws: its apiVersion must be" },
    {
      user: { exec: script(""), authProvider: { name: "oidc" } },
      says: "exec and auth-provider exclude each other",
    },
  ])("is refused at once when it is wrong: $says", ({ user, says }) => {
    const config = kubeConfig({ cluster: { server: "https://127.0.0.1:1" }, user });
    expect(() => RestClient.forConfig(config)).toThrow(ConfigError);
    expect(() => RestClient.forConfig(config)).toThrow(says);
  });

  it("of a kubeconfig as it is written has what client-node reads of it", () => {
    const config = new KubeConfig();
    config.loadFromString(`
clusters: [{ name: c, cluster: { server: "https://a", certificate-authority: /ca.crt, proxy-url: "http://p" } }]
contexts: [{ name: main, context: { cluster: c, user: u } }]
current-context: main
users:
- name: u
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      command: aws
      args: null
      env: null
      provideClusterInfo: true
`);
    const given = { cluster: config.getCurrentCluster(), user: config.getCurrentUser() };
    expect(configOfUser(given)).toMatchObject({
      host: "https://a",
      proxy: "http://p",
      tlsClientConfig: { caFile: "/ca.crt", insecure: false },
      execProvider: {
        command: "aws",
        args: [],
        env: [],
        provideClusterInfo: true,
        interactiveMode: "IfAvailable",
      },
    });
  });

  it("of a cluster whose certificate is not checked needs no authority", () => {
    const cluster = { server: "https://a", skipTLSVerify: true, caFile: tlsPath("ca.crt") };
    expect(configOfUser({ cluster, user: { exec: script("") } })?.tlsClientConfig).toMatchObject({
      insecure: true,
      caFile: undefined,
    });
  });

  it.each([
    null,
    { name: "u" },
    { exec: null, token: "t" },
    { authProvider: { name: "oidc", config: {} } },
    { authProvider: { name: "gcp", config: { tokenFile: "/token" } } },
  ])("is not %o, which stays with client-node", (user) => {
    expect(configOfUser({ cluster: { server: "https://a" }, user })).toBeUndefined();
  });
});

describe("a user with a token file, as loadFromCluster makes it,", () => {
  it("has it read again when the server refuses the token", async () => {
    await using server = await httpsServer({
      handler: ({ headers }, response) => {
        const { authorization } = headers;
        sendJSON({ response, value: {}, status: authorization === "Bearer rotated" ? 200 : 401 });
      },
    });
    const folder = await mkdtemp(join(tmpdir(), "crd-runtime-"));
    await using _ = { [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
    const account = join(folder, "var/run/secrets/kubernetes.io/serviceaccount");
    await mkdir(account, { recursive: true });
    await writeFile(join(account, "token"), "first\n");
    await writeFile(join(account, "ca.crt"), tlsFile("ca.crt"));
    vi.stubEnv("KUBERNETES_SERVICE_HOST", "127.0.0.1");
    vi.stubEnv("KUBERNETES_SERVICE_PORT", String(server.port));
    const config = new KubeConfig();
    config.loadFromCluster(folder);
    const rest = RestClient.forConfig(config);
    await expect(rest.request(get)).rejects.toMatchObject({ code: 401 });
    await writeFile(join(account, "token"), "rotated\n");
    expect(await rest.request(get)).toEqual({});
  });

  it("sends its token instead, when it has one", () => {
    const authProvider = { name: "tokenFile", config: { tokenFile: "/token" } };
    const user = { authProvider, token: "t\n" };
    expect(configOfUser({ cluster: { server: "https://a" }, user })).toMatchObject({
      bearerToken: "t",
      bearerTokenFile: undefined,
    });
  });
});
