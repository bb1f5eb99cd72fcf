import { KubeConfig } from "@kubernetes/client-node";
import { ConfigError } from "crd-runtime";

/**
 * The kubeconfig of whoever runs this: the files that KUBECONFIG names, or ~/.kube/config, or the service account of a
 * pod.
 */
export function loadKubeConfig(): KubeConfig {
  const kubeConfig = new KubeConfig();
  try {
    kubeConfig.loadFromDefault();
  } catch (cause) {
    const place = process.env["KUBECONFIG"] ?? "~/.kube/config";
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`cannot read the kubeconfig ${place}: ${reason}`, { cause });
  }
  return kubeConfig;
}
