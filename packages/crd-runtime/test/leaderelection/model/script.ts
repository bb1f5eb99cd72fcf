import { mulberry32 } from "../../random.js";

/** Times of an elector, in milliseconds. */
export interface Times {
  readonly leaseDurationMs: number;
  readonly renewDeadlineMs: number;
  readonly retryPeriodMs: number;
}

/** What a candidate is, and how it differs from the others. */
export interface CandidateScript {
  readonly name: string;
  /** Milliseconds by which its wall clock is wrong. */
  readonly skewMs: number;
  /** Its seconds in a real one. */
  readonly rate: number;
  readonly seed: number;
  readonly times: Times;
  /** Milliseconds that its work takes to end. */
  readonly endMs: number;
  /** Milliseconds after which its work is not waited for. */
  readonly graceMs: number;
}

/** What happens to the messages of a candidate. */
export type Fate = "requests lost" | "answers lost" | "refused" | "slow";

/** Something that happens to a candidate from a moment on. Times are real milliseconds. */
export type Action = { readonly at: number; readonly who: string } & (
  | { readonly type: "pause"; readonly ms: number; readonly answersFirst: boolean }
  | { readonly type: "network"; readonly ms: number; readonly fate: Fate; readonly delayMs: number }
  /** At once, or while its next write is on its way. */
  | { readonly type: "cancel"; readonly duringWrite: boolean }
  | { readonly type: "kill" }
);

/** A whole run: the same script gives the same run. */
export interface Script {
  readonly candidates: readonly CandidateScript[];
  readonly actions: readonly Action[];
  /** Whether leaders are asked with isLeader, or the signals of their work are looked at. */
  readonly asks: boolean;
}

/** When the last action begins. */
export const horizonMs = 25_000;

const fates: readonly Fate[] = ["requests lost", "answers lost", "refused", "slow"];

/** Each way: answers that take longer than 1.25 s are not waited for. */
const slowMs = [700, 4_000] as const;

/** Among what scripts choose. */
export interface Choice {
  /** The slowest and the fastest clock. */
  readonly rates: readonly [number, number];
  /** Of candidates, each of which has one of them. */
  readonly times: readonly Times[];
}

/** A random script. */
export function randomScript(input: Choice & { readonly seed: number }): Script {
  const random = mulberry32(input.seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const oneOf = <T>(choices: readonly T[]): T => {
    const chosen = choices[below(choices.length)];
    if (chosen === undefined) throw new TypeError("nothing to choose from");
    return chosen;
  };
  const [slowest, fastest] = input.rates;
  const names = ["a", "b", "c"].slice(0, 2 + below(2));
  const candidates = names.map((name) => ({
    name,
    skewMs: below(7_200_000) - 3_600_000,
    rate: slowest + random() * (fastest - slowest),
    seed: below(1 << 30),
    times: oneOf(input.times),
    endMs: below(2) === 0 ? 0 : below(3_000),
    graceMs: below(2) === 0 ? 30_000 : 1_000,
  }));
  const actions = Array.from({ length: 1 + below(10) }, (): Action => {
    const at = below(horizonMs);
    const who = oneOf(names);
    const ms = 50 + below(7_000);
    const kind = below(10);
    if (kind < 4) return { at, who, type: "pause", ms, answersFirst: below(2) === 0 };
    if (kind < 8) {
      const fate = oneOf(fates);
      return { at, who, type: "network", ms, fate, delayMs: below(oneOf(slowMs)) };
    }
    if (kind === 8) return { at, who, type: "cancel", duringWrite: below(2) === 0 };
    return { at, who, type: "kill" };
  });
  return { candidates, actions: actions.sort((a, b) => a.at - b.at), asks: below(2) === 0 };
}

/** The script for people. */
export function describeScript({ candidates, actions, asks }: Script): string {
  const seconds = (ms: number): string => `${ms / 1_000} s`;
  const who = candidates.map(
    ({ name, skewMs, rate, endMs, graceMs, times }) =>
      `${name} (clock ${seconds(skewMs)} off, ${rate.toFixed(3)} times as fast, times ${Object.values(times).join("/")}, work ends in ${seconds(endMs)}, ${seconds(graceMs)} allowed)`,
  );
  const lines = actions.map((action) => {
    const head = `at ${seconds(action.at)} ${action.who}:`;
    switch (action.type) {
      case "pause": {
        const first = action.answersFirst ? "answers" : "timers";
        return `${head} paused for ${seconds(action.ms)}, then ${first} first`;
      }
      case "network": {
        const delay = action.fate === "slow" ? ` by ${seconds(action.delayMs)} each way` : "";
        return `${head} ${action.fate}${delay} for ${seconds(action.ms)}`;
      }
      case "cancel":
        return `${head} cancel${action.duringWrite ? " during the next write" : ""}`;
      default:
        return `${head} ${action.type}`;
    }
  });
  return [`candidates: ${who.join(", ")}; asks: ${asks}`, ...lines].join("\n  ");
}

/** The same failure with fewer actions and candidates: takes away what it does not need. */
export async function shrink(input: {
  readonly script: Script;
  readonly fails: (script: Script) => Promise<boolean>;
}): Promise<Script> {
  let { script } = input;
  for (let smaller = true; smaller; ) {
    smaller = false;
    const fewer = [
      ...script.actions.map((gone) => ({
        ...script,
        actions: script.actions.filter((action) => action !== gone),
      })),
      ...script.candidates.slice(2).map((gone) => ({
        ...script,
        candidates: script.candidates.filter((candidate) => candidate !== gone),
        actions: script.actions.filter(({ who }) => who !== gone.name),
      })),
    ];
    for (const candidate of fewer) {
      if (!(await input.fails(candidate))) continue;
      script = candidate;
      smaller = true;
      break;
    }
  }
  return script;
}
