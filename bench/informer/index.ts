import { megabytes, type Reporter, ratio, seconds } from "../measure/report.js";
import type { Topic } from "../topic.js";
import {
  clientGo,
  type Figures,
  figuresOf,
  type InformerClient,
  middleOf,
  ours,
} from "./clients.js";
import { startWidgetServer, type WidgetServer } from "./server.js";

async function compare(input: {
  readonly clients: readonly InformerClient[];
  readonly server: WidgetServer;
  readonly rounds: number;
  readonly strip: boolean;
  readonly report: Reporter;
}): Promise<void> {
  const { clients, server, rounds, strip, report } = input;
  const runs = new Map(clients.map(({ name }) => [name, [] as Figures[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, command } of clients) {
      runs.get(name)?.push(await figuresOf(command({ server, strip })));
    }
  }
  const middle = ({ name }: InformerClient): Figures => middleOf(runs.get(name) ?? []);
  const [first] = clients;
  if (first === undefined) return;
  const own = middle(first);
  report.line(strip ? "without managedFields" : "whole objects");
  report.table([
    ["", "processor", "theirs / ours", "wall", "theirs / ours", "peak RSS", "theirs / ours"],
    ...clients.map((client) => {
      const { cpuMs, wallMs, peakBytes } = middle(client);
      return [
        client.name,
        ...[seconds(cpuMs), ratio({ ours: own.cpuMs, theirs: cpuMs })],
        ...[seconds(wallMs), ratio({ ours: own.wallMs, theirs: wallMs })],
        ...[megabytes(peakBytes), ratio({ ours: own.peakBytes, theirs: peakBytes })],
      ];
    }),
  ]);
}

/** From the start of an informer until a handler has had every object, on a real API server, beside client-go. */
export const informer: Topic = {
  name: "informer",
  description: "an informer of many objects against client-go",
  async run({ size, report }) {
    const { objects, rounds } = size;
    const go = clientGo(report);
    const clients = [ours({ flags: [] }), ...(go === undefined ? [] : [go])];
    const server = await startWidgetServer({ objects, report });
    try {
      report.line(`${objects} custom resources of 1.6 KB, until a handler has had each`);
      // The first watch of a resource waits for the server's own cache, and does not count.
      await figuresOf(ours({ flags: [] }).command({ server }));
      for (const strip of [false, true]) await compare({ clients, server, rounds, strip, report });
      const {
        blockMs = 0,
        turnMs = 0,
        collectionMs = 0,
      } = await figuresOf(ours({ flags: ["--loop"] }).command({ server }));
      report.line(
        `longest turn of the event loop ${turnMs.toFixed(0)} ms by the clock, ${blockMs.toFixed(0)} ms of it our code; longest collection ${collectionMs.toFixed(0)} ms`,
      );
    } finally {
      await server.stop();
    }
  },
};
