import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  ConfigError,
  inClusterConfig,
  inClusterNamespace,
  RestClient,
} from "../../src/rest/index.js";
import { httpsServer, sendJSON, tlsFile } from "./http/servers.js";

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "crd-runtime-"));
  await writeFile(join(directory, "token"), "pod-token\n");
  await writeFile(join(directory, "ca.crt"), tlsFile("ca.crt"));
  await writeFile(join(directory, "namespace"), "orders\n");
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe("a pod", () => {
  it("reaches its API server as its service account", async () => {
    await using server = await httpsServer({
      handler: (request, response) =>
        sendJSON({ response, value: { authorization: request.headers.authorization } }),
    });
    const env = {
      KUBERNETES_SERVICE_HOST: "127.0.0.1",
      KUBERNETES_SERVICE_PORT: String(server.port),
    };
    const rest = RestClient.forConfig(inClusterConfig({ directory, env }));
    expect(await rest.request({ method: "GET", path: "/x" })).toEqual({
      authorization: "Bearer pod-token",
    });
  });

  it("reads its token again when the server refuses it", async () => {
    await using server = await httpsServer({
      handler: ({ headers }, response) =>
        sendJSON({
          response,
          value: {},
          status: headers.authorization === "Bearer rotated" ? 200 : 401,
        }),
    });
    const env = {
      KUBERNETES_SERVICE_HOST: "127.0.0.1",
      KUBERNETES_SERVICE_PORT: String(server.port),
    };
    const rest = RestClient.forConfig(inClusterConfig({ directory, env }));
    const request = { method: "GET", path: "/x" } as const;
    await expect(rest.request(request)).rejects.toMatchObject({ code: 401 });
    await writeFile(join(directory, "token"), "rotated\n");
    expect(await rest.request(request)).toEqual({});
  });

  it("may have an IPv6 address", () => {
    const env = { KUBERNETES_SERVICE_HOST: "fd00::1", KUBERNETES_SERVICE_PORT: "443" };
    expect(inClusterConfig({ directory, env }).host).toBe("https://[fd00::1]:443");
  });

  it("knows its namespace", async () => {
    expect(inClusterNamespace({ directory })).toBe("orders");
    await rm(join(directory, "namespace"));
    expect(inClusterNamespace({ directory })).toBeUndefined();
  });
});

describe("what is no pod", () => {
  const env = { KUBERNETES_SERVICE_HOST: "10.0.0.1", KUBERNETES_SERVICE_PORT: "443" };

  it.each([
    { what: "the address", settings: { env: {} } },
    { what: "the port", settings: { env: { KUBERNETES_SERVICE_HOST: "10.0.0.1" } } },
    { what: "the token", settings: { env, directory: join(tmpdir(), "crd-runtime-none") } },
  ])("is told so: $what is missing", ({ settings }) => {
    const make = (): unknown => inClusterConfig({ directory, ...settings });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow("use a kubeconfig");
  });
});
