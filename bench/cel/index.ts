import { performance } from "node:perf_hooks";
import { celCompiler } from "crd-runtime/cel";
import { structuralFrom } from "crd-runtime/schema";
import { median } from "../measure/statistics.js";
import type { Topic } from "../topic.js";

const ports = [80, 443, 8080].map((port) => ({ name: `port-${port}`, port }));
const self = { class: "small", minReplicas: 1, maxReplicas: 3, name: "web", ports };

/** Rules as most definitions have some of. */
const rules = [
  "self.minReplicas <= self.maxReplicas",
  "self.class == oldSelf.class",
  "!has(self.name) || self.name.startsWith('web')",
  "self.ports.all(port, port.port > 0 && port.port < 65536)",
];

const integer = { type: "integer" };
const string = { type: "string", maxLength: 63 };
const props = {
  type: "object",
  properties: {
    class: string,
    minReplicas: integer,
    maxReplicas: integer,
    name: string,
    ports: {
      type: "array",
      maxItems: 16,
      items: { type: "object", properties: { name: string, port: integer } },
    },
  },
};

/** Evaluations in a row, often enough that none is timed alone. */
const evaluations = 100_000;

/** What rules of CEL take, one after another in one process. */
export const cel: Topic = {
  name: "cel",
  description: "evaluations of common rules, by the second: the value is read anew each time",
  async run({ size, report }) {
    const { structural } = structuralFrom(props);
    const scope = structural && celCompiler().scopeOf({ schema: structural, as: "value" });
    if (scope === undefined) throw new Error("the schema is none");
    const rows = rules.map((expression) => {
      const program = scope.compile({ expression, oldSelf: "plain", result: "bool" });
      if ("reason" in program) throw new Error(program.message);
      const rates: number[] = [];
      // The first round warms up.
      for (let round = 0; round <= size.rounds; round++) {
        const start = performance.now();
        for (let count = 0; count < evaluations; count++) {
          const result = program.evaluate({ self, oldSelf: self });
          if (!("value" in result) || result.value !== true)
            throw new Error(`${expression} does not hold`);
        }
        if (round > 0) rates.push((evaluations * 1000) / (performance.now() - start));
      }
      return [expression, Math.round(median(rates)).toLocaleString("en-US")];
    });
    report.table([["rule", "evaluations a second"], ...rows]);
  },
};
