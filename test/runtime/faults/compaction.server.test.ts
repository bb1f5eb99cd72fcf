import { isGone, type Persisted } from "crd-runtime";
import { expect, it, onTestFinished } from "vitest";
import { configOf, describeOnOwnServer } from "../../controlplane/own-server.js";
import { expiryCases } from "../informer-cases.js";
import type { ConfigMap, ConfigMaps } from "../server.js";
import { compact } from "./etcd.js";
import { startFaultProxy } from "./fault-proxy.js";
import { connect, watching } from "./watching.js";

/** The API server's own cache would hide from its clients what etcd has forgotten. */
const apiServerArgs = { "watch-cache-sizes": "configmaps#0" };

describeOnOwnServer(
  { title: "informers of a server whose history is compacted", apiServerArgs },
  (controlPlane) => {
    const versionOf = ({ metadata }: Persisted<ConfigMap>): string => metadata.resourceVersion;
    const forget = (object: Persisted<ConfigMap>): Promise<void> =>
      compact({ controlPlane: controlPlane(), resourceVersion: versionOf(object) });
    const createAll = async (input: {
      readonly truth: ConfigMaps;
      readonly names: readonly string[];
    }): Promise<void> => {
      for (const name of input.names) await input.truth.create({ metadata: { name } });
    };

    it.each([true, false])(
      "list once more when they were away, and only then: watchList %s",
      async (watchList) => {
        const config = configOf(controlPlane());
        const truth = connect(config);
        const proxy = await startFaultProxy(Number(new URL(config.host).port));
        onTestFinished(() => proxy.close());
        const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => `away-${watchList}-${name}`) as [
          string,
          string,
          string,
          string,
        ];
        await createAll({ truth, names: [a, b] });
        const host = `https://127.0.0.1:${proxy.port}`;
        const watch = await watching({ config: { ...config, host }, truth, watchList });
        const { relists } = watch;

        await forget(await truth.create({ metadata: { name: c } }));
        await truth.delete(a);
        await watch.converges();
        expect(watch.relists).toBe(relists);

        proxy.refuse();
        proxy.reset();
        await truth.delete(b);
        await truth.update({ ...(await truth.get(c)), data: { key: "1" } });
        await forget(await truth.create({ metadata: { name: d } }));
        await proxy.accept();
        await watch.converges();
        expect(watch.relists).toBe(relists + 1);
        expect(watch.errors.filter(({ cause }) => isGone(cause))).toHaveLength(1);
        await watch.stop();
      },
    );

    expiryCases({
      configMaps: () => connect(configOf(controlPlane())),
      forgetThePast: async () => {
        const { metadata } = await connect(configOf(controlPlane())).list();
        await compact({
          controlPlane: controlPlane(),
          resourceVersion: metadata.resourceVersion ?? "",
        });
      },
    });

    it("list everything at once when the token of a page has expired", async () => {
      const config = configOf(controlPlane());
      const truth = connect(config);
      const names = ["a", "b", "c", "d", "e"].map((name) => `page-${name}`);
      await createAll({ truth, names });
      const pages: (string | undefined)[] = [];
      const watch = await watching({
        config,
        truth,
        watchList: false,
        listPageSize: 2,
        beforeList: async ({ continue: token, limit }) => {
          pages.push(token === undefined ? `limit ${limit}` : "token");
          if (pages.length !== 2) return;
          await truth.delete("page-a");
          await forget(await truth.create({ metadata: { name: "page-f" } }));
        },
      });
      expect(pages).toEqual(["limit 2", "token", "limit undefined"]);
      await watch.converges();
      await watch.stop();
    });
  },
);
