import {
  ApiError,
  type Clock,
  type GetOptions,
  isConnectionError,
  isNotFound,
  type ListOptions,
  type Persisted,
  RequestTimeoutError,
  sleep,
  type Timer,
  type WatchEvent,
} from "crd-runtime";
import type {
  ConditionStatus,
  CustomResourceDefinition,
  CustomResourceDefinitionConditionType,
} from "../apis/apiextensions.k8s.io/v1/types.js";
import { requireNotNegative } from "../cache/not-negative.js";
import type { DiscoveredResource } from "./discovery.js";
import {
  deletedText,
  NotEstablishedError,
  type NotEstablishedReason,
} from "./not-established-error.js";
import { isTimeUp } from "./time-up.js";

/** Options of waitForEstablished. */
export interface WaitForEstablishedOptions {
  /** Ends the wait; that of `AbortSignal.timeout` as `timeoutMs` does, with the conditions. */
  readonly signal?: AbortSignal | undefined;
  /** Limit of the wait in milliseconds; a minute when absent. */
  readonly timeoutMs?: number | undefined;
}

/** What the wait needs of the world. */
export interface EstablishedWorld {
  readonly client: {
    get(name: string, options?: GetOptions): Promise<Persisted<CustomResourceDefinition>>;
    watch(options?: ListOptions): AsyncIterable<WatchEvent<Persisted<CustomResourceDefinition>>>;
  };
  /** Whether discovery names the resource in a group version. */
  readonly serves: (resource: DiscoveredResource) => Promise<boolean>;
  readonly clock: Clock;
}

type Definition = Persisted<CustomResourceDefinition>;

const defaultTimeoutMs = 60_000;
/** Shortest time from one watch to the next. */
const watchPauseMs = 1_000;
/** Discovery is not watched; it follows within moments. */
const discoveryPauseMs = { first: 50, last: 1_000 } as const;
/** How long names may stay unaccepted: after a change of the names the condition is an old one first. */
const namesGraceMs = 1_000;

/**
 * Waits until the server serves a definition: its condition Established is True, and discovery
 * names the resource in every served version. Returns the definition as last seen.
 *
 * @throws NotEstablishedError with the conditions when its names belong to another definition, when
 *   it is deleted meanwhile, or when the time is up
 * @throws ApiError when there is no such definition, or the caller may not read it
 * @throws the signal's reason when it is aborted, unless that is the time it gave
 * @throws RangeError for a `timeoutMs` that is negative, or NaN
 */
export async function waitForEstablished(input: {
  readonly world: EstablishedWorld;
  readonly name: string;
  readonly options: WaitForEstablishedOptions;
}): Promise<Definition> {
  const { timeoutMs } = input.options;
  requireNotNegative({ owner: "waitForEstablished", options: { timeoutMs } });
  const wait = new EstablishedWait(input);
  try {
    return await wait.run();
  } catch (error) {
    throw wait.explain(error);
  } finally {
    wait.close();
  }
}

class EstablishedWait {
  readonly #world: EstablishedWorld;
  readonly #name: string;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #begun: number;
  readonly #timeout: Timer;
  #grace: Timer | undefined;
  #seen: Definition | undefined;
  /** What went wrong last and is tried again. */
  #failure: unknown;

  constructor(input: {
    readonly world: EstablishedWorld;
    readonly name: string;
    readonly options: WaitForEstablishedOptions;
  }) {
    const { world, name, options } = input;
    const { signal, timeoutMs = defaultTimeoutMs } = options;
    this.#world = world;
    this.#name = name;
    this.#signal = AbortSignal.any([this.#stop.signal, ...(signal === undefined ? [] : [signal])]);
    this.#begun = world.clock.monotonic();
    const late = (): void => this.#stop.abort(this.#late({ afterMs: timeoutMs }));
    // Somebody waits for the outcome, and an open watch need not keep the process alive: that of a server in it does not.
    this.#timeout = world.clock.setTimer(timeoutMs, late, { keepsProcessAlive: true });
  }

  async run(): Promise<Definition> {
    const definition = await this.#established();
    return this.#discovered(definition);
  }

  /** What a wait that failed throws: where the time of the caller's signal was up, the conditions too. */
  explain(error: unknown): unknown {
    if (!isTimeUp(error)) return error;
    const afterMs = Math.round(this.#world.clock.monotonic() - this.#begun);
    return this.#late({ afterMs, options: { cause: error } });
  }

  close(): void {
    this.#timeout.cancel();
    this.#grace?.cancel();
  }

  /** Reads, then watches. Whatever ends the watch, it reads again, and so misses nothing. */
  async #established(): Promise<Definition> {
    const { clock } = this.#world;
    for (;;) {
      const begun = clock.monotonic();
      const definition = await this.#read();
      if (definition !== undefined) {
        if (isEstablished(definition)) return definition;
        const established = await this.#watch(definition);
        if (established !== undefined) return established;
      }
      await this.#pause(watchPauseMs - (clock.monotonic() - begun));
    }
  }

