import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { beforeAll, expect, it } from "vitest";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import type { ApiObject } from "../../packages/crd-testing/src/apiserver/object.js";
import { definition } from "../../packages/crd-testing/test/managedfields/definition.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "../runtime/server.js";
import { predicted, seen, timeOf } from "./beside.js";
import type { Operation } from "./model.js";
import { aged, randomOperation } from "./random-operation.js";
import { send } from "./requests.js";

const group = "managedfields.example.com";
const apiVersion = `${group}/v1`;
const collection = `/apis/${apiVersion}/namespaces/default/samples`;
/** More of them: `SEEDS=100`. */
const seeds = Array.from({ length: Number(process.env["SEEDS"] ?? 10) }, (_, index) => index + 1);
const steps = 60;

describeOnServer("FieldManager beside the API server", (server) => {
  const rest = restClient(server);

  beforeAll(async () => {
    const definitions = ApiextensionsClientset.forConfig(adminConfig(server))
      .apiextensionsV1()
      .customResourceDefinitions();
    const made = definition(group);
    await definitions.createOrUpdate(made);
    await definitions.waitForEstablished(`samples.${group}`);
  });

  it.each(seeds)(
    "does the same in a sequence of writes by several managers (seed %i)",
    async (seed) => {
      const random = mulberry32(seed);
      const name = `seed-${seed}`;
      let live: ApiObject | undefined;
      let applied: Operation | undefined;
      for (let step = 0; step < steps; step += 1) {
        const operation: Operation =
          live !== undefined && step % 3 === 0
            ? aged({ random, live })
            : randomOperation({ random, sample: { apiVersion, name }, live, applied });
        const answer = await send({ rest, collection, name, operation });
        if (answer.status?.reason === "Invalid") continue;
        const expected = predicted({ operation, live, time: timeOf(answer), apiVersion });
        expect({ operation, ...expected }, `step ${step}`).toEqual({ operation, ...seen(answer) });
        live = answer.object ?? live;
        if (operation.verb === "apply" && random() < 0.5) applied = operation;
      }
    },
  );
});
