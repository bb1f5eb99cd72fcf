import {
  ApiError,
  bodyOf,
  type ResponseBody,
  stringifyJSON,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from "crd-runtime";
import type { FaultTarget } from "../apiserver/faults/registration.js";
import { type Action, actionMatches } from "./action.js";
import type { FakeWatchEvent } from "./fake-watcher.js";
import type { Reaction, Reactor, WatchReactor } from "./reactor.js";
import { actionOf } from "./recording.js";

/**
 * What stands between a fake clientset and the API server in this process: it keeps every action, and asks reactors before the
 * server. client-go's testing.Fake, as a transport.
 */
export class Fake implements Transport {
  readonly #server: Transport;
  readonly #targetOf: (request: TransportRequest) => FaultTarget | undefined;
  readonly #actions: Action[] = [];
  #reactors: readonly Reactor[] = [];
  #watchReactors: readonly WatchReactor[] = [];

  constructor(input: {
    readonly server: Transport;
    /** What a request is about; undefined for paths that are no resource. */
    readonly targetOf: (request: TransportRequest) => FaultTarget | undefined;
  }) {
    this.#server = input.server;
    this.#targetOf = input.targetOf;
  }

  /** Every action since the start or the last clearing, those that reactors handled too. */
  actions(): readonly Action[] {
    return [...this.#actions];
  }

  clearActions(): void {
    this.#actions.length = 0;
  }

  /** Adds a reactor that is asked after those that are there. */
  addReactor(reactor: Reactor): void {
    this.#reactors = [...this.#reactors, reactor];
  }

  /** Adds a reactor that is asked first. */
  prependReactor(reactor: Reactor): void {
    this.#reactors = [reactor, ...this.#reactors];
  }

  /** Adds a watch reactor that is asked after those that are there. */
  addWatchReactor(reactor: WatchReactor): void {
    this.#watchReactors = [...this.#watchReactors, reactor];
  }

  /** Adds a watch reactor that is asked first. */
  prependWatchReactor(reactor: WatchReactor): void {
    this.#watchReactors = [reactor, ...this.#watchReactors];
  }

  /** Keeps the action, asks the reactors, and then the server. Called by the clientset. */
  async send(request: TransportRequest): Promise<TransportResponse> {
    request.signal?.throwIfAborted();
    const action = actionOf({ request, target: this.#targetOf(request) });
    if (action === undefined) return await this.#server.send(request);
    this.#actions.push(action);
    const reply = action.verb === "watch" ? await this.#watch(action) : await this.#react(action);
    return reply ?? (await this.#server.send(request));
  }

  async #react(action: Action): Promise<TransportResponse | undefined> {
    for (const { react, ...match } of this.#reactors) {
      if (!actionMatches({ action, match })) continue;
      const reaction = await react(action);
      if (reaction !== undefined) return responseOf({ reaction, action });
    }
    return undefined;
  }

  async #watch(action: Action): Promise<TransportResponse | undefined> {
    for (const { react, resource } of this.#watchReactors) {
      if (!actionMatches({ action, match: { resource } })) continue;
      const reaction = await react(action);
      if (reaction === undefined) continue;
      if ("error" in reaction) return failure(reaction.error);
      return respond({ code: 200, body: bodyOf(frames(reaction.watch)) });
    }
    return undefined;
  }
}

function responseOf(input: {
  readonly reaction: NonNullable<Reaction>;
  readonly action: Action;
}): TransportResponse {
  const { reaction, action } = input;
  if ("error" in reaction) return failure(reaction.error);
  const code = action.verb === "create" ? 201 : 200;
  return respond({ code, body: bodyOf(stringifyJSON(reaction.object)) });
}

/** An ApiError goes out as the server would send it; any other error is what the call throws. */
function failure(error: Error): TransportResponse {
  if (!(error instanceof ApiError)) throw error;
  return respond({ code: error.code || 500, body: bodyOf(stringifyJSON(error.status)) });
}

function respond(input: { readonly code: number; readonly body: ResponseBody }): TransportResponse {
  return {
    status: input.code,
    headers: { "content-type": "application/json" },
    body: input.body,
  };
}

async function* frames(
  events: AsyncIterable<FakeWatchEvent>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const event of events) yield Buffer.from(`${stringifyJSON(event)}\n`);
}
