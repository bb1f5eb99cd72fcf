import type { ControlPlane } from "../test/controlplane/index.js";

/** Writes the RestConfig of an administrator; returns the path. It goes with the control plane. */
export function writeRestConfig(server: ControlPlane): string {
  const { certificate: certData, privateKey: keyData } = server.administrator;
  const tlsClientConfig = { caData: server.certificateAuthority, certData, keyData };
  const text = JSON.stringify({ host: server.url, proxy: "", tlsClientConfig });
  return server.write({ name: "rest-config.json", text });
}
