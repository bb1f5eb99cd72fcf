import { isConnectionError, RequestTimeoutError } from "crd-runtime";
import { expect, it, onTestFinished } from "vitest";
import { configOf, describeOnOwnServer } from "../../controlplane/own-server.js";
import { until } from "./until.js";
import { connect, deadWatchMs, watching } from "./watching.js";

describeOnOwnServer({ title: "informers of a server that says nothing" }, (controlPlane) => {
  it.each([true, false])(
    "give up a connection to a paused kube-apiserver, and go on with a new one: watchList %s",
    async (watchList) => {
      const { apiServer } = controlPlane();
      const config = configOf(controlPlane());
      const truth = connect(config);
      const impatient = connect({ ...config, timeoutMs: 100 });
      const prefix = `paused-${watchList}`;
      let first = await truth.create({ metadata: { name: `${prefix}-a` } });
      const watch = await watching({ config, truth, watchList });
      // What comes by the watch says that it is open.
      first = await truth.update({ ...first, data: { key: "0" } });
      await watch.converges();
      const { relists } = watch;

      await apiServer.pause();
      onTestFinished(() => apiServer.resume());
      await expect(impatient.get(`${prefix}-a`)).rejects.toThrow(RequestTimeoutError);
      watch.clock.leap(deadWatchMs);
      await until("the watch counts as dead", () =>
        watch.errors.some(({ message }) => message.includes("outlived its time")),
      );
      // The next ones meet a kernel that takes connections, and nobody who speaks TLS.
      await until("new connections count as dead", () => {
        watch.clock.leap(5_000);
        return watch.errors.some(
          ({ cause }) => isConnectionError(cause) && cause.code === "ERR_TLS_HANDSHAKE_TIMEOUT",
        );
      });
      expect(watch.informer.indexer.getByKey(`default/${prefix}-a`)).toBeDefined();

      apiServer.resume();
      await truth.update({ ...first, data: { key: "1" } });
      await truth.create({ metadata: { name: `${prefix}-b` } });
      await truth.delete(`${prefix}-a`);
      watch.addWitness();
      await watch.converges();
      expect(watch.relists).toBe(relists);
      await watch.stop();
    },
  );

  it("outlive a paused etcd, whose writes fail in time", async () => {
    const { etcd } = controlPlane();
    const config = configOf(controlPlane());
    const truth = connect(config);
    const impatient = connect({ ...config, timeoutMs: 100 });
    const first = await truth.create({ metadata: { name: "etcd-a" } });
    const watch = await watching({ config, truth });
    await watch.converges();
    const { relists, watches } = watch;

    await etcd.pause();
    onTestFinished(() => etcd.resume());
    const lost = impatient.create({ metadata: { name: "etcd-b" } });
    await expect(lost).rejects.toThrow(RequestTimeoutError);
    watch.clock.leap(deadWatchMs);
    await until("it watches again", () => watch.watches > watches);

    etcd.resume();
    await truth.update({ ...first, data: { key: "1" } });
    await truth.create({ metadata: { name: "etcd-c" } });
    await truth.delete("etcd-a");
    await watch.converges();
    expect(watch.relists).toBe(relists);
    await watch.stop();
  });
});
