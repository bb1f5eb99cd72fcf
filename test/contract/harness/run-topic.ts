import type { ContractServer } from "./contract-server.js";
import { letters } from "./letters.js";
import { Pool } from "./pool.js";
import type { Recording } from "./recording.js";
import type { Topic } from "./topic.js";
import { TopicSession } from "./topic-session.js";

/** Plays the cases of topics, all at the same time as far as the server allows; normalised exchanges by topic and title. */
export async function runTopics(input: {
  readonly topics: readonly Topic[];
  readonly server: ContractServer;
  /** Six lower-case letters, other ones for each run on a server. */
  readonly token: string;
  readonly fallback?: (name: string) => string;
}): Promise<ReadonlyMap<string, Recording>> {
  const { topics, server, token, fallback } = input;
  const pool = new Pool(server.concurrency);
  const recordings = await Promise.all(
    topics.map(async (topic, index) => {
      const own = `${token}${letters({ value: index, count: 2 })}`;
      return [topic.name, await runTopic({ topic, server, pool, token: own, fallback })] as const;
    }),
  );
  return new Map(recordings);
}

async function runTopic(input: {
  readonly topic: Topic;
  readonly server: ContractServer;
  readonly pool: Pool;
  readonly token: string;
  readonly fallback: ((name: string) => string) | undefined;
}): Promise<Recording> {
  const { topic, pool } = input;
  const titles = Object.keys(topic.cases);
  let session: TopicSession;
  try {
    session = await pool.run(() => TopicSession.open(input));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return Object.fromEntries(titles.map((title) => [title, [{ step: "definitions", problem }]]));
  }
  const recording = await Promise.all(
    Object.entries(topic.cases).map(([title, steps]) =>
      pool.run(async () => [title, await session.play(steps)] as const),
    ),
  );
  await pool.run(() => session.close());
  return Object.fromEntries(recording);
}
