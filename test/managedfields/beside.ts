import type { Status } from "crd-runtime";
import type { ApiObject } from "../../packages/crd-testing/src/apiserver/object.js";
import { StatusError } from "../../packages/crd-testing/src/apiserver/status/index.js";
import { FakeClock } from "../../packages/crd-testing/src/clock/fake-clock.js";
import { Model, type Operation } from "./model.js";
import type { Answer } from "./requests.js";

/** What the model makes of an operation at the time at which the server did it. */
export function predicted(input: {
  readonly operation: Operation;
  readonly live: ApiObject | undefined;
  readonly time: number;
  readonly apiVersion: string;
}): object {
  const { operation, live, time, apiVersion } = input;
  const model = new Model({ apiVersion, clock: new FakeClock({ start: time }) });
  try {
    return seen({ object: model.write(operation, live) });
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return seen({ status: error.status });
  }
}

/** When the server wrote: the newest time of its managers. */
export function timeOf(answer: Answer): number {
  const entries = answer.object?.metadata.managedFields ?? [];
  return Math.max(0, ...entries.map(({ time = "" }) => Date.parse(time) || 0));
}

/** An answer without what the FieldManager has nothing to do with. */
export function seen(answer: Answer): object {
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
