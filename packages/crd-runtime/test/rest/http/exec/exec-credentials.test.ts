import { describe, expect, it } from "vitest";
import { credentialsFor } from "../../../../src/rest/http/credentials-for.js";
import { RestClient, type RestConfig, type RestRequest } from "../../../../src/rest/index.js";
import { FakeClock } from "../../../fake-clock.js";
import { httpServer, httpsServer, sendJSON, tlsFile } from "../servers.js";
import { countingPlugin } from "./plugins.js";

const host = "https://test";
const get: RestRequest = { method: "GET", path: "/x" };

function client(config: RestConfig): RestClient {
  return RestClient.forConfig({ proxy: "", ...config });
}

/** A server that knows the tokens of a set, and keeps what it was asked with. */
async function guarded(accepted: Set<string>) {
  const asked: (string | undefined)[] = [];
  const server = await httpServer((request, response) => {
    const { authorization } = request.headers;
    asked.push(authorization);
    const status = accepted.has(authorization ?? "") ? 200 : 401;
    sendJSON({ response, value: {}, status });
  });
  return { server, asked };
}

function codeOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => 200,
    (error: unknown) => (error as { code?: number }).code ?? error,
  );
}

describe("the token of an exec plugin", () => {
  it("is had by one run for calls at the same moment, and kept", async () => {
    await using plugin = await countingPlugin({ token: "t" });
    const { server, asked } = await guarded(new Set(["Bearer t"]));
    await using _server = server;
    const rest = client({ host: `http://127.0.0.1:${server.port}`, execProvider: plugin.exec });
    await Promise.all([rest.request(get), rest.request(get), rest.request(get)]);
    await rest.request(get);
    expect(asked).toEqual(Array.from({ length: 4 }, () => "Bearer t"));
    expect(plugin.runs()).toBe(1);
  });

  it("is fetched anew shortly before it expires", async () => {
    const clock = new FakeClock();
    const expirationTimestamp = new Date(clock.now() + 60_000).toISOString();
    await using plugin = await countingPlugin({ token: "one", expirationTimestamp });
    const credentials = credentialsFor({ host, execProvider: plugin.exec, clock });
    const token = async () => (await credentials.get()).headers["authorization"];
    expect(await token()).toBe("Bearer one");
    plugin.gives({ token: "two", expirationTimestamp: null });
    await clock.advance(54_999);
    expect(await token()).toBe("Bearer one");
    await clock.advance(1);
    expect(await token()).toBe("Bearer two");
    await clock.advance(365 * 24 * 3_600_000);
    expect(await token()).toBe("Bearer two");
    expect(plugin.runs()).toBe(2);
  });

  it("that has expired already is used by those who waited for it alone", async () => {
    const status = { token: "old", expirationTimestamp: "2000-01-01T00:00:00Z" };
    await using plugin = await countingPlugin(status);
    const credentials = credentialsFor({ host, execProvider: plugin.exec });
    const both = await Promise.all([credentials.get(), credentials.get()]);
    expect(both.map(({ headers }) => headers)).toEqual([
      { authorization: "Bearer old" },
      { authorization: "Bearer old" },
    ]);
    expect(plugin.runs()).toBe(1);
    await credentials.get();
    expect(plugin.runs()).toBe(2);
  });

  it("is fetched anew once when the server refuses it, for the next calls", async () => {
    await using plugin = await countingPlugin({ token: "one" });
    const accepted = new Set(["Bearer one"]);
    const { server, asked } = await guarded(accepted);
    await using _server = server;
    const rest = client({ host: `http://127.0.0.1:${server.port}`, execProvider: plugin.exec });
    await rest.request(get);
    accepted.clear();
    accepted.add("Bearer two");
    plugin.gives({ token: "two" });
    const three = () => [rest.request(get), rest.request(get), rest.request(get)].map(codeOf);
    expect(await Promise.all(three())).toEqual([401, 401, 401]);
    expect(plugin.runs()).toBe(1);
    expect(await Promise.all(three())).toEqual([200, 200, 200]);
    expect(plugin.runs()).toBe(2);
    expect(asked).toEqual([
      ...Array.from({ length: 4 }, () => "Bearer one"),
      ...Array.from({ length: 3 }, () => "Bearer two"),
    ]);
  });

  it("stays when an earlier one is refused late", async () => {
    await using plugin = await countingPlugin({ token: "one" });
    const credentials = credentialsFor({ host, execProvider: plugin.exec });
    const [first, again] = [await credentials.get(), await credentials.get()];
    credentials.refused(again);
    await credentials.get();
    credentials.refused(first);
    await credentials.get();
    expect(plugin.runs()).toBe(2);
  });

  it("stays when it was the server that was not trusted", async () => {
    await using plugin = await countingPlugin({ token: "one" });
    const credentials = credentialsFor({ host, execProvider: plugin.exec });
    await credentials.get();
    credentials.untrusted();
    await credentials.get();
    expect(plugin.runs()).toBe(1);
  });

  it.each<Partial<RestConfig>>([
    { bearerToken: "other" },
    { username: "me", password: "p" },
    {
      tlsClientConfig: { certData: tlsFile("client.crt"), keyData: tlsFile("client.key") },
    },
  ])("is not asked for beside %o", async (config) => {
    await using plugin = await countingPlugin({ token: "t" });
    const credentials = credentialsFor({ host, execProvider: plugin.exec, ...config });
    expect((await credentials.get()).headers["authorization"]).not.toBe("Bearer t");
    expect(plugin.runs()).toBe(0);
  });

  it("goes with what else the configuration says", async () => {
    await using plugin = await countingPlugin({ token: "t" });
    const credentials = credentialsFor({
      host,
      execProvider: plugin.exec,
      impersonate: { userName: "jane" },
      tlsClientConfig: { caData: "A" },
    });
    expect(await credentials.get()).toMatchObject({
      headers: { authorization: "Bearer t", "impersonate-user": "jane" },
      tls: { ca: "A" },
    });
  });
});

describe("the client certificate of an exec plugin", () => {
  const certificate = (name: string) => ({
    clientCertificateData: tlsFile(`${name}.crt`),
    clientKeyData: tlsFile(`${name}.key`),
  });

  it("closes idle connections when it rotates, and only then", async () => {
    const ended: Promise<unknown>[] = [];
    const seen: string[] = [];
    let revoked = "";
    await using server = await httpsServer({
      tls: { clientCertificates: true },
      handler: ({ socket }, response) => {
        const { subject } = (
          socket as unknown as { getPeerCertificate(): { subject: { CN: string } } }
        ).getPeerCertificate();
        seen.push(subject.CN);
        if (ended.length === 0) ended.push(new Promise((resolve) => socket.once("close", resolve)));
        sendJSON({ response, value: {}, status: subject.CN === revoked ? 401 : 200 });
      },
    });
    await using plugin = await countingPlugin(certificate("client"));
    const rest = client({
      host: `https://127.0.0.1:${server.port}`,
      tlsClientConfig: { caData: tlsFile("ca.crt") },
      execProvider: plugin.exec,
    });
    await rest.request(get);
    revoked = "admin";
    // The same certificate again: the connection stays.
    expect(await codeOf(rest.request(get))).toBe(401);
    expect(await codeOf(rest.request(get))).toBe(401);
    expect([plugin.runs(), server.connections()]).toEqual([2, 1]);
    plugin.gives(certificate("other-client"));
    expect(await codeOf(rest.request(get))).toBe(200);
    await Promise.all(ended);
    expect(seen).toEqual(["admin", "admin", "admin", "other"]);
    expect([plugin.runs(), server.connections()]).toEqual([3, 2]);
  });
});
