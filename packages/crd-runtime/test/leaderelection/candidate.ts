import {
  type EventInput,
  type LeaderElectionConfig,
  type LeaderElectionError,
  LeaderElector,
  LeaseLock,
} from "../../src/index.js";
import { FakeClock } from "../fake-clock.js";
import { LeaseServer } from "./lease-server.js";

/** A candidate under test, and everything that it has told. */
export interface Candidate {
  readonly elector: LeaderElector;
  readonly lock: LeaseLock;
  /** `started`, `stopped`, `new leader a` ... in their order. */
  readonly told: string[];
  readonly events: string[];
  readonly errors: LeaderElectionError[];
  readonly stop: AbortController;
  /** The signal of the work that was started last. */
  readonly work: { signal: AbortSignal | undefined };
}

export interface CandidateOptions
  extends Partial<Omit<LeaderElectionConfig, "callbacks" | "lock" | "clock">> {
  readonly identity?: string;
  readonly server?: LeaseServer;
  readonly clock?: FakeClock;
  readonly labels?: Readonly<Record<string, string>>;
  /** Resolves at once when absent. */
  readonly onStartedLeading?: (input: { readonly signal: AbortSignal }) => void | Promise<void>;
  readonly onStoppedLeading?: () => void | Promise<void>;
  readonly onNewLeader?: (identity: string) => void;
}

export function candidate(options: CandidateOptions = {}): Candidate & {
  readonly clock: FakeClock;
  readonly server: LeaseServer;
} {
  const {
    identity = "a",
    labels,
    onStartedLeading,
    onStoppedLeading,
    onNewLeader,
    ...config
  } = options;
  const { server = new LeaseServer(), clock = new FakeClock() } = options;
  const told: string[] = [];
  const events: string[] = [];
  const errors: LeaderElectionError[] = [];
  const work: Candidate["work"] = { signal: undefined };
  const lock = new LeaseLock({
    client: server,
    namespace: "ns",
    name: "lock",
    identity,
    labels,
    eventRecorder: {
      event: ({ type, reason, note }: EventInput) => events.push(`${type} ${reason} ${note}`),
    },
  });
  const elector = new LeaderElector({
    random: () => 0,
    onError: (error) => errors.push(error),
    ...config,
    clock,
    lock,
    callbacks: {
      onStartedLeading: (input) => {
        told.push("started");
        work.signal = input.signal;
        return onStartedLeading?.(input);
      },
      onStoppedLeading: () => {
        told.push("stopped");
        return onStoppedLeading?.();
      },
      onNewLeader: (leader) => {
        told.push(`new leader ${leader}`);
        onNewLeader?.(leader);
      },
    },
  });
  return { elector, lock, told, events, errors, stop: new AbortController(), work, clock, server };
}
