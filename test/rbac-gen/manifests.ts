import type { KubernetesObject } from "crd-runtime";
import { parseAllDocuments } from "yaml";
import { expectedOf, goldenCases } from "../golden/case.js";
import { runProject } from "../golden/run.js";

/** The objects that golden cases of a generator expect, with the case and a name for each. */
export function expectedObjects<T extends KubernetesObject>(
  generator: "rbac-gen" | "webhook-gen",
): readonly (readonly [string, T])[] {
  return goldenCases()
    .filter((golden) => golden.generator === generator)
    .flatMap((golden) =>
      [...expectedOf(golden)].flatMap(([, text]) =>
        parseAllDocuments(text).map((document): readonly [string, T] => {
          const object: T = document.toJS();
          const { namespace = "", name } = object.metadata;
          return [`${golden.name}: ${object.kind} ${namespace}/${name}`, object];
        }),
      ),
    );
}

/** What a generator makes of one marker, although the API server refuses it, and what it says of it. */
export async function madeOf<T extends KubernetesObject>(input: {
  readonly generator: "rbac-gen" | "webhook-gen";
  readonly markers: readonly string[];
}): Promise<{ readonly objects: readonly T[]; readonly report: string }> {
  const { generator, markers } = input;
  const severities = { "rbac/refused": "warning", "webhook/refused": "warning" };
  const { files, report } = await runProject({
    generator,
    project: new Map([
      ["crd-project.json", JSON.stringify({ version: "0.1.0", severities })],
      ["src/main.ts", `${markers.map((marker) => `// ${marker}\n`).join("")}export {};\n`],
    ]),
  });
  const objects = [...files.values()].flatMap((text) =>
    parseAllDocuments(text).map((document): T => document.toJS()),
  );
  return { objects, report };
}
