import type { Fault } from "../../src/apiserver/faults/fault.js";
import { seededRandom } from "../../src/apiserver/faults/random.js";

/** Something that happens to a server, or to an informer of it. */
export type Step =
  /** Creates or changes an object. One that is marked as deleted goes when it is not held any more. */
  | {
      readonly do: "put";
      readonly namespace: string;
      readonly name: string;
      readonly size: number;
      readonly tier: "gold" | "silver";
      /** By a finalizer. */
      readonly held: boolean;
    }
  | { readonly do: "delete"; readonly namespace: string; readonly name: string }
  /** Meets the next such request that no other fault meets. */
  | { readonly do: "fault"; readonly verb: "list" | "watch"; readonly fault: Fault }
  | { readonly do: "compact" }
  /** Breaks every connection. */
  | { readonly do: "restart" }
  | { readonly do: "pass"; readonly ms: number }
  | {
      readonly do: "addHandler";
      /** `throws` in each call, or lets it take so many milliseconds. */
      readonly manner: "throws" | number;
      readonly resyncPeriodMs: number;
      readonly maxPending?: number;
    }
  /** One of those that are there, counted around. */
  | { readonly do: "removeHandler"; readonly at: number }
  /** Of the informer that runs, in which it stays. */
  | { readonly do: "addIndex" }
  /** No faults any more; then cache and handlers must come to have what the server has, and follow it. */
  | { readonly do: "makeWell" }
  /** Stops the informer and runs another one, with a handler of its own. */
  | { readonly do: "restartInformer" };

/** Everything that a run depends on. */
export interface Script {
  readonly options: {
    /** The one that the informer is of; `""` for all. */
    readonly namespace: string;
    readonly labelSelector?: string;
    /** Whether what is cached is larger by 1,000 than what the server has. */
    readonly transform: boolean;
    readonly watchList: boolean;
    readonly checkConsistency: boolean;
    readonly resyncPeriodMs: number;
    readonly listPageSize?: number;
  };
  readonly steps: readonly Step[];
}

const faults: readonly Fault[] = [
  { type: "status", code: 429, retryAfterSeconds: 2 },
  { type: "status", code: 500 },
  { type: "status", code: 503, retryAfterSeconds: 1 },
  { type: "status", code: 410 },
  { type: "status", code: 403 },
  { type: "refuse" },
  { type: "reset", when: "before" },
  { type: "reset", when: "inside", afterBytes: 700 },
  { type: "reset", when: "after" },
  { type: "silence" },
  { type: "silence", afterBytes: 900 },
  { type: "slow", chunkBytes: 300, delayMs: 50 },
  { type: "truncate", afterBytes: 900 },
  { type: "errorFrame", code: 410, afterFrames: 2 },
  { type: "errorFrame", code: 500, afterFrames: 1 },
  { type: "errorFrame", code: 504 },
  { type: "duplicateBookmarks" },
  { type: "noBookmarks" },
  { type: "compact" },
  { type: "restart" },
];

const namespaces = ["default", "kube-public"] as const;

/** The same script for the same seed. */
export function drawScript(input: { readonly seed: number; readonly length: number }): Script {
  const random = seededRandom(input.seed);
  const below = (end: number): number => Math.floor(random() * end);
  const chance = (probability: number): boolean => random() < probability;
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item =>
    items[below(items.length)] ?? items[0];
  const object = (): { readonly namespace: string; readonly name: string } => ({
    namespace: pick(namespaces),
    name: `database-${below(4)}`,
  });
  const one = (): Step => {
    const dice = below(100);
    if (dice < 45) {
      const [size, tier, held] = [below(100), pick(["gold", "silver"] as const), chance(0.2)];
      return { do: "put", ...object(), size, tier, held };
    }
    if (dice < 65) return { do: "delete", ...object() };
    if (dice < 82) return { do: "pass", ms: pick([0, 0, 10, 500, 1_000, 5_000, 40_000]) };
    // So long that watches end, and begin anew.
    if (dice < 83) return { do: "pass", ms: 650_000 };
    if (dice < 90) {
      return {
        do: "fault",
        verb: pick(["list", "watch"]),
        fault: faults[below(faults.length)] ?? { type: "refuse" },
      };
    }
    if (dice < 92) return { do: "compact" };
    if (dice < 94) return { do: "restart" };
    if (dice < 97) {
      return {
        do: "addHandler",
        manner: pick<"throws" | number>(["throws", 0, 0, 20, 300]),
        resyncPeriodMs: pick([0, 0, 5_000]),
        ...(chance(0.2) ? { maxPending: 2 } : {}),
      };
    }
    if (dice < 99) return { do: "removeHandler", at: below(10) };
    return pick<Step>([
      { do: "addIndex" },
      { do: "restartInformer" },
      { do: "removeHandler", at: 0 },
    ]);
  };
  const listPageSize = pick([undefined, undefined, 1, 3]);
  return {
    options: {
      namespace: pick(["", "", "default"]),
      ...(chance(0.3) ? { labelSelector: "tier=gold" } : {}),
      transform: chance(0.3),
      watchList: chance(0.5),
      checkConsistency: chance(0.25),
      resyncPeriodMs: pick([0, 0, 0, 30_000]),
      ...(listPageSize === undefined ? {} : { listPageSize }),
    },
    steps: Array.from({ length: input.length }, one),
  };
}

/** A script as a test would have it. */
export function printScript(script: Script): string {
  const literal = (value: unknown): string =>
    JSON.stringify(value)
      .replaceAll(/"(\w+)":/g, " $1: ")
      .replaceAll("}", " }");
  return [
    "await runScript({",
    `  options: ${literal(script.options)},`,
    "  steps: [",
    ...script.steps.map((step) => `    ${literal(step)},`),
    "  ],",
    "});",
  ].join("\n");
}