  /** Undefined when the watch has ended. */
  async #watch(from: Definition): Promise<Definition | undefined> {
    const fieldSelector = `metadata.name=${this.#name}`;
    const { resourceVersion } = from.metadata;
    const signal = this.#signal;
    try {
      for await (const event of this.#world.client.watch({
        fieldSelector,
        resourceVersion,
        signal,
      })) {
        if (event.type === "BOOKMARK") continue;
        if (event.type === "DELETED") throw this.#deleted();
        this.#note(event.object);
        if (isEstablished(event.object)) return event.object;
      }
    } catch (error) {
      this.#forgive(error);
    }
    return undefined;
  }

  async #discovered(established: Definition): Promise<Definition> {
    let definition = established;
    let pauseMs: number = discoveryPauseMs.first;
    while (!(await this.#isServed(definition))) {
      await this.#pause(pauseMs);
      pauseMs = Math.min(2 * pauseMs, discoveryPauseMs.last);
      definition = (await this.#read()) ?? definition;
    }
    return definition;
  }

  async #isServed(definition: Definition): Promise<boolean> {
    const { group, names, versions } = definition.spec;
    const resource = names.plural;
    const signal = this.#signal;
    try {
      for (const { name: version } of versions.filter(({ served }) => served)) {
        if (!(await this.#world.serves({ group, version, resource, signal }))) return false;
      }
    } catch (error) {
      this.#forgive(error);
      return false;
    }
    return true;
  }

  /** Undefined when the server could not say. */
  async #read(): Promise<Definition | undefined> {
    let definition: Definition;
    try {
      definition = await this.#world.client.get(this.#name, { signal: this.#signal });
    } catch (error) {
      if (this.#seen === undefined) throw error;
      if (isNotFound(error)) throw this.#deleted({ cause: error });
      this.#forgive(error);
      return undefined;
    }
    this.#note(definition);
    return definition;
  }

  #note(definition: Definition): void {
    const { uid, deletionTimestamp } = definition.metadata;
    const replaced = this.#seen !== undefined && this.#seen.metadata.uid !== uid;
    this.#seen = definition;
    if (replaced || deletionTimestamp != null) throw this.#deleted();
    if (statusOf({ definition, type: "NamesAccepted" }) !== "False") {
      this.#grace?.cancel();
      this.#grace = undefined;
    } else {
      this.#grace ??= this.#world.clock.setTimer(namesGraceMs, () => {
        const text = "has names that are not accepted";
        this.#stop.abort(this.#error({ reason: "NamesNotAccepted", text }));
      });
    }
  }

  /** @throws the error, or the reason of the wait's end, unless trying again may help */
  #forgive(error: unknown): void {
    this.#signal.throwIfAborted();
    if (error instanceof NotEstablishedError || !isTransient(error)) throw error;
    this.#failure = error;
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await sleep({ clock: this.#world.clock, ms, signal: this.#signal });
  }

  #late(input: {
    readonly afterMs: number;
    readonly options?: ErrorOptions | undefined;
  }): NotEstablishedError {
    const { afterMs, options } = input;
    const established = this.#seen !== undefined && isEstablished(this.#seen);
    const state = established ? "is established, but not in discovery," : "is not established";
    return this.#error({ reason: "Timeout", text: `${state} after ${afterMs / 1_000} s`, options });
  }

  #deleted(options?: ErrorOptions): NotEstablishedError {
    return this.#error({ reason: "Deleted", text: deletedText, options });
  }

  #error(input: {
    readonly reason: NotEstablishedReason;
    readonly text: string;
    readonly options?: ErrorOptions | undefined;
  }): NotEstablishedError {
    const { reason, text } = input;
    const conditions = this.#seen?.status?.conditions ?? [];
    const options = input.options ?? { cause: this.#failure };
    return new NotEstablishedError({ definition: this.#name, reason, text, conditions }, options);
  }
}

/** Names that are not accepted may be an older state of an established definition. */
function isEstablished(definition: Definition): boolean {
  return (
    statusOf({ definition, type: "Established" }) === "True" &&
    statusOf({ definition, type: "NamesAccepted" }) !== "False"
  );
}

function statusOf(input: {
  readonly definition: Definition;
  readonly type: CustomResourceDefinitionConditionType;
}): ConditionStatus | undefined {
  const { definition, type } = input;
  return definition.status?.conditions?.find((condition) => condition.type === type)?.status;
}

/** A failure that another attempt may mend. */
function isTransient(error: unknown): boolean {
  if (error instanceof ApiError) {
    return error.isGone() || error.isTooManyRequests() || error.code >= 500;
  }
  return isConnectionError(error) || error instanceof RequestTimeoutError;
}
