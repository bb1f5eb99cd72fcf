import type { KubernetesObject } from "../../src/index.js";
import { ApiError, type EventSink, type EventWrite } from "../../src/index.js";

/** Keeps events in memory, and says what was written: `create`, `patch`. */
export class MemorySink<E extends KubernetesObject> implements EventSink<E> {
  readonly events = new Map<string, E>();
  readonly writes: string[] = [];
  /** May wait, and throw, before a write is carried out. */
  reaction: (write: {
    readonly verb: "create" | "patch";
    /** 1 for the first write. */
    readonly nth: number;
    readonly event: E;
  }) => Promise<void> | void = () => {};

  async create({ event }: EventWrite<E>): Promise<E> {
    await this.#react({ verb: "create", event });
    const name = event.metadata.name ?? "";
    if (this.events.has(name)) throw refusal({ code: 409, reason: "AlreadyExists" });
    this.events.set(name, structuredClone(event));
    return structuredClone(event);
  }

  async patch({ event, body }: EventWrite<E> & { readonly body: object }): Promise<E> {
    await this.#react({ verb: "patch", event });
    const name = event.metadata.name ?? "";
    const old = this.events.get(name);
    if (old === undefined) throw refusal({ code: 404, reason: "NotFound" });
    this.events.set(name, { ...old, ...structuredClone(body) });
    return structuredClone({ ...old, ...body });
  }

  all(): readonly E[] {
    return [...this.events.values()];
  }

  async #react(input: { readonly verb: "create" | "patch"; readonly event: E }): Promise<void> {
    this.writes.push(input.verb);
    await this.reaction({ ...input, nth: this.writes.length });
  }
}

export function refusal(input: { readonly code: number; readonly reason: string }): ApiError {
  return new ApiError({ ...input, message: `events: ${input.reason}` });
}
