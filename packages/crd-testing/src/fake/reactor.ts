import type { Action, ActionMatch } from "./action.js";
import type { FakeWatchEvent } from "./fake-watcher.js";

/**
 * What a reactor answers: an object, a text where the answer is no JSON (`pods/log`; parts come one by one), or an error (an
 * ApiError goes through the client as the server's Status, another error is what the call throws); undefined when it does not
 * handle the action, and the next one is asked.
 */
export type Reaction =
  | { readonly object: object }
  | { readonly text: string | AsyncIterable<string> }
  | { readonly error: Error }
  | undefined;

/**
 * Answers actions in place of the server; client-go's Reactor. The first that handles an action wins.
 *
 * @example
 * fake.prependReactor({
 *   verb: "update",
 *   resource: "databases/status",
 *   react: () => ({ error: new Error("boom") }),
 * });
 */
export interface Reactor extends ActionMatch {
  readonly react: (action: Action) => Reaction | Promise<Reaction>;
}

/** What a watch reactor answers: the events of the watch, or an error; undefined when it does not handle the watch. */
export type WatchReaction =
  | { readonly watch: AsyncIterable<FakeWatchEvent> }
  | { readonly error: Error }
  | undefined;

/** Answers watches in place of the server. */
export interface WatchReactor {
  /** Absent or `*`: watches of all resources. */
  readonly resource?: string | undefined;
  readonly react: (action: Action) => WatchReaction | Promise<WatchReaction>;
}
