import { KubeConfig } from "@kubernetes/client-node";

type Cluster = KubeConfig["clusters"][number];
type User = KubeConfig["users"][number];

/** A KubeConfig with a cluster and a user, and a second context of another user. */
export function kubeConfig(input: {
  readonly cluster: Omit<Cluster, "name" | "skipTLSVerify"> & Partial<Cluster>;
  readonly user?: Omit<User, "name">;
}): KubeConfig {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [{ name: "c", skipTLSVerify: false, ...input.cluster }],
    users: [{ name: "u", ...input.user }, { name: "other" }],
    contexts: [
      { name: "main", cluster: "c", user: "u" },
      { name: "second", cluster: "c", user: "other" },
    ],
    currentContext: "main",
  });
  return config;
}
