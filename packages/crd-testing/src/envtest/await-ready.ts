import { setTimeout as delay } from "node:timers/promises";
import { fixedPort } from "./api-server-args.js";
import { ControlPlaneFailed } from "./errors.js";
import { type Endpoint, waitUntilReady } from "./readiness.js";
import type { ServerProcess } from "./server-process.js";
import type { ResolvedSettings } from "./settings.js";

/** Another process took the port between the look and the start. */
export class PortTaken extends ControlPlaneFailed {}

/**
 * Waits until the API server is ready.
 *
 * @throws PortTaken when another process has the port, and the user has not asked for it
 * @throws ControlPlaneFailed when a server ends or is not ready in time
 * @throws the signal's reason
 */
export async function awaitReady(input: {
  readonly servers: readonly ServerProcess[];
  readonly endpoint: Endpoint;
  readonly settings: Pick<ResolvedSettings, "startTimeoutMs" | "apiServerArgs">;
  readonly signal: AbortSignal | undefined;
}): Promise<void> {
  const { servers, endpoint, settings, signal } = input;
  const { startTimeoutMs, apiServerArgs } = settings;
  const stop = new AbortController();
  const port = fixedPort(apiServerArgs);
  const failures = servers.map((server) => failed({ server, port }));
  const late = delay(startTimeoutMs, undefined, { signal: stop.signal }).then((): never => {
    const logs = servers.map((server) => `${server.name}:\n${server.lastLines()}`);
    throw new ControlPlaneFailed(
      `the API server is not ready after ${startTimeoutMs / 1000} s\n${logs.join("\n")}`,
    );
  });
  // Those that lose the race settle later, when the servers are stopped.
  for (const each of [...failures, late]) each.catch(() => undefined);
  const end = AbortSignal.any([stop.signal, ...(signal === undefined ? [] : [signal])]);
  try {
    await Promise.race([waitUntilReady({ endpoint, signal: end }), late, ...failures]);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    stop.abort();
  }
}

/** Rejects when a server ends. */
async function failed(input: {
  readonly server: ServerProcess;
  /** That the user asks for, if any. */
  readonly port: number | undefined;
}): Promise<never> {
  const { server, port } = input;
  const how = await server.ended;
  const lines = server.lastLines();
  const message = `${server.name} ended with ${how}:\n${lines}`;
  if (!/address already in use/.test(lines)) throw new ControlPlaneFailed(message);
  if (port === undefined) throw new PortTaken(message);
  throw new ControlPlaneFailed(
    `another process has port ${port}, which apiServerArgs asks for; ${message}`,
  );
}
