import {
  isConflict,
  isNotFound,
  type Persisted,
  type RestConfig,
  sleep,
  systemClock,
} from "crd-runtime";
import {
  ApiextensionsClientset,
  type CustomResourceDefinition,
  type CustomResourceDefinitionInterface,
} from "crd-runtime/apiextensions/v1";
import { type CrdSource, InvalidCrdError } from "./source.js";

const fieldManager = "crd-testing";

/** Where definitions are installed, and how long it may take. */
export interface InstallCrdsInput {
  readonly config: RestConfig;
  readonly sources: readonly CrdSource[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Whether the server is nobody else's, so that its status may be touched. */
  readonly isOwn: boolean;
}

/**
 * Creates or updates definitions, all at once, and waits until discovery names each of them in every served version.
 *
 * @throws InvalidCrdError with what the server answered for each that failed
 * @throws the signal's reason when it is aborted
 */
export async function installCrds(
  input: InstallCrdsInput,
): Promise<readonly Persisted<CustomResourceDefinition>[]> {
  const { timeoutMs, signal } = input;
  return await forEach(input, async ({ client, definition, name }) => {
    await client.createOrUpdate(definition, { fieldManager, signal });
    const established = await client.waitForEstablished(name, { timeoutMs, signal });
    return input.isOwn ? await backdate({ client, established, signal }) : established;
  });
}

/**
 * For 2 seconds after a definition was established, kube-apiserver makes every create of its objects wait for 2 seconds, so that other
 * servers of the cluster hear of it. A test environment has one server, so the definition is dated back.
 */
async function backdate(input: {
  readonly client: CustomResourceDefinitionInterface;
  readonly established: Persisted<CustomResourceDefinition>;
  readonly signal: AbortSignal | undefined;
}): Promise<Persisted<CustomResourceDefinition>> {
  const { client, signal } = input;
  let definition = input.established;
  for (;;) {
    const conditions = (definition.status?.conditions ?? []).map((condition) =>
      condition.type === "Established"
        ? { ...condition, lastTransitionTime: earlier(condition.lastTransitionTime) }
        : condition,
    );
    try {
      const status = { ...definition.status, conditions };
      return await client.updateStatus({ ...definition, status }, { fieldManager, signal });
    } catch (error) {
      if (!isConflict(error)) throw error;
      definition = await client.get(definition.metadata.name, { signal });
    }
  }
}

/** 3 seconds before: times of conditions are whole seconds. */
function earlier(time: string | undefined): string {
  const moment = new Date(new Date(time ?? 0).getTime() - 3_000);
  return `${moment.toISOString().slice(0, 19)}Z`;
}

const goneRetryMs = 50;

/**
 * Deletes definitions, with all their objects, and waits until they are gone. One that is not there is fine.
 *
 * @throws InvalidCrdError with what the server answered for each that failed
 * @throws the signal's reason when it is aborted
 */
export async function uninstallCrds(input: InstallCrdsInput): Promise<void> {
  const { timeoutMs } = input;
  await forEach(input, async ({ client, name }) => {
    const late = AbortSignal.timeout(timeoutMs);
    const signal = input.signal === undefined ? late : AbortSignal.any([late, input.signal]);
    try {
      await client.delete(name, { signal });
      for (;;) {
        await client.get(name, { signal });
        await sleep({ clock: systemClock, ms: goneRetryMs, signal });
      }
    } catch (error) {
      if (isNotFound(error)) return;
      input.signal?.throwIfAborted();
      if (late.aborted) throw new Error(`${name} is not gone after ${timeoutMs / 1000} s`);
      throw error;
    }
  });
}

/** Does the same with every definition at once; what failed is told with the place that each came from. */
async function forEach<T>(
  input: InstallCrdsInput,
  action: (each: {
    readonly client: CustomResourceDefinitionInterface;
    readonly definition: CustomResourceDefinition;
    readonly name: string;
  }) => Promise<T>,
): Promise<readonly T[]> {
  const { config, sources, signal } = input;
  const client = ApiextensionsClientset.forConfig(config)
    .apiextensionsV1()
    .customResourceDefinitions();
  const results = await Promise.allSettled(
    sources.map(({ definition }) =>
      action({ client, definition, name: definition.metadata.name ?? "" }),
    ),
  );
  signal?.throwIfAborted();
  const problems: string[] = [];
  const causes: unknown[] = [];
  const values: T[] = [];
  for (const [index, result] of results.entries()) {
    if (result.status === "fulfilled") values.push(result.value);
    else {
      const { reason }: { readonly reason: unknown } = result;
      const text = reason instanceof Error ? reason.message : String(reason);
      problems.push(`${sources[index]?.origin}: ${text}`);
      causes.push(reason);
    }
  }
  if (problems.length > 0) {
    throw new InvalidCrdError(problems, {
      cause: causes.length === 1 ? causes[0] : new AggregateError(causes),
    });
  }
  return values;
}
