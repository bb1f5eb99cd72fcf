import type { Status } from "crd-runtime";
import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import { beforeAll, expect, it } from "vitest";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import type { ApiObject } from "../../packages/crd-testing/src/apiserver/object.js";
import { StatusError } from "../../packages/crd-testing/src/apiserver/status/index.js";
import { FakeClock } from "../../packages/crd-testing/src/clock/fake-clock.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { adminConfig, restClient } from "../runtime/server.js";
import { definition } from "./definition.js";
import { Model, type Operation } from "./model.js";
import { aged, randomOperation } from "./random-operation.js";
import { type Answer, send } from "./requests.js";

const group = "managedfields.example.com";
const apiVersion = `${group}/v1`;
const collection = `/apis/${apiVersion}/namespaces/default/samples`;
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
        const expected = predicted({ operation, live, time: timeOf(answer) });
        expect({ operation, ...expected }, `step ${step}`).toEqual({ operation, ...seen(answer) });
        live = answer.object ?? live;
        if (operation.verb === "apply" && random() < 0.5) applied = operation;
      }
    },
  );
});

/** What the model makes of an operation at the time at which the server did it. */
function predicted(input: {
  readonly operation: Operation;
  readonly live: ApiObject | undefined;
  readonly time: number;
}): object {
  const { operation, live, time } = input;
  const model = new Model({ apiVersion, clock: new FakeClock(time) });
  try {
    return seen({ object: model.write(operation, live) });
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return seen({ status: error.status });
  }
}

/** When the server wrote: the newest time of its managers. */
function timeOf(answer: Answer): number {
  const entries = answer.object?.metadata.managedFields ?? [];
  return Math.max(0, ...entries.map(({ time = "" }) => Date.parse(time) || 0));
}

/** An answer without what the FieldManager has nothing to do with. */
function seen(answer: Answer): object {
  if (answer.status !== undefined) return { status: sorted(answer.status) };
  const { metadata, ...rest } = answer.object;
  const { uid, resourceVersion, generation, creationTimestamp, namespace, ...left } = metadata;
  return { object: { ...rest, metadata: left } };
}

/** The server names conflicts of several managers in any order. */
function sorted(status: Status): Status {
  const { details, ...rest } = status;
  const causes = [...(details?.causes ?? [])].sort((a, b) =>
    JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
  );
  return { ...rest, ...(details === undefined ? {} : { details: { ...details, causes } }) };
}
