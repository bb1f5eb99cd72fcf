import type { Handler } from "../../../packages/crd-testing/src/apiserver/http.js";
import { EmbeddedApiServer } from "../../../packages/crd-testing/src/index.js";
import { Administrator } from "../harness/administrator.js";
import { resourceDefinition } from "../harness/resource-definition.js";
import { Dice } from "../random/dice.js";
import { HandlerServer } from "../servers/handler-server.js";
import { hastyClock } from "../servers/hasty-clock.js";
import { check } from "./check.js";
import { corpus, definitions, type FuzzRequest, group, namespace } from "./corpus.js";
import { mutate } from "./mutate.js";

/** Requests to one server, before their traces are thrown away with it. */
const perServer = 2000;
const perCheckup = 100;

/** A request that was answered as no server may answer. */
export interface Finding {
  /** Runs into the same again. */
  readonly seed: number;
  readonly problem: string;
  readonly request: string;
}

/**
 * Sends mutated requests of the suite to the embedded server for as long as `goOn` says, and healthy ones between them.
 * Gives what went wrong, and how many requests there were.
 */
export async function fuzz(input: {
  readonly seed: number;
  readonly goOn: (sent: number) => boolean;
}): Promise<{ readonly findings: readonly Finding[]; readonly sent: number }> {
  const requests = corpus();
  const findings: Finding[] = [];
  let sent = 0;
  while (input.goOn(sent)) {
    const api = await EmbeddedApiServer.start({ clock: hastyClock, namespaceController: false });
    const handle = api.handler;
    await furnish(handle);
    for (let index = 0; index < perServer && input.goOn(sent); index += 1) {
      // Each request has a seed of its own, so that one of them can be made again.
      const seed = input.seed + sent;
      const dice = new Dice(seed);
      const request = mutate({ dice, request: dice.pick(requests), corpus: requests });
      const problem = await check({ handle, request });
      sent += 1;
      if (problem !== undefined) findings.push({ seed, problem, request: show(request) });
      if (sent % perCheckup !== 0) continue;
      const sick = await checkup({ handle, name: `healthy-${sent}` });
      if (sick !== undefined) findings.push({ seed, problem: sick, request: show(request) });
    }
    await api.stop();
  }
  return { findings, sent };
}

async function furnish(handle: Handler): Promise<void> {
  const administrator = new Administrator(new HandlerServer({ name: "embedded", handle }));
  await administrator.createNamespace(namespace);
  for (const definition of definitions())
    await administrator.serve(resourceDefinition({ definition, group }));
}

/** Creates and deletes an object as anybody may. */
async function checkup(input: {
  readonly handle: Handler;
  readonly name: string;
}): Promise<string | undefined> {
  const { handle, name } = input;
  const administrator = new Administrator(new HandlerServer({ name: "embedded", handle }));
  const path = "/api/v1/namespaces/default/configmaps";
  const body = { metadata: { name }, data: { k: "v" } };
  const created = await administrator.request({ method: "POST", path, body });
  const deleted = await administrator.request({ method: "DELETE", path: `${path}/${name}` });
  if (created.status === 201 && deleted.status === 200) return undefined;
  return `afterwards a ConfigMap could not be created (${created.status}) and deleted (${deleted.status})`;
}

function show(request: FuzzRequest): string {
  const { method, path, headers, body } = request;
  return `${method} ${path}\n${JSON.stringify(headers)}\n${Buffer.from(body).toString("utf8").slice(0, 2000)}`;
}
