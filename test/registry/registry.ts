import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import type { PackedPackage } from "./pack.js";
import { packument, tarballPath } from "./packument.js";

/** A running registry. */
export interface Registry {
  /** `http://127.0.0.1:<port>`, for npm_config_registry. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves packages on loopback as an npm registry does, and sends every other request on to the registry behind it. It only
 * reads: publishing, logins and audits are refused.
 */
export async function startRegistry(input: {
  readonly packages: readonly PackedPackage[];
  /** The registry for all other packages, as `npm config get registry` gives it. */
  readonly upstream: string;
  /** A fixed port; a free one unless given. */
  readonly port?: number;
}): Promise<Registry> {
  const { packages, upstream, port = 0 } = input;
  const server = createServer((request, response) => {
    answer({ request, response, packages, upstream });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(input: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly packages: readonly PackedPackage[];
  readonly upstream: string;
}): void {
  const { request, response, packages, upstream } = input;
  const { url = "/", method, headers } = request;
  request.resume();
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const path = url.replace(/[?#].*$/, "").replaceAll(/%2f/gi, "/");
  for (const packed of packages) {
    if (path === `/${packed.name}`) {
      const body = packument({ packed, registry: `http://${headers.host}` });
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
      return;
    }
    if (path === tarballPath(packed)) {
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(packed.tarball);
      return;
    }
  }
  response.writeHead(307, { location: `${upstream.replace(/\/$/, "")}${url}` }).end();
}
