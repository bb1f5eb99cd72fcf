import { randomInt } from "node:crypto";
import { EmbeddedApiServer } from "../../packages/crd-testing/src/index.js";
import type { Closable, ContractServer } from "./harness/contract-server.js";
import { HandlerServer } from "./servers/handler-server.js";
import { hastyClock } from "./servers/hasty-clock.js";
import { HttpsServer } from "./servers/https-server.js";
import { addressOf } from "./servers/kubeconfig.js";

/** The real server, by the kubeconfig of its administrator. */
export function realServer(kubeconfigPath: string): ContractServer & Closable {
  return new HttpsServer({ name: "kube-apiserver", address: addressOf(kubeconfigPath) });
}

/** The embedded server, asked without sockets. As kube-apiserver alone is: nobody empties namespaces. */
export async function embeddedServer(): Promise<ContractServer & Closable> {
  const api = await EmbeddedApiServer.start({ clock: hastyClock, namespaceController: false });
  const server = new HandlerServer({ name: "embedded", handle: api.handler });
  return {
    name: server.name,
    concurrency: server.concurrency,
    send: (request) => server.send(request),
    open: (request) => server.open(request),
    close: () => api.stop(),
  };
}

/** Six letters that keep a run apart from the others on the same server. */
export function runToken(): string {
  return Array.from({ length: 6 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}
