import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parse, stringify } from "yaml";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { existingCluster } from "../../src/envtest/existing-cluster.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

interface Parts {
  readonly cluster?: object;
  readonly user?: object;
  readonly name?: string;
  readonly current?: string | undefined;
}

function kubeconfig({ cluster, user, name = "one", current = name }: Parts): string {
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": current,
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [{ name, cluster: { server: `https://${name}.example.com:6443`, ...cluster } }],
    users: [{ name, user: user ?? { token: "secret" } }],
  });
}

function home(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { HOME: folder, XDG_CACHE_HOME: join(folder, "cache") };
}

it("reads KUBECONFIG, with paths from the folder of the file", () => {
  const env = home({
    "config/kubeconfig": kubeconfig({
      cluster: {
        "certificate-authority": "ca.crt",
        "tls-server-name": "api",
        "proxy-url": "http://proxy:3128",
      },
      user: { "client-certificate-data": base64("cert"), "client-key": "../keys/user.key" },
    }),
    "config/ca.crt": "CA",
    "keys/user.key": "KEY",
  });
  const path = join(env.HOME, "config/kubeconfig");
  const cluster = existingCluster({ config: undefined, env: { ...env, KUBECONFIG: path } });
  onTestFinished(() => cluster.stop());
  expect(cluster.url).toBe("https://one.example.com:6443");
  expect(cluster.config).toEqual({
    host: "https://one.example.com:6443",
    proxy: "http://proxy:3128",
    tlsClientConfig: {
      serverName: "api",
      caFile: join(env.HOME, "config/ca.crt"),
      certData: Buffer.from("cert"),
      keyFile: join(env.HOME, "keys/user.key"),
    },
  });
  // Whoever gets the text needs no other file.
  const text = parse(cluster.kubeconfig());
  expect(text.clusters[0].cluster["certificate-authority-data"]).toBe(base64("CA"));
  expect(text.users[0].user).toEqual({
    "client-certificate-data": base64("cert"),
    "client-key-data": base64("KEY"),
  });
});

it("merges files as kubectl does: the first counts, and missing ones do not", () => {
  const env = home({
    a: kubeconfig({ name: "one", current: "two" }),
    b: kubeconfig({ name: "two", current: "one" }),
  });
  const paths = ["missing", "a", "b"].map((name) => join(env.HOME, name)).join(":");
  const cluster = existingCluster({ config: undefined, env: { ...env, KUBECONFIG: paths } });
  expect(cluster.url).toBe("https://two.example.com:6443");
});

it("reads ~/.kube/config without KUBECONFIG", () => {
  const env = home({ ".kube/config": kubeconfig({ user: { username: "jane", password: "pw" } }) });
  const { config } = existingCluster({ config: undefined, env });
  expect(config).toMatchObject({ username: "jane", password: "pw" });
});

it.each([
  ["current-context: x\n", "has no context 'x'"],
  ["contexts: []\n", "has no current context"],
  ["clusters: [{ name: x, cluster: {} }]\n", "is not a kubeconfig: clusters.0.cluster.server"],
  ["{", "is not a kubeconfig: "],
  [kubeconfig({}).replace("user: one", "user: two"), "has no user 'two'"],
  [kubeconfig({}).replace("cluster: one", "cluster: two"), "has no cluster 'two'"],
  [
    kubeconfig({ user: { "auth-provider": { name: "gcp" } } }),
    "gets credentials from a program (auth-provider)",
  ],
  [kubeconfig({ user: { exec: { command: "aws" } } }), "users.0.user.exec.apiVersion"],
])("refuses %j", (text, problem) => {
  const env = home({ ".kube/config": text });
  expect(() => existingCluster({ config: undefined, env })).toThrow(problem);
});

it("has the exec plugin of its user run, by its path from the folder of the file", () => {
  const exec = {
    apiVersion: "client.authentication.k8s.io/v1",
    command: "./bin/login",
    args: ["--cluster", "one"],
    env: null,
    interactiveMode: "Never",
    provideClusterInfo: true,
  };
  const name = "client.authentication.k8s.io/exec";
  const cluster = { extensions: [{ name, extension: { audience: "one" } }] };
  const env = home({ ".kube/config": kubeconfig({ cluster, user: { exec } }) });
  const existing = existingCluster({ config: undefined, env });
  onTestFinished(() => existing.stop());
  const command = join(env.HOME, ".kube/bin/login");
  const execProvider = { ...exec, command, env: undefined, config: { audience: "one" } };
  expect(existing.config.execProvider).toEqual(execProvider);
  expect(existing.addUser({ name: "jane", groups: undefined }).config).toMatchObject({
    execProvider,
    impersonate: { userName: "jane" },
  });
  // kubectl runs the same one.
  const [{ user }] = parse(existing.kubeconfig()).users;
  expect(user.exec).toEqual({ ...exec, command });
});

it("says what to do when no cluster is named", () => {
  expect(() => existingCluster({ config: undefined, env: home({}) })).toThrow(
    "an existing cluster is asked for and none is named: set KUBECONFIG, or pass its configuration as 'config'",
  );
});

it("impersonates users, and writes kubeconfigs that are gone after the stop", async () => {
  const env = home({ ".kube/config": kubeconfig({}) });
  const cluster = existingCluster({ config: undefined, env });
  const user = cluster.addUser({ name: "jane", groups: ["dev"] });
  expect(user.config.impersonate).toEqual({ userName: "jane", groups: ["dev"] });
  const path = user.writeKubeconfig();
  expect(parse(readFileSync(path, "utf8")).users[0].user).toEqual({
    token: "secret",
    as: "jane",
    "as-groups": ["dev"],
  });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const { name, groups } = cluster.addUser({ name: "joe", groups: [] });
  expect({ name, groups }).toEqual({ name: "joe", groups: [] });
  await cluster.stop();
  expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined();
});

it("takes a configuration, of which it makes no kubeconfig", () => {
  const config = { host: "https://example.com", bearerToken: "secret" };
  const cluster = existingCluster({ config, env: home({}) });
  expect(cluster.config).toBe(config);
  expect(cluster.addUser({ name: "jane", groups: [] }).config.impersonate?.userName).toBe("jane");
  expect(() => cluster.kubeconfig()).toThrow("of which no kubeconfig can be made");
});

it("takes a KubeConfig of client-node", () => {
  const config = {
    getCurrentCluster: () => ({ server: "https://example.com:6443" }),
    applyToHTTPSOptions: async () => undefined,
  };
  const cluster = existingCluster({ config, env: home({}) });
  expect(cluster.url).toBe("https://example.com:6443");
  expect(() => cluster.addUser({ name: "jane", groups: [] })).toThrow("let KUBECONFIG name it");
});
