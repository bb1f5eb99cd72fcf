import { execFile } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { isApiError, isConnectionError, RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { afterEach, describe, expect, it } from "vitest";
import { FakeClock } from "../../src/clock/fake-clock.js";
import { EmbeddedApiServer } from "../../src/index.js";

const configMaps = "/api/v1/namespaces/default/configmaps";
const doors = ["direct", "HTTPS"] as const;

const running: EmbeddedApiServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((api) => api.stop()));
});

async function start(door: (typeof doors)[number], crds: readonly CustomResourceDefinition[] = []) {
  const clock = new FakeClock();
  const api = await EmbeddedApiServer.start({ crds, clock });
  running.push(api);
  const config = door === "direct" ? api.config : (await api.listen()).config;
  return { api, clock, rest: RestClient.forConfig({ ...config, clock }) };
}

/** What a call throws; undefined when it does not. */
function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Lets sockets do what they have to. */
async function turns(clock: FakeClock): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    await clock.settle();
  }
}

async function untilNoSockets(clock: FakeClock): Promise<void> {
  const sockets = () => process.getActiveResourcesInfo().filter((name) => /^(TCP|TLS)/.test(name));
  for (let turn = 0; turn < 20 && sockets().length > 0; turn++) await turns(clock);
  expect(sockets()).toEqual([]);
}

describe.each(doors)("stop, through the %s door", (door) => {
  it("ends watches, breaks what waits, and leaves no timer and no socket", async () => {
    const { api, clock, rest } = await start(door);
    const events: string[] = [];
    const watching = (async () => {
      for await (const { type } of rest.watch({
        method: "GET",
        path: configMaps,
        query: { watch: "true" },
      })) {
        events.push(type);
      }
    })();
    await turns(clock);
    const future = { resourceVersion: "9000000000" };
    const silent = api.faults.on({ verb: "delete" }, { type: "silence" });
    const pending = [
      failureOf(rest.request({ method: "DELETE", path: `${configMaps}/a` })),
      failureOf(rest.request({ method: "DELETE", path: `${configMaps}/b`, query: future })),
    ];
    const list = failureOf(rest.request({ method: "GET", path: configMaps, query: future }));
    for (let turn = 0; turn < 50 && silent.hits < 2; turn++) await turns(clock);
    expect(silent.hits).toBe(2);
    await api.stop();
    await api.stop();
    expect((await Promise.all(pending)).map(isConnectionError)).toEqual([true, true]);
    // A GET whose connection broke is sent again, and finds nobody.
    await turns(clock);
    await clock.advance(2_000);
    await turns(clock);
    expect(isConnectionError(await list)).toBe(true);
    await watching;
    expect(events).toEqual([]);
    const later = await failureOf(rest.request({ method: "GET", path: "/version" }));
    expect(isConnectionError(later) && later.code).toBe("ECONNREFUSED");
    rest.close();
    await turns(clock);
    expect(clock.timers).toEqual([]);
    await untilNoSockets(clock);
  });

  it("a list that waits for the future gets its 504 before", async () => {
    const { clock, rest } = await start(door);
    const query = { resourceVersion: "9000000000" };
    const list = failureOf(rest.request({ method: "GET", path: configMaps, query }));
    let failure: unknown;
    void list.then((error) => {
      failure = error;
    });
    for (let second = 0; second < 60 && failure === undefined; second++) {
      await turns(clock);
      await clock.advance(1_000);
    }
    expect(isApiError(failure) && failure.isTooLargeResourceVersion()).toBe(true);
    rest.close();
  });

  it("waits for no webhook", async () => {
    const hook = await silentServer();
    const { api, clock, rest } = await start(door, [definitionWith(hook.port)]);
    const path = (version: string) => `/apis/example.com/${version}/namespaces/default/foos`;
    await rest.request({
      method: "POST",
      path: path("v1"),
      body: JSON.stringify({ apiVersion: "example.com/v1", kind: "Foo", metadata: { name: "a" } }),
    });
    const read = failureOf(rest.request({ method: "DELETE", path: `${path("v2")}/a` }));
    await hook.called;
    await api.stop();
    const failure = await read;
    // Whether the answer still gets through a socket is not ours to say.
    if (door === "direct") expect(failure).toMatchObject({ code: 500 });
    expect(String(failure)).toMatch(door === "direct" ? /context canceled/ : /Error/);
    rest.close();
    await hook.close();
    await untilNoSockets(clock);
  });
});

/** Takes connections, and says nothing. */
async function silentServer() {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.resume();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // listen was given a port, so there is an address.
    port: (server.address() as AddressInfo).port,
    called: once(server, "connection"),
    close: async () => {
      // The other side has ended: nothing is left to be closed by force.
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function definitionWith(port: number): CustomResourceDefinition {
  const schema = {
    openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
  };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "foos.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { plural: "foos", kind: "Foo" },
      versions: [
        { name: "v1", served: true, storage: true, schema },
        { name: "v2", served: true, storage: false, schema },
      ],
      conversion: {
        strategy: "Webhook",
        webhook: {
          conversionReviewVersions: ["v1"],
          clientConfig: { url: `https://127.0.0.1:${port}/convert` },
        },
      },
    },
  };
}

/** What a program printed; rejects when it did not end with 0, or not at all. */
async function run(program: string): Promise<string> {
  const path = fileURLToPath(new URL(`programs/${program}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", path]);
  return stdout;
}

it("a server that only this process used lets it end", async () => {
  expect(await run("not-stopped.ts")).toBe("add kube-root\nstopped the informer\n");
}, 30_000);

it("a server that was stopped lets the process end, whatever was open", async () => {
  expect(await run("stopped.ts")).toBe("ADDED\nstopped\nthe watch has ended\n");
}, 30_000);
