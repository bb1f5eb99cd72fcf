import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TLSSocket } from "node:tls";
import { KubeConfig } from "@kubernetes/client-node";
import { describe, expect, it } from "vitest";
import { isUnauthorized, RestClient, restConfigFromFile } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";
import { httpsServer, sendJSON, tlsFile } from "./http/servers.js";

const get = { method: "GET", path: "/x" } as const;

interface Written {
  readonly user: object;
  readonly server?: string;
  readonly currentContext?: string;
  readonly userName?: string;
}

/** A server that answers with who calls, and a client whose kubeconfig file a test may replace. */
async function bench() {
  const folder = await mkdtemp(join(tmpdir(), "crd-runtime-"));
  const path = join(folder, "kubeconfig");
  let accepted: string | undefined;
  const server = await httpsServer({
    tls: { clientCertificates: "optional" },
    handler: ({ socket, headers }, response) => {
      const subject = socket instanceof TLSSocket ? socket.getPeerCertificate().subject : undefined;
      const caller = headers.authorization ?? String(subject?.CN);
      const status = accepted === undefined || caller === accepted ? 200 : 401;
      sendJSON({ response, status, value: { caller } });
    },
  });
  const write = async (written: Written): Promise<void> => {
    const { user, userName = "u", currentContext = "main" } = written;
    const address = written.server ?? `https://127.0.0.1:${server.port}`;
    const ca = Buffer.from(tlsFile("ca.crt")).toString("base64");
    const text = JSON.stringify({
      clusters: [
        { name: "c", cluster: { server: address, "certificate-authority-data": ca } },
        { name: "d", cluster: { server: "https://127.0.0.1:1" } },
      ],
      users: [{ name: userName, user }],
      contexts: [
        { name: "main", context: { cluster: "c", user: userName } },
        { name: "second", context: { cluster: "d", user: userName } },
      ],
      "current-context": currentContext,
    });
    await writeFile(path, text);
  };
  const clock = new FakeClock({ start: Date.now() });
  return {
    path,
    clock,
    write,
    /** The only caller that is not answered with 401. */
    accept: (caller: string) => {
      accepted = caller;
    },
    connections: server.connections,
    client: () => RestClient.forConfig(restConfigFromFile({ path, load: kubeConfigOf, clock })),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

function kubeConfigOf(path: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(path);
  return config;
}

function certificate(name: string): object {
  const data = (file: string): string => Buffer.from(tlsFile(file)).toString("base64");
  return {
    "client-certificate-data": data(`${name}.crt`),
    "client-key-data": data(`${name}.key`),
  };
}

describe("restConfigFromFile", () => {
  it("takes a new client certificate within a minute, with new connections", async () => {
    await using files = await bench();
    await files.write({ user: certificate("client") });
    const rest = files.client();
    expect(await rest.request(get)).toEqual({ caller: "admin" });
    await files.write({ user: certificate("other-client") });
    await files.clock.advance(59_999);
    expect(await rest.request(get)).toEqual({ caller: "admin" });
    expect(files.connections()).toBe(1);
    await files.clock.advance(1);
    expect(await rest.request(get)).toEqual({ caller: "other" });
    expect(await rest.request(get)).toEqual({ caller: "other" });
    expect(files.connections()).toBe(2);
  });

  it("takes a new token after a 401, on the connection that it has", async () => {
    await using files = await bench();
    await files.write({ user: { token: "first" } });
    const rest = files.client();
    expect(await rest.request(get)).toEqual({ caller: "Bearer first" });
    await files.write({ user: { token: "second" } });
    files.accept("Bearer second");
    expect(await rest.request(get).catch(isUnauthorized)).toBe(true);
    expect(await rest.request(get)).toEqual({ caller: "Bearer second" });
    expect(files.connections()).toBe(1);
  });

  it.each<{ what: string; change: Written | string }>([
    { what: "is half written", change: "{ apiVersion: v1, users: [" },
    { what: "is empty", change: "" },
    { what: "names another server", change: { user: { token: "b" }, server: "https://evil" } },
    { what: "names another user", change: { user: { token: "b" }, userName: "v" } },
  ])("keeps what it has when the file $what", async ({ change }) => {
    await using files = await bench();
    await files.write({ user: { token: "a" } });
    const rest = files.client();
    await rest.request(get);
    await (typeof change === "string" ? writeFile(files.path, change) : files.write(change));
    await files.clock.advance(60_000);
    expect(await rest.request(get)).toEqual({ caller: "Bearer a" });
    await rm(files.path);
    await files.clock.advance(60_000);
    expect(await rest.request(get)).toEqual({ caller: "Bearer a" });
    await files.write({ user: { token: "c" } });
    await files.clock.advance(60_000);
    expect(await rest.request(get)).toEqual({ caller: "Bearer c" });
  });

  it("stays with the context that was current at first", async () => {
    await using files = await bench();
    await files.write({ user: { token: "a" } });
    const rest = files.client();
    await files.write({ user: { token: "b" }, currentContext: "second" });
    expect(await rest.request(get)).toEqual({ caller: "Bearer b" });
  });
});
