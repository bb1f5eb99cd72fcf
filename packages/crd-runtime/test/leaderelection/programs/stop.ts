import { LeaderElector, LeaseLock } from "../../../src/index.js";
import { LeaseServer } from "../lease-server.js";

// Leads on the machine's own clock, and gives it up: the process ends by itself.
const stop = new AbortController();
const lock = new LeaseLock({
  client: new LeaseServer(),
  namespace: "ns",
  name: "lock",
  identity: "a",
});
const elector = new LeaderElector({
  lock,
  callbacks: {
    onStartedLeading: () => {
      console.log("started");
      stop.abort();
    },
    onStoppedLeading: () => console.log("stopped"),
  },
});
await elector.run(stop.signal);
