import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { EmbeddedApiServer } from "../../packages/crd-testing/src/index.js";
import type { Closable, ContractServer } from "./harness/contract-server.js";
import { HandlerServer } from "./servers/handler-server.js";
import { hastyClock } from "./servers/hasty-clock.js";
import { HttpsServer } from "./servers/https-server.js";
import { addressOf } from "./servers/kubeconfig.js";

/** The real server, by the kubeconfig of its administrator. */
export function realServer(kubeconfigPath: string): ContractServer & Closable {
  return new HttpsServer({
    name: "kube-apiserver",
    address: addressOf(readFileSync(kubeconfigPath, "utf8")),
  });
}

/** The ways into the embedded server. */
export type Door = "direct" | "HTTPS";

/** The embedded server, asked without sockets unless told. As kube-apiserver alone is: nobody empties namespaces. */
export async function embeddedServer(door: Door = "direct"): Promise<ContractServer & Closable> {
  const api = await EmbeddedApiServer.start({ clock: hastyClock, namespaceController: false });
  const server =
    door === "direct"
      ? new HandlerServer({ name: "embedded", handle: api.handler })
      : new HttpsServer({
          name: "embedded over HTTPS",
          address: addressOf((await api.listen({ tls: true })).kubeconfig),
        });
  return {
    name: server.name,
    concurrency: server.concurrency,
    send: (request) => server.send(request),
    open: (request) => server.open(request),
    async close() {
      if (server instanceof HttpsServer) await server.close();
      await api.stop();
    },
  };
}

/** Six letters that keep a run apart from the others on the same server. */
export function runToken(): string {
  return Array.from({ length: 6 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}
