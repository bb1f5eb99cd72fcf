import { createServer } from "node:net";
import { z } from "zod";

const address = z.object({ port: z.number() });

/** A TCP port of 127.0.0.1 that was free a moment ago; another process may take it before it is used. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = address.parse(server.address());
      server.close(() => resolve(port));
    });
  });
}
