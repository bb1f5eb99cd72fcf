import { parseJSON, stringifyJSON } from "crd-runtime";
import { FakeClock } from "../../../crd-runtime/test/fake-clock.js";
import type { Random } from "../../src/apiserver/verbs/random.js";
import { databases, regions } from "./databases.js";
import { type TestServer, testServer } from "./test-server.js";

/** What a test looks at in an answer. */
export interface Answer {
  readonly code: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly text: string;
  // Tests read what they have just written.
  // biome-ignore lint/suspicious/noExplicitAny: an answer may be anything
  readonly body: any;
}

export interface Call {
  /** `GET /api/v1/...`, or a path below the databases of the namespace default: `GET a`. */
  readonly call: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const root = "/apis/example.com/v1/namespaces/default/databases";

/** Uids and suffixes that count. */
export function countingRandom(suffixes: readonly string[] = []): Random {
  let uids = 0;
  let names = 0;
  return {
    uid: () => `uid-${++uids}`,
    nameSuffix: () => suffixes[names++] ?? `n${String(names).padStart(4, "0")}`,
  };
}

/** A server of databases and regions on a clock that stands still. */
export class Api {
  readonly clock = new FakeClock();
  readonly server: TestServer;

  constructor(
    options: {
      readonly random?: Random;
      readonly namespaces?: ReadonlyMap<string, "active" | "terminating">;
    } = {},
  ) {
    const { random = countingRandom(), namespaces } = options;
    this.server = testServer({
      clock: this.clock,
      random,
      ...(namespaces === undefined ? {} : { namespaces }),
    });
    this.server.define(databases());
    this.server.define(regions());
  }

  async send(input: Call): Promise<Answer> {
    const { call, body, type = "application/json", headers = {} } = input;
    const [method = "", target = ""] = call.split(" ");
    const text = body === undefined ? "" : typeof body === "string" ? body : stringifyJSON(body);
    const path = target.startsWith("/")
      ? target
      : target === "" || target.startsWith("?")
        ? `${root}${target}`
        : `${root}/${target}`;
    const response = await this.server.handle({
      method,
      path,
      headers: { "content-type": type, "user-agent": "tester/1.0", ...headers },
      body: new TextEncoder().encode(text),
      signal: new AbortController().signal,
    });
    const answer = response.body instanceof Uint8Array ? Buffer.from(response.body).toString() : "";
    const isJson =
      response.headers["content-encoding"] === undefined &&
      String(response.headers["content-type"]).startsWith("application/json");
    return {
      code: response.status,
      headers: response.headers,
      text: answer,
      body: isJson && answer !== "" ? parseJSON(answer) : answer,
    };
  }

  /** Creates a database, and answers it. */
  async create(name: string, members: object = {}): Promise<Answer["body"]> {
    const answer = await this.send({ call: "POST ", body: database(name, members) });
    if (answer.code !== 201) throw new Error(answer.text);
    return answer.body;
  }
}

export function database(name: string, members: object = {}): object {
  return { apiVersion: "example.com/v1", kind: "Database", metadata: { name }, ...members };
}
