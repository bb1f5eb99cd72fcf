import { expect, it } from "vitest";
import { Api, database } from "./api.js";

const types = [
  "application/json",
  "application/yaml",
  "application/json-patch+json",
  "application/merge-patch+json",
  "application/strategic-merge-patch+json",
  "application/apply-patch+yaml",
  "text/plain",
  "",
];
const methods = ["POST", "PUT", "PATCH", "DELETE", "GET"];
const paths = [
  "",
  "a",
  "a/status",
  "a/scale",
  "a?fieldManager=x&force=true",
  "?dryRun=All",
  "/api/v1/namespaces/default/configmaps/a",
  "/api/v1/namespaces/default/secrets",
  "/apis/example.com/v1/regions/r",
  "/apis/coordination.k8s.io/v1/namespaces/default/leases/l",
];
const scraps = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  "null",
  "1e999",
  "\\u0000",
  "\ud800",
  "- ",
  "&a ",
  "*a",
  "__proto__",
  "\n",
];
const seeds = [
  JSON.stringify(database("a", { spec: { replicas: 1, tags: ["x"], users: [{ name: "u" }] } })),
  JSON.stringify({ metadata: { name: "a" }, data: { k: "v" }, spec: {} }),
  '[{"op":"add","path":"/spec/tags/-","value":{"a":[1]}},{"op":"move","from":"/spec","path":"/metadata/x"}]',
  "apiVersion: example.com/v1\nkind: Database\nmetadata: {name: a}\nspec: {replicas: 2}\n",
];

it("answers whatever is sent, and goes on", async () => {
  let state = 7;
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[next(items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const mutated = (): string => {
    let text = pick(seeds);
    for (let count = next(4); count > 0; count--) {
      const at = next(text.length);
      text = text.slice(0, at) + pick(scraps) + text.slice(at + next(6));
    }
    return text;
  };
  const api = new Api();
  await api.create("a");
  for (let count = 0; count < 3_000; count++) {
    const request = { call: `${pick(methods)} ${pick(paths)}`, type: pick(types), body: mutated() };
    const { code, body } = await api.send(request);
    const isFault =
      code === 500 && body.reason === undefined && /undefined|is not a|Cannot/.test(body.message);
    expect(isFault, JSON.stringify({ request, body })).toBe(false);
    expect(code, JSON.stringify(request)).toBeGreaterThanOrEqual(200);
  }
  expect((await api.send({ call: "POST ", body: database("after") })).code).toBe(201);
});
