import { compare, type Difference, show } from "../harness/compare.js";
import type { Closable, ContractServer } from "../harness/contract-server.js";
import { chance, exceptions } from "../harness/exceptions.js";
import type { Exchange } from "../harness/exchange.js";
import type { Step, Topic } from "../harness/topic.js";
import { TopicSession } from "../harness/topic-session.js";
import { definitions } from "./kinds.js";
import { sourceOf } from "./print.js";
import { complete, randomSequence } from "./sequence.js";
import { shrink } from "./shrink.js";

const all = [...exceptions, ...chance];
/** How often in a row sequences must differ. */
const times = 3;
const topic: Topic = { name: "random", definitions, cases: {} };

/** Two servers, asked the same. */
export class Pair implements Closable {
  readonly #expected: TopicSession;
  readonly #actual: TopicSession;

  private constructor(input: { readonly expected: TopicSession; readonly actual: TopicSession }) {
    this.#expected = input.expected;
    this.#actual = input.actual;
  }

  /** `token`: six letters; the servers may be one and the same. */
  static async open(input: {
    readonly expected: ContractServer;
    readonly actual: ContractServer;
    readonly token: string;
  }): Promise<Pair> {
    const [expected, actual] = await Promise.all([
      openSession({ server: input.expected, token: `${input.token}ea` }),
      openSession({ server: input.actual, token: `${input.token}ab` }),
    ]);
    return new Pair({ expected, actual });
  }

  async differences(steps: readonly Step[]): Promise<readonly Difference[]> {
    const [expected, actual] = await Promise.all([
      this.#expected.play(complete(steps)),
      this.#actual.play(complete(steps)),
    ]);
    return compare({ expected, actual, exceptions: all });
  }

  /** What is different with this seed, as the shortest sequence that shows it, ready for a case; undefined when nothing is. */
  async report(input: {
    readonly seed: number;
    readonly requests: number;
  }): Promise<string | undefined> {
    const steps = randomSequence(input);
    let found: readonly Difference[] = [];
    // What a live server does by chance does not count: seconds that end between two applies, for example.
    const fails = async (items: readonly Step[]): Promise<boolean> => {
      for (let time = 0; time < times; time += 1) {
        const differences = await this.differences(items);
        if (differences.length === 0) return false;
        found = differences;
      }
      return true;
    };
    if (!(await fails(steps))) return undefined;
    const shortest = await shrink({ items: steps, fails });
    return `seed ${input.seed}, ${shortest.length} steps:\n${sourceOf(shortest)}\n${found.map(show).join("\n")}`;
  }

  async close(): Promise<void> {
    await Promise.all([this.#expected.close(), this.#actual.close()]);
  }
}

/** What a server makes of the sequence of a seed. */
export async function transcript(input: {
  readonly server: ContractServer;
  readonly token: string;
  readonly seed: number;
  readonly requests: number;
}): Promise<readonly Exchange[]> {
  const session = await openSession(input);
  const exchanges = await session.play(complete(randomSequence(input)));
  await session.close();
  return exchanges;
}

function openSession(input: {
  readonly server: ContractServer;
  readonly token: string;
}): Promise<TopicSession> {
  return TopicSession.open({ topic, ...input, fallback: unbound });
}

/** Sequences name objects that may not exist yet. */
function unbound(name: string): string {
  if (name.startsWith("uid:")) return "00000000-0000-0000-0000-000000000000";
  if (name.startsWith("at:")) return "0";
  return name === "continue" ? "" : "1";
}
