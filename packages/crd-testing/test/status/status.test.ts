import { describe, expect, it } from "vitest";
import * as status from "../../src/apiserver/status/index.js";

const databases = { group: "example.com", resource: "databases" };
const pods = { group: "", resource: "pods" };

/** Code, reason and message as kube-apiserver 1.37 writes them. */
const cases: readonly (readonly [status.StatusError, number, string, string])[] = [
  [
    status.notFound({ resource: databases, name: "x" }),
    404,
    "NotFound",
    'databases.example.com "x" not found',
  ],
  [status.notFound({ resource: pods, name: "x" }), 404, "NotFound", 'pods "x" not found'],
  [
    status.alreadyExists({ resource: databases, name: "x" }),
    409,
    "AlreadyExists",
    'databases.example.com "x" already exists',
  ],
  [
    status.objectModified({ resource: databases, name: "x" }),
    409,
    "Conflict",
    'Operation cannot be fulfilled on databases.example.com "x": the object has been modified; please apply your changes to the latest version and try again',
  ],
  [
    status.forbidden({ resource: databases, name: "x", message: "no" }),
    403,
    "Forbidden",
    'databases.example.com "x" is forbidden: no',
  ],
  [
    status.forbidden({ resource: databases, name: "", message: "no" }),
    403,
    "Forbidden",
    "databases.example.com is forbidden: no",
  ],
  [
    status.forbidden({ resource: { group: "", resource: "" }, name: "", message: "no" }),
    403,
    "Forbidden",
    "forbidden: no",
  ],
  [
    status.methodNotSupported({ resource: databases, action: "create" }),
    405,
    "MethodNotAllowed",
    'create is not supported on resources of kind "databases.example.com"',
  ],
  [status.internalError("x"), 500, "InternalError", "Internal error occurred: x"],
  [status.unknownError("x"), 500, "", "x"],
  [status.timeout({ message: "x", retryAfterSeconds: 1 }), 504, "Timeout", "Timeout: x"],
  [
    status.tooLargeResourceVersion({ requested: 9, current: 1 }),
    504,
    "Timeout",
    "Timeout: Too large resource version: 9, current: 1",
  ],
  [
    status.requestEntityTooLarge("limit is 1"),
    413,
    "RequestEntityTooLarge",
    "Request entity too large: limit is 1",
  ],
  [
    status.serverTimeout({ resource: databases, operation: "list", retryAfterSeconds: 2 }),
    500,
    "ServerTimeout",
    "The list operation against databases.example.com could not be completed at this time, please try again.",
  ],
  [status.expired("old"), 410, "Expired", "old"],
  [status.unauthorized(), 401, "Unauthorized", "Unauthorized"],
];

describe("StatusError", () => {
  it.each(cases)("%s", (error, code, reason, message) => {
    expect([error.code, error.reason, error.message]).toEqual([code, reason, message]);
    expect(error.status).toMatchObject({
      kind: "Status",
      apiVersion: "v1",
      status: "Failure",
      code,
    });
  });

  it("tells each field error as a cause, and each text once", () => {
    const error = {
      type: "FieldValueRequired",
      field: "spec.x",
      badValue: "",
      detail: "",
    } as const;
    const kind = { group: "example.com", kind: "Database" };
    const { status: body } = status.invalid({ kind, name: "x", errors: [error, error] });
    expect(body.message).toBe('Database.example.com "x" is invalid: spec.x: Required value');
    expect(body.details?.causes).toHaveLength(2);
  });
});

describe("statusResponse", () => {
  it("names the delay in a header", () => {
    const response = status.statusResponse(
      status.tooManyRequests({ message: "x", retryAfterSeconds: 3 }),
    );
    expect(response.headers["retry-after"]).toBe("3");
  });

  it.each([[new Error("x")], ["x"]])("answers %o with 500 and no reason", (error) => {
    const { body, status: code } = status.statusResponse(error);
    expect(code).toBe(500);
    expect(JSON.parse(Buffer.from(body as Uint8Array).toString())).toEqual({
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message: "x",
      code: 500,
    });
  });
});

describe("goQuote", () => {
  it.each([
    ["a", '"a"'],
    ['"\\', String.raw`"\"\\"`],
    ["\x00\x07\n\x7f", String.raw`"\x00\a\n\x7f"`],
    ["ä\u200b\u{e0001}", String.raw`"ä\u200b\U000e0001"`],
  ])("%j", (text, quoted) => {
    expect(status.goQuote(text)).toBe(quoted);
  });
});
