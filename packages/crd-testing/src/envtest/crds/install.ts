import { isNotFound, type Persisted, type RestConfig, sleep, systemClock } from "crd-runtime";
import {
  ApiextensionsClientset,
  type CustomResourceDefinition,
  type CustomResourceDefinitionInterface,
} from "crd-runtime/apiextensions/v1";
import { type CrdSource, InvalidCrdError } from "./source.js";

/** Where definitions are installed, and how long it may take. */
export interface InstallCrdsInput {
  readonly config: RestConfig;
  readonly sources: readonly CrdSource[];
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
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
    await client.createOrUpdate(definition, { fieldManager: "crd-testing", signal });
    return await client.waitForEstablished(name, { timeoutMs, signal });
  });
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
