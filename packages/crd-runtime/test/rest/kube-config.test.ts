import { inspect } from "node:util";
import { KubeConfig } from "@kubernetes/client-node";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  ConfigError,
  CredentialError,
  type KubeConfigLike,
  RestClient,
  type RestRequest,
  restConfigFor,
} from "../../src/rest/index.js";
import { bodyText, httpServer, httpsServer, sendJSON, tlsFile, tlsPath } from "./http/servers.js";
import { kubeConfig } from "./kube-configs.js";

const get: RestRequest = { method: "GET", path: "/x" };

async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  return error as Error;
}

/** A kubeconfig made by hand that gives what `apply` puts into the options. */
function stub(input: {
  readonly server: string;
  readonly apply: KubeConfigLike["applyToHTTPSOptions"];
}): KubeConfigLike {
  return {
    getCurrentCluster: () => ({ server: input.server }),
    applyToHTTPSOptions: input.apply,
  };
}

describe("a KubeConfig of client-node", () => {
  it("gives TLS, token and impersonation, and its connections are kept", async () => {
    const seen: unknown[] = [];
    await using server = await httpsServer({
      tls: { clientCertificates: true },
      handler: (request, response) => {
        seen.push([request.headers.authorization, request.headers["impersonate-user"]]);
        sendJSON({ response, value: {} });
      },
    });
    const config = kubeConfig({
      cluster: { server: `https://127.0.0.1:${server.port}`, caFile: tlsPath("ca.crt") },
      user: {
        certFile: tlsPath("client.crt"),
        keyFile: tlsPath("client.key"),
        token: "t",
        impersonateUser: "jane",
      },
    });
    for (let sent = 0; sent < 20; sent++) {
      await RestClient.forConfig(config).request(get);
    }
    expect(seen).toEqual(Array.from({ length: 20 }, () => ["Bearer t", "jane"]));
    expect(server.connections()).toBe(1);
  });

  it("gives name and password, and the name of the certificate", async () => {
    const seen: unknown[] = [];
    await using server = await httpsServer({
      handler: (request, response) => {
        seen.push(request.headers.authorization);
        sendJSON({ response, value: {} });
      },
    });
    const caData = Buffer.from(tlsFile("ca.crt")).toString("base64");
    const cluster = {
      server: `https://127.0.0.1:${server.port}`,
      caData,
      tlsServerName: "kubernetes.default.svc",
    };
    const user = { username: "me", password: "pass" };
    await RestClient.forConfig(kubeConfig({ cluster, user })).request(get);
    expect(seen).toEqual([`Basic ${Buffer.from("me:pass").toString("base64")}`]);
    const wrong = { ...cluster, tlsServerName: "other" };
    const error = await errorOf(RestClient.forConfig(kubeConfig({ cluster: wrong })).request(get));
    expect(error.message).toContain("tls-server-name");
  });

  it("is asked once for calls at the same moment", async () => {
    const seen: unknown[] = [];
    await using server = await httpServer((request, response) => {
      seen.push(request.headers.authorization);
      sendJSON({ response, value: {} });
    });
    const credential = {
      status: { token: "from-plugin", expirationTimestamp: "2000-01-01T00:00:00Z" },
    };
    const script = `console.log(${JSON.stringify(JSON.stringify(credential))})`;
    const config = kubeConfig({
      cluster: { server: `http://127.0.0.1:${server.port}`, skipTLSVerify: true },
      user: { exec: { command: process.execPath, args: ["-e", script] } },
    });
    let calls = 0;
    const counted: KubeConfigLike = {
      getCurrentCluster: () => config.getCurrentCluster(),
      applyToHTTPSOptions: async (options) => {
        calls += 1;
        await config.applyToHTTPSOptions(options);
      },
    };
    const rest = RestClient.forConfig(counted);
    await Promise.all([rest.request(get), rest.request(get), rest.request(get)]);
    expect(seen).toEqual(Array.from({ length: 3 }, () => "Bearer from-plugin"));
    expect(calls).toBe(1);
    await rest.request(get);
    expect(calls).toBe(2);
  });

  it.each([
    { args: ["-e", "console.error('no such account'); process.exit(3)"], says: "no such account" },
    { args: ["-e", "console.log('hunter2 is the token')"], says: "is not valid JSON" },
  ])("tells why a plugin of client-node failed: $says", async ({ args, says }) => {
    const exec = { command: process.execPath, args };
    const config = kubeConfig({
      cluster: { server: "https://127.0.0.1:1" },
      user: { authProvider: { name: "exec", config: { exec } } },
    });
    const error = await errorOf(RestClient.forConfig(config).request(get));
    expect(error).toBeInstanceOf(CredentialError);
    expect(error.message).toContain(says);
    expect(error.message + String(error.cause)).not.toContain("hunter2");
  });

  it("without a current context is refused at once", () => {
    const config = new KubeConfig();
    expect(() => RestClient.forConfig(config)).toThrow(ConfigError);
    expect(() => RestClient.forConfig(config)).toThrow("has no current cluster");
  });

  it("that fell back to http://localhost:8080 says what to check", async () => {
    const config = kubeConfig({ cluster: { server: "http://localhost:8080" } });
    const error = await errorOf(RestClient.forConfig(config).request(get));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toContain("check KUBECONFIG and ~/.kube/config");
  });

  it("does not send the credentials of one context for a client of another", async () => {
    await using server = await httpServer((request, response) => {
      sendJSON({ response, value: { authorization: request.headers.authorization ?? null } });
    });
    const config = kubeConfig({
      cluster: { server: `http://127.0.0.1:${server.port}`, skipTLSVerify: true },
      user: { token: "t" },
    });
    const first = RestClient.forConfig(config);
    config.setCurrentContext("second");
    const error = await errorOf(first.request(get));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toContain("current context of the KubeConfig has changed");
    expect(await RestClient.forConfig(config).request(get)).toEqual({ authorization: null });
    config.setCurrentContext("main");
    expect(await first.request(get)).toEqual({ authorization: "Bearer t" });
  });

  it("goes through the proxy of its cluster", async () => {
    const asked: unknown[] = [];
    await using proxy = await httpServer((request, response) => {
      asked.push(request.url);
      sendJSON({ response, value: {} });
    });
    const config = kubeConfig({
      cluster: {
        server: "http://api.example.com",
        skipTLSVerify: true,
        proxyUrl: `http://127.0.0.1:${proxy.port}`,
      },
    });
    await RestClient.forConfig(config).request(get);
    expect(asked).toEqual(["http://api.example.com/x"]);
  });

  it("can be extended with what a kubeconfig does not have", async () => {
    await using server = await httpServer((request, response) =>
      sendJSON({ response, value: { agent: request.headers["user-agent"] } }),
    );
    const config = kubeConfig({
      cluster: { server: `http://127.0.0.1:${server.port}`, skipTLSVerify: true },
    });
    const rest = RestClient.forConfig({ ...restConfigFor(config), userAgent: "mine/1" });
    expect(await rest.request(get)).toEqual({ agent: "mine/1" });
    await RestClient.forConfig(config).request(get);
    expect(server.connections()).toBe(1);
  });
});

