import type { Clock } from "../../clock/index.js";
import { formatTime } from "../../meta/format-time.js";
import { TokenBucket } from "../../rest/index.js";
import type { EventNames } from "../event-name.js";
import type { CoreV1Event } from "../event-types.js";
import { LruCache } from "../lru-cache.js";
import {
  type CompleteCorrelatorOptions,
  type CorrelatorOptions,
  completeOptions,
  eventKey,
} from "./options.js";

/** Similar events that were seen. */
interface Group {
  readonly messages: Set<string>;
  /** Monotonic milliseconds. */
  lastAt: number;
}

/** An event that was written, or will be. */
interface Logged {
  readonly name: string | undefined;
  readonly firstTimestamp: CoreV1Event["firstTimestamp"];
  readonly count: number;
}

/** What to do about an event. */
export interface Correlated {
  readonly event: CoreV1Event;
  /** What changes of the event that was written before; undefined: it is a new one. */
  readonly patch: object | undefined;
  /** To be told what the server made of it. */
  readonly stored: (event: CoreV1Event) => void;
}

/**
 * Keeps events from flooding the server: the same event again counts up the one that is there, many similar ones become
 * one, and an object has a budget. Follows `EventCorrelator` of client-go's `tools/record`.
 */
export class EventCorrelator {
  readonly #options: CompleteCorrelatorOptions;
  readonly #clock: Clock;
  readonly #names: EventNames;
  readonly #groups: LruCache<Group>;
  readonly #logged: LruCache<Logged>;
  readonly #budgets: LruCache<TokenBucket>;

  /** @throws ConfigError when a number of the options is not above 0 */
  constructor(input: {
    readonly options: CorrelatorOptions;
    readonly clock: Clock;
    readonly names: EventNames;
  }) {
    this.#options = completeOptions(input.options);
    this.#clock = input.clock;
    this.#names = input.names;
    const { lruCacheSize } = this.#options;
    this.#groups = new LruCache(lruCacheSize);
    this.#logged = new LruCache(lruCacheSize);
    this.#budgets = new LruCache(lruCacheSize);
  }

  /** Undefined: the budget of its object is spent, the event is only counted. */
  correlate(event: CoreV1Event): Correlated | undefined {
    const { event: aggregated, key } = this.#aggregate(event);
    const correlated = this.#observe({ event: aggregated, key });
    return this.#hasBudget(correlated.event) ? correlated : undefined;
  }

  #aggregate(event: CoreV1Event): { readonly event: CoreV1Event; readonly key: string } {
    const { keyFunc, messageFunc, maxEvents, maxIntervalInSeconds } = this.#options;
    const key = keyFunc(event);
    const now = this.#clock.monotonic();
    const old = this.#groups.get(key);
    const isOld = old === undefined || now - old.lastAt > maxIntervalInSeconds * 1_000;
    const group = isOld ? { messages: new Set<string>(), lastAt: now } : old;
    group.messages.add(event.message ?? "");
    group.lastAt = now;
    this.#groups.set({ key, value: group });
    if (group.messages.size < maxEvents) return { event, key: eventKey(event) };
    for (const message of group.messages) {
      group.messages.delete(message);
      break;
    }
    const time = formatTime(this.#clock.now());
    const { namespace } = event.metadata;
    const name = this.#names.next(event.involvedObject.name);
    return {
      key,
      event: {
        ...event,
        metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
        message: messageFunc(event),
        count: 1,
        firstTimestamp: time,
        lastTimestamp: time,
      },
    };
  }

  #observe(input: { readonly event: CoreV1Event; readonly key: string }): Correlated {
    const { event, key } = input;
    const last = this.#logged.get(key);
    const stored = (from: CoreV1Event): void => this.#log({ event: from, key });
    if (last === undefined) {
      this.#log({ event, key });
      return { event, patch: undefined, stored };
    }
    const { name, firstTimestamp } = last;
    const { lastTimestamp, message } = event;
    const patch = { count: last.count + 1, lastTimestamp, message };
    const counted: CoreV1Event = {
      ...event,
      metadata: { ...event.metadata, ...(name === undefined ? {} : { name }) },
      ...(firstTimestamp === undefined ? {} : { firstTimestamp }),
      count: patch.count,
    };
    this.#log({ event: counted, key });
    return { event: counted, patch, stored };
  }

  #log(input: { readonly event: CoreV1Event; readonly key: string }): void {
    const { metadata, firstTimestamp, count = 1 } = input.event;
    this.#logged.set({ key: input.key, value: { name: metadata.name, firstTimestamp, count } });
  }

  #hasBudget(event: CoreV1Event): boolean {
    const { spamKeyFunc, burstSize: burst, qps } = this.#options;
    const key = spamKeyFunc(event);
    const value = this.#budgets.get(key) ?? new TokenBucket({ qps, burst, clock: this.#clock });
    this.#budgets.set({ key, value });
    return value.tryAccept();
  }
}
