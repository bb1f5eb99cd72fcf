import { text } from "node:stream/consumers";
import { ApiextensionsClientset } from "crd-runtime/apiextensions/v1";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { httpServer } from "../../packages/crd-runtime/test/rest/http/servers.js";
import { generated } from "../import-gen/round-trip.js";

const source = `import type { int64, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Counter extends TypeMeta {
  metadata: ObjectMeta;
  // +crd-project:schema={"maximum":9223372036854775807}
  count?: int64;
  // +crd-project:schema={"default":-9007199254740993}
  start?: int64;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CounterList extends TypeMeta {
  metadata: ListMeta;
  items: Counter[];
}
`;

type Definition = Parameters<
  ReturnType<
    ReturnType<
      ReturnType<typeof ApiextensionsClientset.forConfig>["apiextensionsV1"]
    >["customResourceDefinitions"]
  >["create"]
>[0];

/** The definition in a generated module, whose only import is a type. */
async function definitionIn(module: string): Promise<Definition> {
  const { outputText } = ts.transpileModule(module, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const values: object = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
  const found = Object.values(values).find((value) => !Array.isArray(value));
  if (found === undefined) throw new Error("the module exports no definition");
  return found;
}

describe("integers that numbers of JavaScript do not hold", () => {
  it("are on the wire as they are in the tag", async () => {
    const folder = "src/apis/example.com/v1";
    const doc = "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n";
    const { files, errors } = await generated(
      new Map([
        [`${folder}/doc.ts`, doc],
        [`${folder}/types.ts`, source],
      ]),
    );
    expect(errors).toBe("");
    const [yaml = ""] = [...files].flatMap(([path, one]) => (path.endsWith(".yaml") ? [one] : []));
    expect(yaml).toContain("maximum: 9223372036854775807\n");
    const [module = ""] = [...files].flatMap(([path, one]) =>
      path.endsWith("example.com/zz_generated.crd.ts") ? [one] : [],
    );
    expect(module).toContain("9223372036854775807n as unknown as number");

    const bodies: string[] = [];
    await using server = await httpServer((request, response) => {
      void text(request).then((body) => {
        bodies.push(body);
        response.writeHead(201, { "content-type": "application/json" }).end(body);
      });
    });
    const clientset = ApiextensionsClientset.forConfig({
      host: `http://127.0.0.1:${server.port}`,
    });
    const definitions = clientset.apiextensionsV1().customResourceDefinitions();
    const created = await definitions.create(await definitionIn(module));
    expect(bodies[0]).toContain('"maximum":9223372036854775807');
    expect(bodies[0]).toContain('"default":-9007199254740993');
    // What the server answers is not changed on the way, either.
    await definitions.create(created);
    expect(bodies[1]).toBe(bodies[0]);
  });
});