describe("credentials that change", () => {
  it("are taken for the next request, on the same connection", async () => {
    const seen: unknown[] = [];
    await using server = await httpServer((request, response) => {
      seen.push(request.headers.authorization);
      sendJSON({ response, value: {} });
    });
    const tokens = ["one\n", "two"];
    const config = stub({
      server: `http://127.0.0.1:${server.port}`,
      apply: async (options) => {
        options.headers = { Authorization: `Bearer ${tokens.shift()}` };
      },
    });
    const rest = RestClient.forConfig(config);
    await rest.request(get);
    await rest.request(get);
    expect(seen).toEqual(["Bearer one", "Bearer two"]);
    expect(server.connections()).toBe(1);
  });

  it("need a new connection when they are certificates", async () => {
    const seen: string[] = [];
    await using server = await httpsServer({
      tls: { clientCertificates: true },
      handler: async (request, response) => {
        await bodyText(request);
        const { socket } = request;
        seen.push("getPeerCertificate" in socket ? subjectOf(socket) : "-");
        sendJSON({ response, value: {} });
      },
    });
    const names = ["client", "client", "other-client", "broken", "client"];
    const config = stub({
      server: `https://127.0.0.1:${server.port}`,
      apply: async (options) => {
        const name = names.shift() ?? "client";
        options.ca = Buffer.from(tlsFile("ca.crt"));
        options.cert = Buffer.from(tlsFile(name === "broken" ? "client.crt" : `${name}.crt`));
        options.key = Buffer.from(tlsFile(name === "broken" ? "other-client.key" : `${name}.key`));
      },
    });
    const rest = RestClient.forConfig(config);
    for (let sent = 0; sent < 5; sent++) {
      await rest.request(get);
    }
    // A certificate that does not fit its key yet is passed over.
    expect(seen).toEqual(["admin", "admin", "other", "other", "admin"]);
    expect(server.connections()).toBe(3);
  });

  it.each([
    { says: "is not valid JSON", command: process.execPath, code: "console.log('hunter2')" },
    {
      says: "no ExecCredential with a status",
      command: process.execPath,
      code: 'console.log(\'{"note":"hunter2"}\')',
    },
    { says: "is the exec plugin installed", command: "/no-such-plugin", code: "hunter2" },
  ])("stay out of errors when a plugin fails: $says", async ({ says, command, code }) => {
    const exec = {
      apiVersion: "client.authentication.k8s.io/v1",
      command,
      args: ["-e", code],
      env: [{ name: "SECRET", value: "hunter2" }],
      interactiveMode: "Never",
    };
    const cluster = { server: "http://127.0.0.1:1", skipTLSVerify: true };
    const user = { authProvider: { name: "exec", config: { exec } } };
    const error = await errorOf(RestClient.forConfig(kubeConfig({ cluster, user })).request(get));
    expect(error).toBeInstanceOf(CredentialError);
    expect(error.message).toContain(says);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("hunter2");
  });

  it("stay out of errors", async () => {
    await using server = await httpServer((_request, response) => {
      response.writeHead(401).end("Unauthorized");
    });
    const config = stub({
      server: `http://127.0.0.1:${server.port}`,
      apply: async (options) => {
        options.headers = { Authorization: "Bearer hunter2" };
      },
    });
    const error = await errorOf(RestClient.forConfig(config).request(get));
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).isUnauthorized()).toBe(true);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("hunter2");
  });
});

function subjectOf(socket: object): string {
  const { getPeerCertificate } = socket as { getPeerCertificate(): { subject: { CN: string } } };
  return getPeerCertificate.call(socket).subject.CN;
}
