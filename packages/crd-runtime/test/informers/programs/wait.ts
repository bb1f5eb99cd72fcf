import { SharedInformerFactoryBase } from "../../../src/informers/index.js";
import { FakeSource } from "../../cache/fake-source.js";
import { connectionRefused, type Thing } from "../../cache/objects.js";

// Waits for a server that is away at first: nothing but the informer keeps the process alive meanwhile.
const source = new FakeSource<Thing>({ supportsWatchList: false });
for (let at = 0; at < 3; at++) {
  source.nextLists.push(() => {
    throw connectionRefused();
  });
}
const factory = new SharedInformerFactoryBase({
  onError: (error) => console.log(error.source),
  reflector: { backoff: { initialMs: 1, factor: 1, capMs: 1, jitter: 0, resetAfterMs: 0 } },
});
factory.informerFor({ group: "example.com", version: "v1", resource: "things" }, source);
factory.start();
const { synced } = await factory.waitForCacheSync();
console.log(`synced: ${synced}`);
await factory.shutdown();
