import type { Clock } from "crd-runtime";
import type { Catalog } from "../resources/catalog.js";
import type { ApiResource } from "../resources/resource.js";
import { timeOf } from "../time.js";
import { withApproval } from "./api-approval.js";
import { isConditionTrue, type StoredDefinition } from "./definition.js";
import { withEstablished } from "./establishing.js";
import { awaitsCleanup, terminating, withoutCleanup, withTerminating } from "./finalizing.js";
import { withAcceptedNames } from "./naming.js";
import type { DefinitionChange, DefinitionStorage, InstanceStorage } from "./ports.js";
import type { RuleCompiler } from "./rules.js";
import { ServedDefinitions } from "./served-definitions.js";

/** "none": all is done before the next request. "real": with the delays of kube-apiserver, on the clock. */
export type Timing = "none" | "real";

/** What the controller of definitions works with. */
export interface DefinitionControllerOptions {
  readonly definitions: DefinitionStorage;
  readonly instances: InstanceStorage;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly timing: Timing;
  /** Undefined: CEL rules are not checked. */
  readonly compileRules: RuleCompiler | undefined;
}

const cleanupPollMs = 5_000;
const cleanupTimeoutMs = 60_000;

/**
 * Does for definitions what the controllers of apiextensions-apiserver do: accepts names, establishes, notes approval, serves
 * what is established, and deletes objects before a definition goes. Each write is an event of its own, in the server's order.
 */
export class DefinitionController {
  readonly #options: DefinitionControllerOptions;
  readonly #served: ServedDefinitions;
  readonly #queue = new Set<string>();
  /** Definitions whose objects are being waited for: name to the function that ends the wait. */
  readonly #waiting = new Map<string, () => void>();
  readonly #stop: () => void;
  #scheduled = false;

  constructor(options: DefinitionControllerOptions) {
    this.#options = options;
    this.#served = new ServedDefinitions(options);
    this.#stop = options.definitions.onChange((change) => this.#changed(change));
    for (const definition of options.definitions.list()) {
      this.#changed({ name: definition.metadata.name ?? "", definition });
    }
  }

  /** Stops watching and all timers; what is served stays. */
  stop(): void {
    this.#stop();
    for (const end of this.#waiting.values()) end();
    this.#waiting.clear();
    this.#served.stop();
  }

  #changed(change: DefinitionChange): void {
    const { name, definition } = change;
    this.#served.update(change);
    this.#queue.add(name);
    if (definition === undefined) this.#stopWaiting(name);
    this.#schedule();
  }

  /** After the write that is going on, and before whoever made it goes on. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      for (const name of this.#queue) {
        this.#queue.delete(name);
        this.#sync(name);
      }
    });
  }

  #sync(name: string): void {
    const definition = this.#options.definitions.get(name);
    if (definition === undefined) {
      this.#requeueGroup(name);
      return;
    }
    const now = timeOf(this.#options.clock.now());
    const all = (): readonly StoredDefinition[] => this.#options.definitions.list();
    const named = withAcceptedNames({ definition, all, now });
    if (named !== undefined) {
      this.#write(named);
      this.#requeueGroup(name);
      return;
    }
    const next = withApproval({ definition, now }) ?? withEstablished({ definition, now });
    if (next !== undefined) this.#write(next);
    else if (awaitsCleanup(definition)) this.#cleanUp(definition, now);
  }

  /** The write is a change, and is looked at again. */
  #write(definition: StoredDefinition): void {
    this.#options.definitions.updateStatus(definition);
  }

  /** Others may take names that are free now. */
  #requeueGroup(name: string): void {
    const group = name.slice(name.indexOf(".") + 1);
    for (const other of this.#options.definitions.list()) {
      const otherName = other.metadata.name ?? "";
      if (other.spec.group === group && otherName !== name) this.#queue.add(otherName);
    }
    this.#schedule();
  }

  #cleanUp(definition: StoredDefinition, now: string): void {
    const name = definition.metadata.name ?? "";
    if (this.#waiting.has(name)) return;
    const begun = withTerminating({ definition, condition: terminating.inProgress, now });
    if (begun !== undefined) {
      this.#write(begun);
      return;
    }
    if (!isConditionTrue(definition, "Established")) {
      this.#finish({ definition, condition: terminating.neverEstablished });
      return;
    }
    const resource = this.#served.storageResource(definition);
    if (resource !== undefined) this.#options.instances.deleteAll(resource);
    if (resource === undefined || this.#options.instances.count(resource) === 0) {
      this.#finish({ definition, condition: terminating.completed });
    } else this.#wait({ name, resource, leftMs: cleanupTimeoutMs });
  }

  #wait(input: {
    readonly name: string;
    readonly resource: ApiResource;
    readonly leftMs: number;
  }): void {
    const { name, resource, leftMs } = input;
    if (this.#options.timing === "none") {
      const { instances } = this.#options;
      const end = instances.onChange(resource, () => {
        if (instances.count(resource) > 0) return;
        this.#stopWaiting(name);
        this.#queue.add(name);
        this.#schedule();
      });
      this.#waiting.set(name, end);
      return;
    }
    const timer = this.#options.clock.setTimer(cleanupPollMs, () => {
      this.#waiting.delete(name);
      const definition = this.#options.definitions.get(name);
      if (definition === undefined || !awaitsCleanup(definition)) return;
      if (this.#options.instances.count(resource) === 0) {
        this.#finish({ definition, condition: terminating.completed });
      } else if (leftMs > cleanupPollMs) {
        this.#wait({ name, resource, leftMs: leftMs - cleanupPollMs });
      } else {
        // The server says that it gives up, and begins anew.
        const now = timeOf(this.#options.clock.now());
        const condition = terminating.unconfirmed;
        const failed = withTerminating({ definition, condition, now });
        if (failed !== undefined) this.#write(failed);
      }
    });
    this.#waiting.set(name, () => timer.cancel());
  }

  #finish(input: {
    readonly definition: StoredDefinition;
    readonly condition: (typeof terminating)[keyof typeof terminating];
  }): void {
    const now = timeOf(this.#options.clock.now());
    const definition = withTerminating({ ...input, now }) ?? input.definition;
    this.#write(withoutCleanup(definition));
  }

  #stopWaiting(name: string): void {
    this.#waiting.get(name)?.();
    this.#waiting.delete(name);
  }
}
