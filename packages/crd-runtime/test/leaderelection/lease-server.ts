import type { DeepReadonly } from "../../src/index.js";
import { ApiError, type CallOptions, type Lease, type LeaseClient } from "../../src/index.js";

export type LeaseVerb = "get" | "create" | "update";

/** What happens to a call: it may wait, and throw, before it is carried out. */
export type Reaction = (call: {
  readonly verb: LeaseVerb;
  /** 1 for the first call of its verb. */
  readonly nth: number;
  readonly signal: AbortSignal | undefined;
}) => Promise<void> | void;

/** Leases in memory, with the conflicts of a server. */
export class LeaseServer implements LeaseClient {
  readonly verbs: LeaseVerb[] = [];
  lease: Lease | undefined;
  reaction: Reaction = () => {};
  #revision = 0;

  async get(name: string, options?: CallOptions): Promise<Lease> {
    await this.#react("get", options);
    return this.getNow(name);
  }

  async create(lease: DeepReadonly<Lease>, options?: CallOptions): Promise<Lease> {
    await this.#react("create", options);
    return this.createNow(lease);
  }

  async update(lease: DeepReadonly<Lease>, options?: CallOptions): Promise<Lease> {
    await this.#react("update", options);
    return this.updateNow(lease);
  }

  getNow(name: string): Lease {
    if (this.lease === undefined) throw refusal({ code: 404, reason: "NotFound", name });
    return copied(this.lease);
  }

  createNow(lease: DeepReadonly<Lease>): Lease {
    const name = lease.metadata.name ?? "";
    if (this.lease !== undefined) throw refusal({ code: 409, reason: "AlreadyExists", name });
    return this.#store(lease);
  }

  updateNow(lease: DeepReadonly<Lease>): Lease {
    const name = lease.metadata.name ?? "";
    if (this.lease === undefined) throw refusal({ code: 404, reason: "NotFound", name });
    if (lease.metadata.resourceVersion !== this.lease.metadata.resourceVersion) {
      throw refusal({ code: 409, reason: "Conflict", name });
    }
    return this.#store(lease);
  }

  /** As another client would write it. */
  write(spec: NonNullable<Lease["spec"]>): void {
    this.#store({ metadata: { ...this.lease?.metadata, name: "lock", namespace: "ns" }, spec });
  }

  #store(lease: DeepReadonly<Lease>): Lease {
    const metadata = { ...lease.metadata, resourceVersion: `${++this.#revision}` };
    this.lease = copied({ ...lease, metadata });
    return copied(this.lease);
  }

  async #react(verb: LeaseVerb, options: CallOptions | undefined): Promise<void> {
    this.verbs.push(verb);
    const nth = this.verbs.filter((each) => each === verb).length;
    await this.reaction({ verb, nth, signal: options?.signal });
    options?.signal?.throwIfAborted();
  }
}

/** As deep as what a lock changes; structuredClone takes a fifth of the time of the model. */
function copied(lease: DeepReadonly<Lease>): Lease {
  const { metadata, spec, ...rest } = lease;
  const { labels } = metadata;
  return {
    ...rest,
    metadata: { ...metadata, ...(labels === undefined ? {} : { labels: { ...labels } }) },
    ...(spec === undefined ? {} : { spec: { ...spec } }),
  } as Lease;
}

export function refusal(input: {
  readonly code: number;
  readonly reason: string;
  readonly name?: string;
}): ApiError {
  const { code, reason, name = "lock" } = input;
  return new ApiError({ code, reason, message: `leases "${name}": ${reason}` });
}
