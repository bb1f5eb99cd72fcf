import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { systemClock } from "crd-runtime";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { systemRandom } from "../../packages/crd-testing/src/apiserver/verbs/random.js";
import { databases } from "../../packages/crd-testing/test/verbs/databases.js";
import { testServer } from "../../packages/crd-testing/test/verbs/test-server.js";
import type { ContractServer } from "../contract/harness/contract-server.js";
import { HandlerServer } from "../contract/servers/handler-server.js";
import { HttpsServer } from "../contract/servers/https-server.js";
import { addressOf } from "../contract/servers/kubeconfig.js";
import { describeOnServer } from "../controlplane/fixture.js";
import { type Request, scenarios } from "./requests.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What is compared: all but uids, times and revisions, which are numbered as they come. */
interface Answer {
  readonly code: number;
  readonly type: unknown;
  readonly warnings: unknown;
  readonly body: string;
}

describeOnServer("the verbs of the embedded server answer as the real server does", (shared) => {
  const group = `v${randomInt(1e9)}.example.com`;
  const real = new HttpsServer({
    name: "real",
    address: addressOf(readFileSync(shared.kubeconfigPath, "utf8")),
  });

  beforeAll(async () => {
    await send(real, {
      call: "POST /apis/apiextensions.k8s.io/v1/customresourcedefinitions",
      body: databases(group),
    });
    const list = { call: `GET /apis/${group}/v1/namespaces/default/databases` };
    await vi.waitFor(async () => expect((await send(real, list)).code).toBe(200), 30_000);
  });

  afterAll(async () => {
    const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/databases.${group}`;
    await send(real, { call: `DELETE ${path}` });
    await real.close();
  });

  afterEach(async () => {
    const finalizers = { metadata: { finalizers: null } };
    for (const name of ["a", "b", "c", "d"]) {
      const path = `/apis/${group}/v1/namespaces/default/databases/${name}`;
      const type = "application/merge-patch+json";
      await send(real, { call: `DELETE ${path}` });
      await send(real, { call: `PATCH ${path}`, type, body: finalizers });
    }
  });

  it.each(Object.keys(scenarios))("%s", async (name) => {
    const namespaces = new Map([["default", "active"]] as const);
    const [clock, random] = [systemClock, systemRandom];
    const server = testServer({ clock, random, namespaces, revision: 1_000 });
    server.define(databases(group));
    const embedded = new HandlerServer({ name: "embedded", handle: server.handle });
    const numbers = [new Map<string, string>(), new Map<string, string>()] as const;
    for (const request of scenarios[name] ?? []) {
      const wanted = JSON.parse(JSON.stringify(request).replaceAll("$G", group)) as Request;
      const expected = normalised(await send(real, wanted), numbers[0]);
      const actual = normalised(await send(embedded, wanted), numbers[1]);
      expect(actual, JSON.stringify(wanted)).toEqual(expected);
    }
  });
});

async function send(server: ContractServer, request: Request): Promise<Answer> {
  const { call, body, type = "application/json", headers = {} } = request;
  const [method = "", path = ""] = call.split(" ");
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const answer = await server.send({
    method,
    path,
    headers: {
      accept: "application/json",
      "user-agent": "verbs/1",
      ...(body === undefined ? {} : { "content-type": type }),
      ...headers,
    },
    body: text === undefined || text === "" ? undefined : encoder.encode(text),
    caller: { as: "admin" },
  });
  return {
    code: answer.status,
    type: answer.headers["content-type"],
    warnings: answer.headers["warning"],
    body: decoder.decode(answer.body),
  };
}

const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g;
const uid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const version = /("?resourceVersion"?: ?\\?")(\d+)(\\?")/gi;

function normalised(answer: Answer, numbers: Map<string, string>): object {
  const numberOf = (kind: string, value: string): string => {
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const number = `${kind}-${numbers.size}`;
    numbers.set(value, number);
    return number;
  };
  const text = answer.body
    .replaceAll(moment, "<now>")
    .replaceAll(uid, (value) => numberOf("uid", value))
    .replaceAll(version, (_, head: string, value: string, tail: string) =>
      value === "1" || value === "5"
        ? `${head}${value}${tail}`
        : `${head}${numberOf("rv", value)}${tail}`,
    )
    .replaceAll(/(,"|,)\d+s"/g, '$1<age>"');
  const json = text.startsWith("{") ? JSON.parse(text) : text.trimEnd();
  return { ...answer, body: json };
}
