import type { RestConfig } from "crd-runtime";
import type { KeyPair } from "./certificates.js";
import type { Cluster } from "./cluster.js";
import { kubeconfigText } from "./kubeconfig.js";
import type { ControlPlane } from "./launch.js";

/** A control plane of our own as the cluster of an environment. */
export function startedCluster(controlPlane: ControlPlane): Cluster {
  const { url, kubeconfigPath, kubectl } = controlPlane;
  let users = 0;
  const configOf = (user: KeyPair): RestConfig => ({
    host: url,
    // A proxy has no business on 127.0.0.1.
    proxy: "",
    tlsClientConfig: {
      caData: controlPlane.certificateAuthority,
      certData: user.certificate,
      keyData: user.privateKey,
    },
  });
  return {
    controlPlane,
    url,
    kubectl,
    config: configOf(controlPlane.administrator),
    kubeconfig: () => controlPlane.kubeconfig,
    kubeconfigPath: () => kubeconfigPath,
    addUser({ name, groups = [] }) {
      const keys = controlPlane.issueUser({ name, groups });
      const { certificateAuthority } = controlPlane;
      const text = kubeconfigText({ url, certificateAuthority, user: { name, ...keys } });
      users += 1;
      const file = { name: `kubeconfig-${users}`, text };
      return {
        name,
        groups,
        config: configOf(keys),
        kubeconfig: text,
        writeKubeconfig: () => controlPlane.write(file),
      };
    },
    stop: () => controlPlane.stop(),
  };
}
