import { once } from "node:events";
import type { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../../../src/clock/index.js";
import { credentialsFor } from "../../../../src/rest/http/credentials-for.js";
import { pluginMs } from "../../../../src/rest/http/exec/run-plugin.js";
import { CredentialError } from "../../../../src/rest/index.js";
import { deferred } from "../../../deferred.js";
import { FakeClock } from "../../../fake-clock.js";
import { tcpServer } from "../servers.js";
import { credential, script } from "./plugins.js";

const token = credential({ token: "t" });

/** A plugin that prints a token when it hears from its server, which sees it come and go. */
async function heldPlugin(clock?: Clock) {
  const waiting: ((socket: Socket) => void)[] = [];
  const server = await tcpServer((socket) => waiting.shift()?.(socket));
  const execProvider = script(`
    const socket = require("node:net").connect(${server.port}, "127.0.0.1");
    socket.once("data", () => { console.log(${JSON.stringify(token)}); socket.destroy(); });
  `);
  return {
    credentials: credentialsFor({ host: "https://test", execProvider, clock }),
    /** The next run of the plugin. */
    started: (): Promise<Socket> => {
      const { promise, resolve } = deferred<Socket>();
      waiting.push(resolve);
      return promise;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function control(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(new Error("enough")) };
}

describe("a plugin that takes long", () => {
  it("is killed when the last call that waits for it is aborted", async () => {
    await using plugin = await heldPlugin();
    const [first, second] = [control(), control()];
    const started = plugin.started();
    const calls = [plugin.credentials.get(first.signal), plugin.credentials.get(second.signal)];
    const outcomes = Promise.allSettled(calls);
    const socket = await started;
    const closed = once(socket, "close");
    first.abort();
    await expect(calls[0]).rejects.toThrow("enough");
    expect(socket.destroyed).toBe(false);
    second.abort();
    await closed;
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("goes on for the others when one call is aborted, and runs again after it was killed", async () => {
    await using plugin = await heldPlugin();
    const first = control();
    const killed = plugin.started();
    const abandoned = plugin.credentials.get(first.signal);
    await killed;
    first.abort();
    await expect(abandoned).rejects.toThrow("enough");

    const [second, started] = [control(), plugin.started()];
    const calls = [plugin.credentials.get(second.signal), plugin.credentials.get()];
    const socket = await started;
    second.abort();
    await expect(calls[0]).rejects.toThrow("enough");
    socket.write("go on");
    expect((await calls[1])?.headers).toEqual({ authorization: "Bearer t" });
  });

  it("is not started for a call that is aborted already", async () => {
    const { signal, abort } = control();
    abort();
    const execProvider = script("", { command: "/no-such-plugin" });
    const credentials = credentialsFor({ host: "https://test", execProvider });
    await expect(credentials.get(signal)).rejects.toThrow("enough");
  });

  it("is killed after some minutes", async () => {
    const clock = new FakeClock();
    await using plugin = await heldPlugin(clock);
    const started = plugin.started();
    const call = plugin.credentials.get();
    const refused = expect(call).rejects.toThrow("did not finish within 300 s");
    const closed = once(await started, "close");
    await clock.advance(pluginMs);
    await Promise.all([refused, closed]);
    expect(clock.timers).toEqual([]);
  });

  it("leaves nothing behind when it ends", async () => {
    const clock = new FakeClock();
    const { signal } = control();
    const execProvider = script(`console.log(${JSON.stringify(token)})`);
    const credentials = credentialsFor({ host: "https://test", execProvider, clock });
    await credentials.get(signal);
    expect(clock.timers).toEqual([]);
  });
});

describe("a plugin that prints without end", () => {
  it("is killed", async () => {
    const execProvider = script(
      `const more = () => process.stdout.write("x".repeat(1 << 16), more); more();`,
    );
    const credentials = credentialsFor({ host: "https://test", execProvider });
    const call = credentials.get();
    await expect(call).rejects.toBeInstanceOf(CredentialError);
    await expect(call).rejects.toThrow("printed more than 1048576 bytes");
  });
});
