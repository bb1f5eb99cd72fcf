import { ApiError, stringifyJSON } from "crd-runtime";
import type { FaultTarget } from "../apiserver/faults/registration.js";
import type { Handler, ServerRequest, ServerResponse } from "../apiserver/http.js";
import { StatusError, statusResponse } from "../apiserver/status/index.js";
import { type Action, actionMatches } from "./action.js";
import type { FakeWatchEvent } from "./fake-watcher.js";
import type { Reaction, Reactor, WatchReactor } from "./reactor.js";
import { actionOf } from "./recording.js";

/**
 * What stands between a fake clientset and the API server in this process: it keeps every action, and asks reactors before the
 * server. client-go's testing.Fake.
 */
export class Fake {
  readonly #server: Handler;
  readonly #targetOf: (request: ServerRequest) => FaultTarget | undefined;
  readonly #actions: Action[] = [];
  #reactors: readonly Reactor[] = [];
  #watchReactors: readonly WatchReactor[] = [];

  constructor(input: {
    readonly server: Handler;
    /** What a request is about; undefined for paths that are no resource. */
    readonly targetOf: (request: ServerRequest) => FaultTarget | undefined;
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

  /** Keeps the action, asks the reactors, and then the server. */
  async handle(request: ServerRequest): Promise<ServerResponse> {
    const action = actionOf({ request, target: this.#targetOf(request) });
    if (action === undefined) return await this.#server(request);
    this.#actions.push(action);
    const reply = action.verb === "watch" ? await this.#watch(action) : await this.#react(action);
    return reply ?? (await this.#server(request));
  }

  async #react(action: Action): Promise<ServerResponse | undefined> {
    for (const { react, ...match } of this.#reactors) {
      if (!actionMatches({ action, match })) continue;
      const reaction = await react(action);
      if (reaction !== undefined) return responseOf({ reaction, action });
    }
    return undefined;
  }

  async #watch(action: Action): Promise<ServerResponse | undefined> {
    for (const { react, resource } of this.#watchReactors) {
      if (!actionMatches({ action, match: { resource } })) continue;
      const reaction = await react(action);
      if (reaction === undefined) continue;
      if ("error" in reaction) return failure(reaction.error);
      return { status: 200, headers, body: frames(reaction.watch) };
    }
    return undefined;
  }
}

const headers = { "content-type": "application/json" };

function responseOf(input: {
  readonly reaction: NonNullable<Reaction>;
  readonly action: Action;
}): ServerResponse {
  const { reaction, action } = input;
  if ("error" in reaction) return failure(reaction.error);
  const status = action.verb === "create" ? 201 : 200;
  return { status, headers, body: Buffer.from(stringifyJSON(reaction.object)) };
}

/** An ApiError goes out as the server would send it; any other error is what the call throws. */
function failure(error: Error): ServerResponse {
  if (!(error instanceof ApiError)) throw error;
  return statusResponse(new StatusError(error.status));
}

async function* frames(
  events: AsyncIterable<FakeWatchEvent>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const event of events) yield Buffer.from(`${stringifyJSON(event)}\n`);
}
