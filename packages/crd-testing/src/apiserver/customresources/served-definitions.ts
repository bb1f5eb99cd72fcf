import type { Clock, Timer } from "crd-runtime";
import { equalJson } from "../json.js";
import type { Catalog } from "../resources/catalog.js";
import type { ApiResource } from "../resources/resource.js";
import { findCondition, isServed, type StoredDefinition, storageVersionOf } from "./definition.js";
import type { DefinitionChange } from "./ports.js";
import type { RuleCompiler } from "./rules.js";
import { ServingInfo } from "./serving-info.js";

/** How long kube-apiserver leaves watches of what has changed open. */
const drainMs = 1_000;
/** How long after Established kube-apiserver holds up creations. */
const settleMs = 2_000;

/** Keeps the catalog in step with the definitions. */
export class ServedDefinitions {
  readonly #catalog: Catalog;
  readonly #clock: Clock;
  readonly #timing: "none" | "real";
  readonly #compileRules: RuleCompiler | undefined;
  /** By the name of the definition. */
  readonly #infos = new Map<string, ServingInfo>();
  readonly #timers = new Set<Timer>();
  readonly #stopped = new AbortController();
  #epoch = 0;

  constructor(options: {
    readonly catalog: Catalog;
    readonly clock: Clock;
    readonly timing: "none" | "real";
    readonly compileRules: RuleCompiler | undefined;
  }) {
    this.#catalog = options.catalog;
    this.#clock = options.clock;
    this.#timing = options.timing;
    this.#compileRules = options.compileRules;
  }

  /** Serves a definition as it is now. */
  update({ name, definition }: DefinitionChange): void {
    const old = this.#infos.get(name);
    if (definition === undefined || !isServed(definition)) {
      this.#infos.delete(name);
      this.#catalog.replace({ definition: name, resources: [] });
      if (old !== undefined) this.#close(old);
      return;
    }
    const info = old !== undefined && serves(old, definition) ? old : this.#infoOf(definition);
    this.#infos.set(name, info);
    const resources = info.resources({
      definition,
      creatableFrom: this.#creatableFrom(definition),
    });
    this.#catalog.replace({ definition: name, resources });
    if (old !== undefined && old !== info) this.#close(old);
  }

  /** A resource by which the objects of a definition are found in storage. */
  storageResource(definition: StoredDefinition): ApiResource | undefined {
    const resources = this.#infos
      .get(definition.metadata.name ?? "")
      ?.resources({ definition, creatableFrom: undefined });
    const version = storageVersionOf(definition);
    return resources?.find((resource) => resource.version === version) ?? resources?.[0];
  }

  /** Cancels what waits for its time, and for webhooks. */
  stop(): void {
    this.#stopped.abort();
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }

  #infoOf(definition: StoredDefinition): ServingInfo {
    this.#epoch += 1;
    return new ServingInfo({
      definition,
      epoch: this.#epoch,
      clock: this.#clock,
      compileRules: this.#compileRules,
      stopped: this.#stopped.signal,
    });
  }

  #close(info: ServingInfo): void {
    if (this.#timing === "none") {
      info.close();
      return;
    }
    const timer = this.#clock.setTimer(drainMs, () => {
      this.#timers.delete(timer);
      info.close();
    });
    this.#timers.add(timer);
  }

  #creatableFrom(definition: StoredDefinition): number | undefined {
    if (this.#timing === "none") return undefined;
    const since = findCondition(definition, "Established")?.lastTransitionTime;
    return since === undefined ? undefined : Date.parse(since) + settleMs;
  }
}

function serves(info: ServingInfo, definition: StoredDefinition): boolean {
  const served = info.definition;
  return (
    served.metadata.uid === definition.metadata.uid &&
    equalJson(served.spec, definition.spec) &&
    equalJson(served.status.acceptedNames, definition.status.acceptedNames)
  );
}
