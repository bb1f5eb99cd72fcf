import { stringify } from "yaml";
import type { KeyPair } from "./certificates.js";

/** A kubeconfig with one cluster and one user, everything in the text and nothing in further files. */
export function kubeconfigText(input: {
  readonly url: string;
  /** PEM */
  readonly certificateAuthority: string;
  readonly user: KeyPair & { readonly name: string };
}): string {
  const name = "controlplane";
  const { user } = input;
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
        name: user.name,
        user: {
          "client-certificate-data": base64(user.certificate),
          "client-key-data": base64(user.privateKey),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: user.name } }],
    "current-context": name,
  });
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
