import { SharedInformerFactoryBase } from "../../../src/informers/index.js";
import { FakeSource } from "../../cache/fake-source.js";
import { type Thing, thing } from "../../cache/objects.js";

// Starts an informer with all that it can have on the machine's own clock, and stops it: the process ends by itself.
const source = new FakeSource<Thing>();
source.put(thing({ name: "a" }));
const factory = new SharedInformerFactoryBase({ resyncPeriodMs: 600_000 });
const informer = factory.informerFor(
  { group: "example.com", version: "v1", resource: "things" },
  source,
);
informer.addEventHandler({ onAdd: async ({ metadata }) => console.log(`add ${metadata.name}`) });
factory.start();
await factory.waitForCacheSync();
await factory.shutdown();
console.log("stopped");
