import { ApiError, type RestConfig, stringifyJSON } from "crd-runtime";
import { DirectTransport } from "../apiserver/doors/direct-transport.js";
import { EmbeddedApiServer } from "../apiserver/embedded/embedded-api-server.js";
import type { EmbeddedApiServerOptions } from "../apiserver/embedded/options.js";
import type { Handler, ServerRequest, ServerResponse } from "../apiserver/http.js";
import { StatusError, statusResponse } from "../apiserver/status/index.js";
import { type Action, actionMatches } from "./action.js";
import { definitionsFor, type FakeResource } from "./definitions.js";
import type { FakeWatchEvent } from "./fake-watcher.js";
import type { Reaction, Reactor, WatchReactor } from "./reactor.js";
import { actionOf } from "./recording.js";
import { wholeStatus } from "./whole-status.js";

/** How a fake starts: as an embedded server does, in whose namespaces everything can be created. */
export interface FakeOptions extends EmbeddedApiServerOptions {
  /** The kinds of the clientset: those for which there is no CRD are served with objects of any content. */
  readonly resources?: readonly FakeResource[] | undefined;
}

const administrator = { name: "fake", groups: ["system:masters", "system:authenticated"] };

/**
 * What stands between a fake clientset and the API server in this process: it keeps every action, and asks reactors before the
 * server. client-go's testing.Fake.
 */
export class Fake implements AsyncDisposable {
  /** The server: its faults, its state, further objects. */
  readonly server: EmbeddedApiServer;
  /** For the clients whose actions are kept. */
  readonly config: RestConfig;
  readonly #actions: Action[] = [];
  #reactors: readonly Reactor[] = [];
  #watchReactors: readonly WatchReactor[] = [];

  private constructor(server: EmbeddedApiServer) {
    this.server = server;
    const { host } = server.config;
    const handler: Handler = (request) => this.#handle(request);
    const transport = new DirectTransport({ handler, host, user: administrator });
    this.config = { host, transport };
  }

  /**
   * Starts the server.
   *
   * @throws InvalidCrdError and InvalidObjectError as EmbeddedApiServer.start
   */
  static async start(options: FakeOptions = {}): Promise<Fake> {
    const { objects = [], resources = [], ...rest } = options;
    const server = await EmbeddedApiServer.start({ namespaces: "implied", ...rest });
    const serves = (resource: FakeResource) => server.serves(resource);
    await server.installCRDs(definitionsFor({ resources, serves }));
    await server.addObjects(objects);
    return new Fake(server);
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

  /** Creates objects with their status, without actions: files, folders of them, and objects. @throws InvalidObjectError */
  async addObjects(objects: readonly (string | URL | object)[]): Promise<void> {
    await this.server.addObjects(objects);
  }

  /** Ends watches and timers. */
  async stop(): Promise<void> {
    await this.server.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Keeps the action, asks the reactors, and then the server. */
  async #handle(request: ServerRequest): Promise<ServerResponse> {
    const { handler } = this.server;
    const action = actionOf(request);
    if (action === undefined) return await handler(request);
    if (this.#listsInstead(action)) return statusResponse(new StatusError(noWatchList));
    this.#actions.push(action);
    const reply = action.verb === "watch" ? await this.#watch(action) : await this.#react(action);
    if (reply !== undefined) return reply;
    // As client-go's fake: a container's log is in no server.
    return isPodLog(action) ? textResponse("fake logs") : await handler(request);
  }

  /**
   * Informers ask for a watch that begins with the existing objects. Reactors know lists and watches, as in client-go, whose
   * fakes have no such watch at all: where one may answer, the informer is sent to the list.
   */
  #listsInstead(action: Action): boolean {
    if (action.verb !== "watch" || action.options["sendInitialEvents"] !== "true") return false;
    const list: Action = { ...action, verb: "list" };
    return (
      this.#reactors.some((match) => actionMatches({ action: list, match })) ||
      this.#watchReactors.some(({ resource }) => actionMatches({ action, match: { resource } }))
    );
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

/** What a server without the feature answers. */
const noWatchList = wholeStatus({
  code: 422,
  reason: "Invalid",
  message:
    'ListOptions.meta.k8s.io "" is invalid: sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch unless the WatchList feature gate is enabled',
});

function responseOf(input: {
  readonly reaction: NonNullable<Reaction>;
  readonly action: Action;
}): ServerResponse {
  const { reaction, action } = input;
  if ("error" in reaction) return failure(reaction.error);
  if ("text" in reaction) return textResponse(reaction.text);
  const status = action.verb === "create" ? 201 : 200;
  return { status, headers, body: Buffer.from(stringifyJSON(reaction.object)) };
}

function isPodLog({ verb, group, resource, subresource }: Action): boolean {
  return verb === "get" && group === "" && resource === "pods" && subresource === "log";
}

function textResponse(text: string | AsyncIterable<string>): ServerResponse {
  const body = typeof text === "string" ? Buffer.from(text) : encoded(text);
  return { status: 200, headers: { "content-type": "text/plain" }, body };
}

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const part of parts) yield Buffer.from(part);
}

/** An ApiError goes out as the server would send it; any other error is what the call throws. */
function failure(error: Error): ServerResponse {
  if (!(error instanceof ApiError)) throw error;
  return statusResponse(new StatusError(wholeStatus(error.status)));
}

async function* frames(
  events: AsyncIterable<FakeWatchEvent>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const event of events) yield Buffer.from(`${stringifyJSON(event)}\n`);
}
