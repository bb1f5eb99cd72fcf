import { expect, it, onTestFinished } from "vitest";
import { Dice } from "../../../../../test/contract/random/dice.js";
import { EmbeddedApiServer } from "../../../src/index.js";
import { type KubectlBody, kubectlBodies } from "./kubectl-bodies.js";

const protobuf = "application/vnd.kubernetes.protobuf";

/** Sends bodies as kubectl does, and gives code and text of the answers. */
async function startServer() {
  const api = await EmbeddedApiServer.start({ namespaces: "implied" });
  onTestFinished(() => api.stop());
  return async (input: {
    readonly path: string;
    readonly body: Uint8Array;
    readonly accept?: string;
  }) => {
    const { path, body, accept = `${protobuf},application/json` } = input;
    const response = await api.handler({
      method: "POST",
      path,
      body,
      headers: { "content-type": protobuf, accept },
      signal: new AbortController().signal,
      user: { name: "admin", groups: ["system:masters"] },
    });
    if (!(response.body instanceof Uint8Array)) throw new TypeError("a stream");
    return { code: response.status, text: Buffer.from(response.body).toString() };
  };
}

it.each(kubectlBodies)("kubectl $command", async ({ path, hex, object }) => {
  const send = await startServer();
  const answer = await send({ path, body: Buffer.from(hex, "hex") });
  expect(answer.code).toBe(201);
  const { apiVersion, kind } = object;
  expect(JSON.parse(answer.text)).toMatchObject({ apiVersion, kind });
});

it("answers what was cut or changed with a Status, and never fails", async () => {
  const send = await startServer();
  const dice = new Dice(3);
  const changed = ({ hex }: KubectlBody): Uint8Array => {
    const body = Buffer.from(hex, "hex");
    if (dice.chance(0.3)) return body.subarray(0, dice.below(body.length));
    for (let change = 0; change <= dice.below(3); change++) {
      body[dice.below(body.length)] = dice.below(256);
    }
    return body;
  };
  const codes = new Set<number>();
  for (let count = 0; count < 1_500; count++) {
    const recorded = dice.pick(kubectlBodies);
    const { code, text } = await send({ ...recorded, body: changed(recorded) });
    expect([201, 400, 404, 409, 422], text).toContain(code);
    if (code !== 201) expect(JSON.parse(text)).toMatchObject({ kind: "Status", code });
    codes.add(code);
  }
  expect([...codes].sort()).toEqual([201, 400, 409, 422]);
});

it("answers in JSON alone", async () => {
  const send = await startServer();
  for (const { path, hex } of kubectlBodies) {
    const body = Buffer.from(hex, "hex");
    expect(await send({ path, body, accept: protobuf })).toMatchObject({ code: 406 });
  }
});
