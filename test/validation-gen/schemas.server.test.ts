import { expect, it } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { restClient } from "../runtime/server.js";
import { install } from "../schema/server.js";
import { loadQueues, QueueServer, RandomSpecs, withLooseVersion } from "./queues.js";

const rounds = Number(process.env["VALIDATION_ROUNDS"] ?? 150);
const queues = await loadQueues();
const valid = { minReplicas: 1, maxReplicas: 3 };

describeOnServer(
  "generated functions, and the API server with the generated definition",
  (server) => {
    const rest = restClient(server);
    install(rest, withLooseVersion(queues.definition));
    const api = new QueueServer({ rest, queues });

    it("say the same of new objects", async () => {
      const specs = new RandomSpecs(1);
      let refused = 0;
      for (let round = 0; round < rounds; round += 1) {
        const spec = specs.next();
        const { ours, theirs } = await api.create(spec);
        expect(ours, JSON.stringify(spec)).toEqual(theirs);
        if (theirs.length > 0) refused += 1;
      }
      expect(refused).toBeGreaterThan(rounds / 10);
    });

    it("say the same of updates, of objects that are invalid already, too", async () => {
      const specs = new RandomSpecs(2);
      let refused = 0;
      for (let round = 0; round < rounds; round += 1) {
        const old = specs.next();
        const spec = specs.changed(old);
        const { ours, theirs } = await api.update(old, spec);
        expect(ours, JSON.stringify({ old, spec })).toEqual(theirs);
        if (theirs.length > 0) refused += 1;
      }
      expect(refused).toBeGreaterThan(rounds / 10);
    });

    it("say the same of what rules see of metadata", async () => {
      const { ours, theirs } = await api.create(valid, "other");
      expect(ours).toEqual(theirs);
      expect(ours).toEqual(["<nil>: FieldValueInvalid: Invalid value: the name starts with q-"]);
    });
  },
);
