import { type ServedVersion, servedGroups } from "../discovery/group-versions.js";
import { hashOf, headerOf } from "../discovery/responses.js";
import type { ServerRequest, ServerResponse } from "../http.js";
import { encodeValue } from "../request/response/encode.js";
import type { ResourceCatalog } from "../resources/resource.js";
import { openApiDocument } from "./document.js";

/** A document, made when it is first asked for. */
interface Document {
  /** `apis/example.com/v1`. */
  readonly path: string;
  /** Changes whenever the document may. */
  readonly hash: string;
  readonly served: ServedVersion;
  bytes?: Uint8Array;
}

/** Paths that `/` lists. */
export const openApiPaths: readonly string[] = ["/openapi/v3", "/openapi/v3/"];

/** Answers `/openapi/v3` and the documents below it; undefined for other paths. */
export class OpenApiHandler {
  readonly #catalog: ResourceCatalog;
  #documents: ReadonlyMap<string, Document> | undefined;

  constructor(catalog: ResourceCatalog) {
    this.#catalog = catalog;
    catalog.onChange(() => {
      this.#documents = undefined;
    });
  }

  /** It does not throw. */
  answer(request: ServerRequest): ServerResponse | undefined {
    const [path = "", query = ""] = request.path.split("?", 2);
    if (path !== "/openapi/v3" && !path.startsWith("/openapi/v3/")) return undefined;
    if (path === "/openapi/v3") return this.#index();
    const document = this.#all().get(path.slice("/openapi/v3/".length));
    if (document === undefined) return { status: 404, headers: {}, body: new Uint8Array() };
    return answerDocument({ request, document, hash: new URLSearchParams(query).get("hash") });
  }

  #index(): ServerResponse {
    const paths = [...this.#all().values()].map((document) => [
      document.path,
      { serverRelativeURL: addressOf(document) },
    ]);
    const body = encodeValue(
      { paths: Object.fromEntries(paths) },
      { format: "json", pretty: false },
    );
    // The server sets no type, and Go guesses one.
    return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body };
  }

  #all(): ReadonlyMap<string, Document> {
    this.#documents ??= new Map(
      servedGroups(this.#catalog.list()).flatMap(({ group, versions }) =>
        versions.map((served) => {
          const { version } = served;
          const path = group === "" ? `api/${version}` : `apis/${group}/${version}`;
          return [path, { path, served, hash: hashOf(stateOf(path, served)) }] as const;
        }),
      ),
    );
    return this.#documents;
  }
}

/** What a document depends on. */
function stateOf(path: string, { resources }: ServedVersion): string {
  return [path, ...resources.map(({ resource, epoch }) => `${resource} ${epoch}`)].join("\n");
}

function addressOf({ path, hash }: Document): string {
  return `/openapi/v3/${path}?hash=${hash}`;
}

function answerDocument(input: {
  readonly request: ServerRequest;
  readonly document: Document;
  /** Null: the request names none. */
  readonly hash: string | null;
}): ServerResponse {
  const { request, document, hash } = input;
  const etag = `"${document.hash}"`;
  const common = { etag, vary: "Accept" };
  if (hash !== null && hash !== document.hash) {
    const location = addressOf(document);
    return { status: 301, headers: { ...common, location }, body: new Uint8Array() };
  }
  const headers = {
    ...common,
    "cache-control": hash === null ? "no-cache, private" : "public, immutable",
  };
  if (headerOf(request, "if-none-match") === etag) {
    return { status: 304, headers, body: new Uint8Array() };
  }
  document.bytes ??= encodeValue(openApiDocument(document.served), {
    format: "json",
    pretty: false,
  });
  return {
    status: 200,
    headers: { ...headers, "content-type": "application/json" },
    body: document.bytes,
  };
}
