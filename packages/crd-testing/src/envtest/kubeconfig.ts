import { stringify } from "yaml";
import type { KeyPair } from "./certificates.js";

/** A kubeconfig with one cluster and one user, everything in the text and nothing in further files. */
export function kubeconfigText(input: {
  readonly url: string;
  /** PEM */
  readonly certificateAuthority: string;
  readonly user: KeyPair;
}): string {
  const name = "controlplane";
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name,
        cluster: {
          server: input.url,
          "certificate-authority-data": base64(input.certificateAuthority),
        },
      },
    ],
    users: [
      {
        name: "admin",
        user: {
          "client-certificate-data": base64(input.user.certificate),
          "client-key-data": base64(input.user.privateKey),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: "admin" } }],
    "current-context": name,
  });
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
