import type {
  CustomResourceDefinition,
  CustomResourceDefinitionCondition,
} from "../../src/apiextensions/v1.js";
import type { Persisted } from "../../src/meta/index.js";
import {
  bodyOf,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from "../../src/rest/index.js";
import { untilAborted } from "../rest/memory-transport.js";

type Definition = Persisted<CustomResourceDefinition>;

export const name = "databases.example.com";
const resourcePath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** Frames of a watch as bytes; pushed by the test. */
class Frames implements AsyncIterable<Uint8Array> {
  readonly #frames: string[] = [];
  readonly #signal: AbortSignal | undefined;
  #ended = false;
  #wake: () => void = () => {};

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  push(event: unknown): void {
    this.#frames.push(`${JSON.stringify(event)}\n`);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    while (true) {
      for (let frame = this.#frames.shift(); frame !== undefined; frame = this.#frames.shift()) {
        yield Buffer.from(frame);
      }
      if (this.#ended) return;
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([woken, untilAborted(this.#signal)]);
    }
  }
}

/** An API server that holds one CustomResourceDefinition and does what a test says. */
export class DefinitionServer implements Transport {
  definition: Definition | undefined = definition();
  /** Group versions that discovery knows, with their resources. */
  readonly discovery = new Map<string, readonly string[]>();
  /** Method and path of each request. */
  readonly log: string[] = [];
  readonly bodies: unknown[] = [];
  /** Answers that come before all others, in their order: by status code. */
  readonly failures: (number | Error)[] = [];
  #watch: Frames | undefined;
  #version = 1;

  async send(request: TransportRequest): Promise<TransportResponse> {
    request.signal?.throwIfAborted();
    const { method, path, body } = request;
    this.log.push(`${method} ${path}`);
    if (body !== undefined) this.bodies.push(JSON.parse(Buffer.from(body).toString()));
    const failure = this.failures.shift();
    if (failure instanceof Error) throw failure;
    if (failure !== undefined) return answer(failure, status(failure));
    if (path.startsWith(`${resourcePath}?watch=true`)) {
      this.#watch = new Frames(request.signal);
      return { status: 200, headers: {}, body: bodyOf(this.#watch) };
    }
    if (path.startsWith(`${resourcePath}/${name}`)) {
      return this.definition === undefined
        ? answer(404, status(404))
        : answer(200, this.definition);
    }
    const resources = this.discovery.get(path.replace("/apis/", ""));
    if (resources === undefined) return answer(404, "404 page not found\n");
    return answer(200, {
      kind: "APIResourceList",
      resources: resources.map((each) => ({ name: each })),
    });
  }

  /** Whether a watch is open. */
  get isWatched(): boolean {
    return this.#watch !== undefined;
  }

  /** The controllers wrote conditions. */
  conditions(...conditions: readonly CustomResourceDefinitionCondition[]): void {
    this.change({ status: { conditions: [...conditions] } });
  }

  change(part: Partial<Definition>): void {
    const { definition: old } = this;
    if (old === undefined) throw new Error("there is no definition to change");
    const metadata = { ...old.metadata, resourceVersion: String(++this.#version) };
    this.definition = { ...old, metadata, ...part };
    this.#watch?.push({ type: "MODIFIED", object: this.definition });
  }

  delete(): void {
    this.#watch?.push({ type: "DELETED", object: this.definition });
    this.definition = undefined;
  }

  bookmark(): void {
    const metadata = { resourceVersion: String(++this.#version) };
    this.#watch?.push({ type: "BOOKMARK", object: { metadata } });
  }

  endWatch(): void {
    this.#watch?.end();
    this.#watch = undefined;
  }

  failWatch(code: number): void {
    this.#watch?.push({ type: "ERROR", object: status(code) });
    this.endWatch();
  }
}

function answer(code: number, body: unknown): TransportResponse {
  const isText = typeof body === "string";
  const headers = { "content-type": isText ? "text/plain" : "application/json" };
  return { status: code, headers, body: bodyOf(isText ? body : JSON.stringify(body)) };
}

const reasons: Readonly<Record<number, string>> = {
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  410: "Expired",
};

function status(code: number): object {
  const reason = reasons[code] ?? "InternalError";
  return {
    kind: "Status",
    apiVersion: "v1",
    status: "Failure",
    code,
    reason,
    message: `is ${code}`,
  };
}

export function definition(): Definition {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name, uid: "1", resourceVersion: "1" },
    spec: {
      group: "example.com",
      names: { plural: "databases", kind: "Database" },
      scope: "Namespaced",
      versions: [
        { name: "v1", served: true, storage: true },
        { name: "v1beta1", served: true, storage: false },
        { name: "v1alpha1", served: false, storage: false },
      ],
    },
  };
}

export const established: CustomResourceDefinitionCondition = {
  type: "Established",
  status: "True",
  reason: "InitialNamesAccepted",
  message: "the initial names have been accepted",
};

export const namesAccepted: CustomResourceDefinitionCondition = {
  type: "NamesAccepted",
  status: "True",
  reason: "NoConflicts",
  message: "no conflicts found",
};

export const namesConflict: CustomResourceDefinitionCondition = {
  type: "NamesAccepted",
  status: "False",
  reason: "ListKindConflict",
  message: '"DatabaseList" is already in use',
};

export const notAccepted: CustomResourceDefinitionCondition = {
  type: "Established",
  status: "False",
  reason: "NotAccepted",
  message: "not all names are accepted",
};
