import { RequestTimeoutError } from "crd-runtime";
import { expect, it } from "vitest";
import { configOf, describeOnOwnServer } from "./own-control-plane.js";
import { connect, watching } from "./watching.js";

describeOnOwnServer({ title: "informers of a server that is killed" }, (controlPlane) => {
  it.each([true, false])(
    "list once more after a kill of kube-apiserver, whose history begins anew: watchList %s",
    async (watchList) => {
      const { apiServer } = controlPlane();
      const config = configOf(controlPlane());
      const truth = connect(config);
      const name = (suffix: string): string => `api-${watchList}-${suffix}`;
      const first = await truth.create({ metadata: { name: name("a") } });
      await truth.create({ metadata: { name: name("b") } });
      const watch = await watching({ config, truth, watchList });
      const { relists } = watch;

      await apiServer.kill();
      await apiServer.start();
      await truth.update({ ...first, data: { key: "1" } });
      await truth.delete(name("b"));
      await truth.create({ metadata: { name: name("c") } });
      watch.addWitness();
      await watch.converges();
      expect(watch.relists - relists).toBeLessThanOrEqual(1);
      await watch.stop();
    },
  );

  it("go on after a kill of etcd", async () => {
    const { etcd } = controlPlane();
    const config = configOf(controlPlane());
    const truth = connect(config);
    const impatient = connect({ ...config, timeoutMs: 100 });
    const first = await truth.create({ metadata: { name: "etcd-a" } });
    await truth.create({ metadata: { name: "etcd-b" } });
    const watch = await watching({ config, truth });
    const { relists } = watch;

    await etcd.kill();
    await expect(impatient.delete("etcd-a")).rejects.toThrow(RequestTimeoutError);
    await etcd.start();
    await truth.update({ ...first, data: { key: "1" } });
    await truth.delete("etcd-b");
    await truth.create({ metadata: { name: "etcd-c" } });
    await watch.converges();
    expect(watch.relists - relists).toBeLessThanOrEqual(1);
    await watch.stop();
  });
});
