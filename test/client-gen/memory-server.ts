import { bodyOf, type Transport, type TransportRequest, type TransportResponse } from "crd-runtime";

/** What every collection holds. */
const objects = [
  {
    metadata: metadata({ name: "one", namespace: "default", labels: { color: "red" } }),
    spec: { size: 1 },
  },
  {
    metadata: metadata({ name: "two", namespace: "other", labels: { color: "blue" } }),
    spec: { size: 2 },
  },
];

/**
 * An API server without memory that takes down what it is asked: collections hold two objects, any
 * other object is there when it is asked for, and writes are answered with what was sent.
 */
export class MemoryServer implements Transport {
  readonly #log: string[] = [];

  async send(request: TransportRequest): Promise<TransportResponse> {
    request.signal?.throwIfAborted();
    const { method, path, body } = request;
    // How long a watch may last is drawn by lot.
    this.#log.push(`${method} ${path.replace(/timeoutSeconds=\d+/, "timeoutSeconds=N")}`);
    if (body !== undefined) {
      const text = Buffer.from(body).toString();
      this.#log.push(`  ${request.headers["content-type"]}`, `  ${text}`);
    }
    const url = new URL(path, "https://test");
    if (url.searchParams.get("watch") === "true") return answer(watch({ url, request }));
    if (method !== "GET") return answer(JSON.stringify(echo(body)));
    const name = objectName(url);
    const list = { metadata: { resourceVersion: "9" }, items: itemsOf(url) };
    return answer(JSON.stringify(name === undefined ? list : { metadata: metadata({ name }) }));
  }

  /** Requests in their order, bodies indented. */
  get transcript(): readonly string[] {
    return this.#log;
  }
}

function metadata(given: object): object {
  return { ...given, uid: "1", resourceVersion: "7" };
}

/** Name of the object that a path leads to, or into; undefined for a collection. */
function objectName(url: URL): string | undefined {
  const [, api, ...rest] = url.pathname.split("/");
  const below = rest.slice(api === "apis" ? 2 : 1);
  return below[0] === "namespaces" ? below[3] : below[1];
}

function itemsOf(url: URL): typeof objects {
  const namespace = /\/namespaces\/([^/]+)\//.exec(url.pathname)?.[1];
  return objects.filter(({ metadata: own }) => {
    return namespace === undefined || ("namespace" in own && own.namespace === namespace);
  });
}

function echo(body: Uint8Array | undefined): unknown {
  const sent: unknown = body === undefined ? {} : JSON.parse(Buffer.from(body).toString());
  return typeof sent === "object" ? { metadata: {}, ...sent } : sent;
}

/** A watch stays open; one that asks for them begins with the objects. */
async function* watch(input: {
  readonly url: URL;
  readonly request: TransportRequest;
}): AsyncGenerator<Uint8Array> {
  const { url, request } = input;
  if (url.searchParams.get("sendInitialEvents") === "true") {
    for (const object of itemsOf(url)) yield frame({ type: "ADDED", object });
    const annotations = { "k8s.io/initial-events-end": "true" };
    yield frame({ type: "BOOKMARK", object: { metadata: { resourceVersion: "9", annotations } } });
  }
  await new Promise<never>((_, reject) => {
    request.signal?.addEventListener("abort", () => reject(request.signal?.reason));
  });
}

function frame(event: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(event)}\n`);
}

function answer(body: string | AsyncIterable<Uint8Array>): TransportResponse {
  return { status: 200, headers: { "content-type": "application/json" }, body: bodyOf(body) };
}
