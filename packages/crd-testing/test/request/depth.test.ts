import { describe, expect, it } from "vitest";
import { TestApiServer } from "../customresources/api-server.js";

const encoder = new TextEncoder();
const path = "/api/v1/namespaces/default/configmaps";

async function send(input: {
  readonly server: TestApiServer;
  readonly method: string;
  readonly path: string;
  readonly type: string;
  readonly text: string;
}): Promise<{ readonly status: number; readonly text: string }> {
  const { server, method, path, type, text } = input;
  const { status, body } = await server.handler({
    method,
    path,
    headers: { "content-type": type, accept: "application/json" },
    body: encoder.encode(text),
    signal: new AbortController().signal,
    user: { name: "admin", groups: ["system:masters"] },
  });
  if (!(body instanceof Uint8Array)) throw new Error("the body does not end");
  return { status, text: new TextDecoder().decode(body) };
}

describe("bodies that are nested deep", () => {
  const levels = [900, 1_001, 10_000, 200_000];
  const forms = [
    ['{"a":', "}"],
    ["[", "]"],
  ] as const;
  const cases = levels.flatMap((depth) =>
    forms.map(([open, close]) => ({
      depth,
      value: `${open.repeat(depth)}1${close.repeat(depth)}`,
    })),
  );

  it.each(cases)("are answered with a Status: $depth levels", async ({ depth, value }) => {
    const server = new TestApiServer();
    const object = `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"x":${value}}`;
    const posted = { server, method: "POST", path };
    const json = await send({ ...posted, type: "application/json", text: object });
    expect(json.status).toBe(depth < 1_000 ? 201 : 400);
    if (depth > 1_000) expect(json.text).toContain("exceeded max depth");
    const yaml = await send({ ...posted, type: "application/yaml", text: `x: ${value}` });
    expect(yaml).toMatchObject({ status: 400 });
    expect(yaml.text).toContain("yaml: exceeded max depth of 250");
    await server.post(path, { metadata: { name: "b" } });
    const patched = { server, method: "PATCH", path: `${path}/b` };
    const merge = "application/merge-patch+json";
    for (const [type, text] of [
      [merge, `{"x":${value}}`],
      ["application/strategic-merge-patch+json", `{"x":${value}}`],
      ["application/json-patch+json", `[{"op":"add","path":"/x","value":${value}}]`],
    ] as const) {
      const { status } = await send({ ...patched, type, text });
      expect([type, status]).toEqual([type, depth < 1_000 ? 200 : 400]);
    }
  });

  it("cannot grow from patch to patch", async () => {
    const server = new TestApiServer();
    await server.post(path, { metadata: { name: "b" } });
    const value = `${'{"a":'.repeat(900)}{}${"}".repeat(900)}`;
    const text = `[{"op":"add","path":"/x","value":${value}},{"op":"copy","from":"/x","path":"/x${"/a".repeat(900)}/b"}]`;
    const type = "application/json-patch+json";
    const patched = await send({ server, method: "PATCH", path: `${path}/b`, type, text });
    expect(patched.status).toBe(400);
    expect(patched.text).toContain("exceeded max depth");
  });
});
