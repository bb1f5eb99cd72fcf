import { KubeConfig } from "@kubernetes/client-node";
import { LeaderElector, LeaseLock, leaseClient, RestClient } from "../../../src/index.js";

// A candidate that says what it does, with the time, until SIGTERM: kubeconfig, namespace, identity.
const [, , kubeconfig = "", namespace = "", identity = ""] = process.argv;
const say = (what: string, at = Date.now()): void => console.log(`${at} ${what}`);

const config = new KubeConfig();
config.loadFromFile(kubeconfig);
const rest = RestClient.forConfig(config);
const lock = new LeaseLock({
  client: leaseClient({ rest, namespace }),
  namespace,
  name: "lock",
  identity,
});
const elector = new LeaderElector({
  lock,
  leaseDurationMs: 4_000,
  renewDeadlineMs: 3_000,
  retryPeriodMs: 500,
  onError: () => {},
  callbacks: {
    onStartedLeading: ({ signal }) => {
      say("started");
      const timer = setInterval(() => {
        const at = Date.now();
        if (elector.isLeader() && !signal.aborted) say("works", at);
      }, 20);
      signal.addEventListener("abort", () => clearInterval(timer));
    },
    onStoppedLeading: () => say("stopped"),
    onNewLeader: (leader) => say(`sees ${leader}`),
  },
});
const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
while (!stop.signal.aborted) await elector.run(stop.signal);
rest.close();
