import type { RestClient } from "crd-runtime";
import {
  CoreClientset,
  CoreInformerFactory,
  containerApplyConfiguration,
  envVarApplyConfiguration,
  podSpecApplyConfiguration,
  podTemplateSpecApplyConfiguration,
} from "crd-runtime/core/v1";
import type { Worker } from "./apis/builtin.example.com/v1/types.js";
import { deepCopyWorker } from "./apis/builtin.example.com/v1/zz_generated.deepcopy.js";
import { setObjectDefaults_Worker } from "./apis/builtin.example.com/v1/zz_generated.defaults.js";
import {
  workerApplyConfiguration,
  workerSpecApplyConfiguration,
} from "./client/applyconfigurations/builtin.example.com/v1.js";
import { Clientset } from "./client/clientset/clientset.js";
import { SharedInformerFactory } from "./client/informers/factory.js";

const namespace = "default";

const worker: Worker = {
  metadata: { name: "crawler" },
  spec: {
    strategy: { type: "Recreate" },
    env: [{ name: "DEPTH", valueFrom: { configMapKeyRef: { name: "crawler", key: "depth" } } }],
    ports: [{ containerPort: 80 }],
    registry: {},
    template: {
      spec: {
        containers: [
          {
            name: "crawler",
            image: "crawler:1",
            ports: [{ containerPort: 80 }, { containerPort: 80, protocol: "UDP" }],
            resources: { limits: { memory: "1Gi", cpu: 2 } },
          },
        ],
      },
    },
  },
};

/** Waits for events of both informers, in whatever order they come. */
class Events {
  readonly #seen = new Set<string>();
  readonly #waiting = new Map<string, () => void>();

  add(event: string): void {
    this.#seen.add(event);
    this.#waiting.get(event)?.();
  }

  async has(event: string): Promise<string> {
    if (!this.#seen.has(event)) {
      await new Promise<void>((resolve) => this.#waiting.set(event, resolve));
    }
    return event;
  }
}

/** Workers and ConfigMaps are watched side by side: each Worker gets a ConfigMap of its name. */
export async function serverProgram(rest: RestClient): Promise<unknown> {
  const clientset = new Clientset(rest);
  const core = new CoreClientset(rest);
  const workers = clientset.builtinV1().workers(namespace);
  const configMaps = core.coreV1().configMaps(namespace);
  const events = new Events();
  const own = new SharedInformerFactory(clientset, { namespace });
  const builtin = new CoreInformerFactory(core, { namespace });
  own
    .builtin()
    .v1()
    .workers()
    .informer()
    .addEventHandler({
      onAdd: ({ metadata, spec }) => {
        const depth = String(spec.env?.length);
        void configMaps.create({ metadata: { name: metadata.name }, data: { depth } });
      },
    });
  const cached = builtin.core().v1().configMaps();
  cached.informer().addEventHandler({
    onAdd: ({ metadata, data }) => {
      events.add(`${metadata.name} ${data?.["depth"]}`);
    },
  });
  const stop = new AbortController();
  for (const factory of [own, builtin]) {
    factory.start(stop.signal);
    await factory.waitForCacheSync(stop.signal);
  }
  try {
    const created = await workers.create(worker);
    const event = await events.has("crawler 1");
    const listed = cached.lister().configMaps(namespace).get("crawler")?.data;
    const applied = await workers.apply(
      workerApplyConfiguration("crawler", namespace).withSpec(
        workerSpecApplyConfiguration()
          .withEnv(envVarApplyConfiguration().withName("LOG").withValue("debug"))
          .withTemplate(
            podTemplateSpecApplyConfiguration().withSpec(
              podSpecApplyConfiguration().withContainers(
                containerApplyConfiguration().withName("proxy").withImage("proxy:1"),
              ),
            ),
          ),
      ),
      { fieldManager: "proxies" },
    );
    const local = deepCopyWorker(worker);
    setObjectDefaults_Worker(local);
    return {
      event,
      listed,
      stored: created.spec,
      defaulted: local.spec,
      untouched: worker.spec.ports,
      env: applied.spec.env?.map(({ name }) => name),
      images: applied.spec.template.spec?.containers.map(({ image }) => image),
    };
  } finally {
    stop.abort();
    await own.shutdown();
    await builtin.shutdown();
  }
}
