import { describe, expect, it } from "vitest";
import type { Status } from "../../src/meta/index.js";
import { ApiError, RestClient, type RestRequest } from "../../src/rest/index.js";
import { type Answer, MemoryTransport } from "./memory-transport.js";

async function errorOf(input: {
  readonly answer: Answer;
  readonly method?: RestRequest["method"];
}): Promise<ApiError> {
  const { answer, method = "GET" } = input;
  const rest = RestClient.forConfig({
    host: "https://test",
    transport: new MemoryTransport([answer]),
  });
  const error = await rest.request({ method, path: "/apis/example.com/v1/databases/a" }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe("an answer that is a Status", () => {
  const status: Status = {
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message: 'databases.example.com "a" not found',
    reason: "NotFound",
    details: { name: "a", group: "example.com", kind: "databases" },
    code: 404,
  };

  it("is kept as the server sent it", async () => {
    const error = await errorOf({ answer: { status: 404, body: status } });
    expect(error.status).toEqual(status);
    expect(error.message).toBe(status.message);
    expect(error.cause).toBeUndefined();
    expect(error.isNotFound()).toBe(true);
  });

  it("takes the code of the answer when it has none of its own", async () => {
    const { code: _, ...rest } = status;
    expect(await errorOf({ answer: { status: 404, body: rest } })).toMatchObject({ code: 404 });
  });
});

/** Which the questions of ApiError would stumble over. */
const malformed = [
  '{"kind":"Status","details":[]}',
  '{"kind":"Status","details":{"causes":"x"}}',
  '{"kind":"Status","details":{"causes":[null]}}',
  '{"kind":"Status","details":{"causes":[{"message":1}]}}',
  '{"kind":"Status","details":{"retryAfterSeconds":"1"}}',
];

describe("an answer that is no Status", () => {
  // client-go: TestTransformUnstructuredError
  it.each([
    { code: 400, reason: "BadRequest" },
    { code: 401, reason: "Unauthorized" },
    { code: 403, reason: "Forbidden" },
    { code: 404, reason: "NotFound" },
    { code: 405, reason: "MethodNotAllowed" },
    { code: 406, reason: "NotAcceptable" },
    { code: 409, reason: "Conflict" },
    { code: 409, method: "POST", reason: "AlreadyExists" },
    { code: 410, reason: "Unknown" },
    { code: 413, reason: "RequestEntityTooLarge" },
    { code: 415, reason: "UnsupportedMediaType" },
    { code: 418, reason: "Unknown" },
    { code: 422, reason: "Invalid" },
    { code: 429, reason: "TooManyRequests" },
    { code: 500, reason: "InternalError" },
    { code: 502, reason: "InternalError" },
    { code: 503, reason: "ServiceUnavailable" },
    { code: 504, reason: "Timeout" },
  ] as const)("of code $code gets the reason $reason", async ({ code, reason, ...rest }) => {
    const method = "method" in rest ? rest.method : "GET";
    const answer = { status: code, body: "<html>from a proxy</html>" };
    const error = await errorOf({ answer, method });
    expect(error).toMatchObject({ code, reason });
    expect(error.message).toContain("from a proxy");
    expect(error.message).toContain(`${method} /apis/example.com/v1/databases/a answered ${code}`);
    expect(error.status.details?.causes).toEqual([
      { reason: "UnexpectedServerResponse", message: "<html>from a proxy</html>" },
    ]);
  });

  it("of an unknown path says that the CRD may be missing", async () => {
    const answer = {
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: "404 page not found\n",
    };
    const error = await errorOf({ answer });
    expect(error.isNotFound()).toBe(true);
    expect(error.message).toMatch(
      /^the server does not know this resource: is its CustomResourceDefinition installed/,
    );
  });

  // client-go constant: error body
  it("is cut to 2048 characters", async () => {
    const error = await errorOf({ answer: { status: 500, body: "x".repeat(5_000_000) } });
    expect(error.status.details?.causes?.[0]?.message).toHaveLength(2048);
    expect(error.message.length).toBeLessThan(2300);
  });

  it("keeps what there is of a body that breaks off", async () => {
    const body = (async function* () {
      yield Buffer.from("half of");
      throw new Error("the connection broke");
    })();
    const error = await errorOf({ answer: { status: 500, body } });
    expect(error).toMatchObject({ code: 500, reason: "InternalError" });
    expect(error.message).toContain("half of");
  });

  it.each([
    "",
    "null",
    "[]",
    "{",
    '{"kind":"Status","code":"x"}',
    '{"kind":"Other"}',
    '"text"',
    ...malformed,
  ])("may be '%s'", async (body) => {
    expect(await errorOf({ answer: { status: 503, body } })).toMatchObject({
      code: 503,
      reason: "ServiceUnavailable",
    });
  });

  it("carries Retry-After", async () => {
    const answer = { status: 404, headers: { "retry-after": "7" }, body: "" };
    expect((await errorOf({ answer })).suggestedDelaySeconds()).toBe(7);
  });

  it("names where a redirect leads", async () => {
    const answer = { status: 301, headers: { location: "https://elsewhere/" }, body: "" };
    expect((await errorOf({ answer })).message).toContain(
      "the server redirects to https://elsewhere/",
    );
    expect((await errorOf({ answer: { status: 304, body: "" } })).message).not.toContain(
      "redirect",
    );
  });
});

it("a Failure is an error also where the answer is a success", async () => {
  const status = { kind: "Status", apiVersion: "v1", status: "Failure", message: "no", code: 409 };
  for (const method of ["GET", "DELETE"] as const) {
    const error = await errorOf({ answer: { status: 200, body: status }, method });
    expect(error).toMatchObject({ message: "no", status });
    expect(error.isConflict()).toBe(true);
  }
});

describe("a success that cannot be read", () => {
  // client-go: TestBadJSONRejection
  it.each(["<html>sign in</html>", '{"kind":"Database","metad', "{'a': 1}"])(
    "is an ApiError for '%s'",
    async (body) => {
      const error = await errorOf({ answer: { status: 200, body } });
      expect(error).toMatchObject({ code: 500, reason: "InternalError" });
      expect(error.message).toContain("is not JSON");
      expect(error.message).toContain(body);
      expect(error.cause).toBeInstanceOf(SyntaxError);
    },
  );

  it("is quoted in part, however long it is", async () => {
    const body = (async function* () {
      yield Buffer.alloc(1 << 20, "x");
      yield Buffer.alloc(1 << 20, "y");
    })();
    const error = await errorOf({ answer: { status: 200, body } });
    expect(error.message).toMatch(/is not JSON: x{2048}\.\.\.$/);
  });
});
