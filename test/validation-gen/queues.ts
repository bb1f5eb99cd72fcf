import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ApiError, type RestClient, type RestRequest } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { causesOf, type FieldErrorCause } from "crd-runtime/schema";
import type { Check, ValidationSettings } from "crd-runtime/validation";
import { afterAll } from "vitest";
import { parse } from "yaml";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** JSON of an object. */
export type Json = Readonly<Record<string, unknown>>;

/** The kind of the golden case `schemas`: what is generated for it. */
export interface Queues {
  readonly report: string;
  readonly definition: CustomResourceDefinition;
  /** A generated function by the name of its type, with what it finds as a Status lists it. */
  readonly validate: (type: string) => (input: Input) => readonly FieldErrorCause[];
}

interface Input extends ValidationSettings {
  readonly object: unknown;
  readonly oldObject?: unknown;
  readonly path?: string;
}

/** Generates the functions and the definition of a golden case of validation-gen, for the tests of a file. */
export async function loadQueues(): Promise<Queues> {
  const golden = goldenCases().find(
    ({ generator, name }) => generator === "validation-gen" && name === "schemas",
  );
  if (golden === undefined) throw new Error("there is no such golden case");
  const project = inputOf(golden);
  const validations = await runProject({ project, generator: "validation-gen" });
  const crds = await runProject({ project, generator: "crd-gen" });
  const folder = mkdtempSync(join(tmpdir(), "validations-schemas-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeTree({ folder, tree: new Map([...project, ...validations.files]) });
  const file = join(folder, "src/apis/example.com/v1/zz_generated.validations.ts");
  const module: Record<string, unknown> = await import(/* @vite-ignore */ file);
  const yaml = crds.files.get("config/crd/example.com_queues.yaml");
  if (yaml === undefined) throw new Error(`there is no definition: ${crds.report}`);
  return {
    report: validations.report + crds.report,
    definition: parse(yaml) as CustomResourceDefinition,
    validate: (type) => {
      const check = module[`validate_${type}`];
      if (!isCheck(check)) throw new Error(`there is no function for ${type}`);
      return (input) => causesOf(check(input as never));
    },
  };
}

function isCheck(value: unknown): value is Check<never> {
  return typeof value === "function";
}

/** Makes specs of queues, many of them wrong in one or several ways; members that are undefined are absent. */
export class RandomSpecs {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = mulberry32(seed);
  }

  next(): Json {
    const spec = {
      minReplicas: this.pick<unknown>(1, 1, 2, 3, 0, undefined, "2"),
      maxReplicas: this.pick(undefined, 2, 3, 60, 101),
      region: this.pick(undefined, "north", "south", "south", "west"),
      consumers: this.pick(undefined, this.#consumers(), this.#consumers()),
      zones: this.pick(undefined, ["a"], ["a", "none"], ["a", "a"], ["none", "none"]),
      labels: this.pick<unknown>(
        undefined,
        { a: "x" },
        { a: "" },
        { a: "", b: "" },
        { a: "x".repeat(64) },
      ),
      surge: this.pick<unknown>(undefined, 1, -1, "10%", "many", null),
      window: this.pick<unknown>(undefined, undefined, { length: "2h" }, { length: "2" }, {}),
      note: this.pick(undefined, "x"),
      owner: this.pick(undefined, "me"),
      code: this.pick(undefined, "ab", "a", "abcde"),
      unknown: this.pick(undefined, 1),
      shard: this.pick<unknown>(undefined, "a", "b", "b", 1),
      plan: this.pick(undefined, "a", "b"),
      tenant: this.pick(undefined, "a", "b"),
      backup: this.pick<unknown>(undefined, {}, this.#backup(), this.#backup()),
    };
    return JSON.parse(JSON.stringify(spec)) as Json;
  }

  /** One of the old spec's members changed, or another spec altogether. */
  changed(spec: Json): Json {
    const next = this.next();
    if (this.pick(true, false)) return next;
    const names = Object.keys(next);
    const name = names[Math.floor(this.#random() * names.length)] ?? "note";
    return { ...spec, [name]: next[name] };
  }

  pick<T>(...values: readonly [T, ...T[]]): T {
    return values[Math.floor(this.#random() * values.length)] ?? values[0];
  }

  #backup(): Json {
    const bucket = this.pick(undefined, "a", "b");
    return { bucket, class: this.pick("a", "a", "a", "b", "long") };
  }

  #consumers(): readonly Json[] {
    const weight = () => this.pick<number | undefined>(undefined, 1, 5, 20);
    const main = { name: "main", weight: weight() };
    const other = { name: this.pick("a", "b"), weight: weight(), mode: this.pick("pull", "pop") };
    return this.pick<readonly Json[]>(
      [main],
      [other],
      [main, other],
      [other, main],
      [other, other],
      [{}],
    );
  }
}

/** Causes in an order of their own: the server goes through the members of objects in random order. */
export function inOrder(causes: readonly FieldErrorCause[]): readonly string[] {
  return causes.map(({ field, reason, message }) => `${field}: ${reason}: ${message}`).sort();
}

/** The definition with a second version that takes anything: what it stores may be invalid in the first one. */
export function withLooseVersion(definition: CustomResourceDefinition): CustomResourceDefinition {
  const { metadata, spec } = definition;
  const [strict] = spec.versions;
  if (strict === undefined) throw new Error("there is no version");
  const openAPIV3Schema = { type: "object", "x-kubernetes-preserve-unknown-fields": true };
  const loose = { name: "v0", served: true, storage: false, schema: { openAPIV3Schema } };
  const { apiVersion, kind } = definition;
  return {
    apiVersion,
    kind,
    metadata,
    spec: { ...spec, scope: "Cluster", versions: [strict, loose] },
  } as CustomResourceDefinition;
}

/** Asks a server about queues, and compares with what the generated function says. */
export class QueueServer {
  readonly #rest: RestClient;
  readonly #validate: ReturnType<Queues["validate"]>;

  constructor(input: { readonly rest: RestClient; readonly queues: Queues }) {
    this.#rest = input.rest;
    this.#validate = input.queues.validate("Queue");
  }

  /** What the server and the function say of a new queue. */
  async create(spec: unknown, name = "q-new"): Promise<Answers> {
    const object = { apiVersion: "example.com/v1", kind: "Queue", metadata: { name }, spec };
    const theirs = await this.#causes({ method: "POST", path: queuesPath("v1"), body: object });
    return { ours: inOrder(this.#validate({ object, cel, options })), theirs };
  }

  /** What they say of a spec in the place of another one, which the server has stored without a look. */
  async update(old: unknown, spec: unknown): Promise<Answers> {
    const metadata = { generateName: "q-" };
    const body = { apiVersion: "example.com/v0", kind: "Queue", metadata, spec: old };
    const stored = await this.#request({ method: "POST", path: queuesPath("v0"), body });
    const path = `${queuesPath("v1")}/${stored.metadata.name}`;
    const oldObject = await this.#request({ method: "GET", path });
    const object = { ...oldObject, spec };
    const theirs = await this.#causes({ method: "PUT", path, body: object });
    return { ours: inOrder(this.#validate({ object, oldObject, cel, options })), theirs };
  }

  async #causes(request: RestRequest): Promise<readonly string[]> {
    try {
      await this.#rest.request({ ...request, query: { dryRun: "All" } });
      return [];
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== "Invalid") throw error;
      const causes = error.status.details?.causes ?? [];
      return inOrder(causes as readonly FieldErrorCause[]);
    }
  }

  async #request(request: RestRequest): Promise<{ metadata: { name: string } }> {
    return (await this.#rest.request(request)) as { metadata: { name: string } };
  }
}

interface Answers {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

const cel = celCompiler();
/** No definition knows of them. */
const options = { Frozen: false };

/** Path of all queues in a version. */
export function queuesPath(version: string): string {
  return `/apis/example.com/${version}/queues`;
}
