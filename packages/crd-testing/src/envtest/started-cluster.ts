import type { RestConfig } from "crd-runtime";
import type { KeyPair } from "./certificates.js";
import type { Cluster } from "./cluster.js";
import { kubeconfigText } from "./kubeconfig.js";
import type { ControlPlane } from "./launch.js";

/** A control plane of our own as the cluster of an environment. */
export function startedCluster(controlPlane: ControlPlane): Cluster {
  const { url, certificateAuthority, kubeconfig, kubeconfigPath, kubectl } = controlPlane;
  let users = 0;
  const configOf = (user: KeyPair): RestConfig => ({
    host: url,
    // A proxy has no business on 127.0.0.1.
    proxy: "",
    tlsClientConfig: {
      caData: certificateAuthority,
      certData: user.certificate,
      keyData: user.privateKey,
    },
  });
  return {
    controlPlane,
    url,
    kubectl,
    config: configOf(controlPlane.administrator),
    kubeconfig: () => kubeconfig,
    kubeconfigPath: () => kubeconfigPath,
    addUser({ name, groups = [] }) {
      const keys = controlPlane.issueUser({ name, groups });
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
