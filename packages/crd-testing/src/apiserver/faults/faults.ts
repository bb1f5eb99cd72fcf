import type { Clock } from "crd-runtime";
import { ConnectionBroken } from "../doors/connection-broken.js";
import type { ServerRequest, ServerResponse } from "../http.js";
import { failure, statusResponse } from "../status/index.js";
import { resetInside, silentAfter, slow, truncated, untilGone } from "./body.js";
import type { Fault, FaultHandle, FaultMatch } from "./fault.js";
import { bookmarksTimes, errorFrame } from "./frames.js";
import { reasonOf, statusOfFrame } from "./reasons.js";
import { type FaultTarget, Registration } from "./registration.js";
import { staleListRequest } from "./stale-list.js";

/** What faults can do to the server itself. */
export interface FaultySide {
  readonly clock: Clock;
  /** The newest revision. */
  revision(): number;
  compact(): void;
  restart(): void;
}

type Next = (request: ServerRequest) => Promise<ServerResponse>;

/**
 * Faults by script: what is registered here happens to the requests that match, the same ones in every run.
 *
 * @example
 * api.faults.on({ verb: "list", resource: "databases", nth: 1 }, { type: "status", code: 429, retryAfterSeconds: 1 });
 * api.faults.on({ verb: "watch", probability: 0.1, seed: 7 }, { type: "reset", when: "inside", afterBytes: 4_000 });
 */
export class Faults {
  readonly #registrations = new Set<Registration>();
  readonly #side: FaultySide;

  constructor(side: FaultySide) {
    this.#side = side;
  }

  /** Registers a fault; each request is hit by the first registered fault that takes it. */
  on(match: FaultMatch, fault: Fault): FaultHandle {
    const registration = new Registration({
      match,
      fault,
      onRemove: (ended) => this.#registrations.delete(ended),
    });
    this.#registrations.add(registration);
    return registration;
  }

  /** Ends all faults. */
  clear(): void {
    this.#registrations.clear();
  }

  /** Carries out a request with the fault that hits it, if there is one. Rejects with ConnectionBroken where the connection is to break. */
  async intercept(input: {
    readonly request: ServerRequest;
    readonly target: FaultTarget;
    readonly next: Next;
  }): Promise<ServerResponse> {
    const { request, target, next } = input;
    if (this.#registrations.size === 0) return await next(request);
    // All of them count the request, whichever hits.
    const [hit] = [...this.#registrations].filter((each) => each.takes(target));
    if (hit === undefined) return await next(request);
    return await this.#carryOut({ fault: hit.fault, request, next });
  }

  async #carryOut(input: {
    readonly fault: Fault;
    readonly request: ServerRequest;
    readonly next: Next;
  }): Promise<ServerResponse> {
    const { fault, request, next } = input;
    const { signal } = request;
    const { clock } = this.#side;
    switch (fault.type) {
      case "status":
        return statusOf(fault);
      case "refuse":
        throw new ConnectionBroken("ECONNREFUSED");
      case "reset":
        if (fault.when === "before") throw new ConnectionBroken("ECONNRESET");
        if (fault.when === "inside") {
          return broken(await next(request), (body) =>
            resetInside({ body, bytes: fault.afterBytes }),
          );
        }
        await next(request);
        throw new ConnectionBroken("ECONNRESET");
      case "silence": {
        const bytes = fault.afterBytes;
        if (bytes !== undefined) {
          return broken(await next(request), (body) => silentAfter({ body, bytes, signal }));
        }
        await untilGone(signal);
        throw new ConnectionBroken("ECONNRESET");
      }
      case "slow": {
        const { chunkBytes, delayMs = 0 } = fault;
        return broken(await next(request), (body) =>
          slow({ body, chunkBytes, delayMs, clock, signal }),
        );
      }
      case "truncate":
        return broken(await next(request), (body) => truncated({ body, bytes: fault.afterBytes }));
      case "errorFrame": {
        const { afterFrames = 0 } = fault;
        const status = statusOfFrame({ code: fault.code, revision: this.#side.revision() });
        return onStream(await next(request), (body) => errorFrame({ body, afterFrames, status }));
      }
      case "duplicateBookmarks":
        return onStream(await next(request), (body) => bookmarksTimes({ body, times: 2 }));
      case "noBookmarks":
        return onStream(await next(request), (body) => bookmarksTimes({ body, times: 0 }));
      case "staleList":
        return await next(
          staleListRequest({ request, behind: fault.behind, revision: this.#side.revision() }),
        );
      case "compact":
        this.#side.compact();
        return await next(request);
      case "restart":
        this.#side.restart();
        throw new ConnectionBroken("ECONNRESET");
    }
  }
}

function statusOf(fault: Extract<Fault, { type: "status" }>): ServerResponse {
  const { code, reason = reasonOf(code), retryAfterSeconds } = fault;
  const message = fault.message ?? `an injected fault: ${reason === "" ? code : reason}`;
  const details = retryAfterSeconds === undefined ? undefined : { retryAfterSeconds };
  return statusResponse(failure({ code, reason, message, details }));
}

type Transform = (body: ServerResponse["body"]) => AsyncGenerator<Uint8Array, void, undefined>;

/** The response with another body, whose length is not known beforehand any more. */
function broken(response: ServerResponse, transform: Transform): ServerResponse {
  const headers = Object.entries(response.headers).filter(([name]) => name !== "content-length");
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: transform(response.body),
  };
}

/** The same for watches alone; an error in place of a watch stays as it is. */
function onStream(response: ServerResponse, transform: Transform): ServerResponse {
  return response.body instanceof Uint8Array ? response : broken(response, transform);
}
