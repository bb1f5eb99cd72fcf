import { RequestTimeoutError } from "crd-runtime";
import { expect, it } from "vitest";
import { configOf, describeOnOwnServer } from "../../controlplane/own-server.js";
import { backUp } from "./etcd.js";
import { until } from "./until.js";
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

  it("notice that the data went back", async () => {
    const plane = controlPlane();
    const { apiServer, etcd } = plane;
    const config = configOf(plane);
    const truth = connect(config);
    const name = (suffix: string): string => `back-${suffix}`;
    const first = await truth.create({ metadata: { name: name("a") } });
    await truth.create({ metadata: { name: name("b") } });
    await etcd.kill();
    const restore = await backUp(plane);
    await etcd.start();
    const watch = await watching({ config, truth, goesBack: true });
    await truth.update({ ...first, data: { key: "1" } });
    await truth.delete(name("b"));
    for (let at = 0; at < 50; at++) await truth.create({ metadata: { name: name(`c-${at}`) } });
    await watch.converges();

    await apiServer.kill();
    await etcd.kill();
    await restore();
    // No restore is so quick that clients do not notice.
    await until("a connection is refused", () => {
      watch.clock.leap(100);
      return /ECONNREFUSED/.test(watch.errors.at(-1)?.message ?? "");
    });
    await etcd.start();
    await apiServer.start();
    await truth.create({ metadata: { name: name("d") } });
    await watch.converges();
    await watch.stop();
  });
});
