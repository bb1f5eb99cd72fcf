import { randomInt } from "node:crypto";
import type { Closable, ContractServer } from "./harness/contract-server.js";
import { HttpsServer } from "./servers/https-server.js";
import { addressOf } from "./servers/kubeconfig.js";

/** The real server, by the kubeconfig of its administrator. */
export function realServer(kubeconfigPath: string): ContractServer & Closable {
  return new HttpsServer({ name: "kube-apiserver", address: addressOf(kubeconfigPath) });
}

/** The embedded server; undefined as long as there is none. */
export const startEmbedded: (() => Promise<ContractServer & Closable>) | undefined = undefined;

/** Six letters that keep a run apart from the others on the same server. */
export function runToken(): string {
  return Array.from({ length: 6 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}
