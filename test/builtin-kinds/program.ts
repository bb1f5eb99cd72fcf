import type { RestClient } from "crd-runtime";
import {
  AppsClientset,
  AppsInformerFactory,
  type Deployment,
  type DeploymentStrategy,
  deploymentApplyConfiguration,
  deploymentSpecApplyConfiguration,
} from "crd-runtime/apps/v1";
import {
  containerApplyConfiguration,
  podSpecApplyConfiguration,
  podTemplateSpecApplyConfiguration,
} from "crd-runtime/core/v1";
import { Recorder } from "../runtime/recorder.js";

const labels = { app: "web" };

const deployment: Deployment = {
  metadata: { name: "web" },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: "web", image: "web:1", ports: [{ containerPort: 80 }] }] },
    },
  },
};

/** What a program of built-in kinds sees. */
export interface Seen {
  readonly replicas: number | undefined;
  readonly strategy: DeploymentStrategy | undefined;
  readonly protocol: string | undefined;
  /** Events of the informer. */
  readonly events: readonly string[];
  readonly images: readonly (string | undefined)[];
  readonly listed: readonly string[];
  readonly scale: number | undefined;
}

/** Creates a Deployment, applies an image of its own to a second container, scales it, and reads it from the cache of an informer. */
export async function deploy(input: {
  readonly rest: RestClient;
  readonly namespace: string;
}): Promise<Seen> {
  const clientset = new AppsClientset(input.rest);
  const deployments = clientset.appsV1().deployments(input.namespace);
  const factory = new AppsInformerFactory(clientset, { namespace: input.namespace });
  const cached = factory.apps().v1().deployments();
  const recorder = new Recorder();
  cached.informer().addEventHandler({
    onAdd: ({ metadata }) => recorder.add(`add ${metadata.name}`),
    onUpdate: (_, { spec }) =>
      recorder.add(`update ${spec.replicas} ${spec.template.spec?.containers.length}`),
  });
  const stop = new AbortController();
  factory.start(stop.signal);
  await factory.waitForCacheSync(stop.signal);
  try {
    const created = await deployments.create(deployment);
    await recorder.first(1);
    const sidecar = deploymentApplyConfiguration("web", input.namespace).withSpec(
      deploymentSpecApplyConfiguration().withTemplate(
        podTemplateSpecApplyConfiguration().withSpec(
          podSpecApplyConfiguration().withContainers(
            containerApplyConfiguration().withName("proxy").withImage("proxy:1"),
          ),
        ),
      ),
    );
    const applied = await deployments.apply(sidecar, { fieldManager: "sidecars" });
    await recorder.first(2);
    const scale = await deployments.getScale("web");
    await deployments.updateScale("web", { ...scale, spec: { replicas: 3 } });
    const events = await recorder.first(3);
    const { replicas, strategy } = created.spec;
    return {
      replicas,
      strategy,
      protocol: created.spec.template.spec?.containers[0]?.ports?.[0]?.protocol,
      events,
      images: applied.spec.template.spec?.containers.map(({ image }) => image) ?? [],
      listed: cached
        .lister()
        .deployments(input.namespace)
        .list()
        .map(({ metadata }) => metadata.name),
      scale: (await deployments.getScale("web")).spec?.replicas,
    };
  } finally {
    stop.abort();
    await factory.shutdown();
  }
}
