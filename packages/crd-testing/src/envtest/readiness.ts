import { Agent, get } from "node:https";
import { setTimeout as delay } from "node:timers/promises";
import type { KeyPair } from "./certificates.js";

const retryMs = 50;

/** How to ask the server. */
export interface Endpoint {
  readonly url: string;
  readonly certificateAuthority: string;
  readonly user: KeyPair;
}

/**
 * Waits until the server says that it is ready and has made the namespace `default`.
 *
 * @throws the signal's reason
 */
export async function waitUntilReady(input: {
  readonly endpoint: Endpoint;
  readonly signal: AbortSignal;
}): Promise<void> {
  const { endpoint, signal } = input;
  const agent = new Agent({
    keepAlive: true,
    ca: endpoint.certificateAuthority,
    cert: endpoint.user.certificate,
    key: endpoint.user.privateKey,
  });
  try {
    for (const path of ["/readyz", "/api/v1/namespaces/default"]) {
      while ((await status({ url: `${endpoint.url}${path}`, agent, signal })) !== 200) {
        await delay(retryMs, undefined, { signal });
      }
    }
  } finally {
    agent.destroy();
  }
}

/** The status code of a GET; undefined when there is no answer yet. */
function status(input: {
  readonly url: string;
  readonly agent: Agent;
  readonly signal: AbortSignal;
}): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get(
      input.url,
      { agent: input.agent, signal: input.signal, timeout: 5000 },
      (response) => {
        response.resume();
        response.once("close", () => resolve(response.statusCode));
      },
    );
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(undefined));
  });
}
