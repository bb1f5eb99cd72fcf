import { KubeConfig } from "@kubernetes/client-node";
import {
  type KubernetesList,
  type KubernetesObject,
  ResourceClient,
  type ResourceClientOptions,
  RestClient,
} from "crd-runtime";
import { afterAll, beforeAll } from "vitest";
import type { SharedServer } from "../controlplane/fixture.js";

/** A ConfigMap, for tests that need any object. */
export interface ConfigMap extends KubernetesObject {
  data?: Record<string, string>;
}

export type ConfigMaps = ResourceClient<ConfigMap, KubernetesList<ConfigMap>>;

export const namespaceKind = {
  group: "",
  version: "v1",
  resource: "namespaces",
  kind: "Namespace",
  namespaced: false,
} as const;

/** Loads the kubeconfig of the shared server with client-node. */
export function kubeConfigOf(server: SharedServer): KubeConfig {
  const config = new KubeConfig();
  config.loadFromFile(server.kubeconfigPath);
  return config;
}

/** The server's administrator, without client-node. */
export function adminConfig(server: SharedServer) {
  const config = kubeConfigOf(server);
  const decode = (data: string | undefined): string =>
    Buffer.from(data ?? "", "base64").toString("utf8");
  return {
    host: server.url,
    tlsClientConfig: {
      caData: decode(config.getCurrentCluster()?.caData),
      certData: decode(config.getCurrentUser()?.certData),
      keyData: decode(config.getCurrentUser()?.keyData),
    },
  };
}

/** A REST client of the shared server for the tests of a block. */
export function restClient(server: SharedServer): RestClient {
  const rest = RestClient.forConfig(kubeConfigOf(server));
  afterAll(() => rest.close());
  return rest;
}

/** Client of a built-in kind. */
export function clientOf<T extends KubernetesObject>(
  options: ResourceClientOptions,
): ResourceClient<T, KubernetesList<T>> {
  return new ResourceClient<T, KubernetesList<T>>(options);
}

/** Clients of the ConfigMaps of a namespace that is made for the block. */
export function configMapsIn(input: {
  readonly rest: RestClient;
  readonly namespace: string;
}): ConfigMaps {
  const { rest, namespace } = input;
  beforeAll(async () => {
    const namespaces = clientOf<KubernetesObject>({ ...namespaceKind, rest });
    await namespaces.create({ metadata: { name: namespace } });
  });
  return configMapClient(input);
}

/** Client of the ConfigMaps of a namespace. */
export function configMapClient(input: {
  readonly rest: RestClient;
  readonly namespace: string;
}): ConfigMaps {
  const kind = { group: "", version: "v1", resource: "configmaps", kind: "ConfigMap" };
  return clientOf<ConfigMap>({ ...input, ...kind, namespaced: true });
}
