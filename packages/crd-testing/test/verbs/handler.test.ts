import { describe, expect, it } from "vitest";
import { Api, database } from "./api.js";

const table = "application/json;as=Table;g=meta.k8s.io;v=v1";
const partial = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

describe("field validation", () => {
  const text =
    '{"apiVersion":"example.com/v1","kind":"Database","metadata":{"name":"a","odd":1},"spec":{"replicas":1,"foo":1,"replicas":2}}';

  it("warns of unknown and duplicate fields by default, and drops them", async () => {
    const { code, headers, body } = await new Api().send({ call: "POST ", body: text });
    expect(code).toBe(201);
    expect(headers["warning"]).toEqual([
      String.raw`299 - "duplicate field \"spec.replicas\""`,
      String.raw`299 - "unknown field \"metadata.odd\""`,
      String.raw`299 - "unknown field \"spec.foo\""`,
    ]);
    expect(body.spec).toEqual({ engine: "postgres", replicas: 2 });
  });

  it("refuses them when it is strict", async () => {
    const { code, body } = await new Api().send({
      call: "POST ?fieldValidation=Strict",
      body: text,
    });
    expect([code, body.message]).toEqual([
      400,
      'Database in version "v1" cannot be handled as a Database: strict decoding error: duplicate field "spec.replicas", unknown field "metadata.odd", unknown field "spec.foo"',
    ]);
  });

  it("ignores them when it is asked to", async () => {
    const { headers } = await new Api().send({ call: "POST ?fieldValidation=Ignore", body: text });
    expect(headers).not.toHaveProperty("warning");
  });
});

describe("dry run", () => {
  // client-go: controller-runtime fake: dry run
  it("does all but the write", async () => {
    const api = new Api();
    const made = await api.send({ call: "POST ?dryRun=All", body: database("a", { spec: {} }) });
    expect([made.code, made.body.spec]).toEqual([201, { engine: "postgres" }]);
    expect(made.body.metadata).not.toHaveProperty("resourceVersion");
    expect(api.server.storage.revision).toBe(1);
    await api.create("a");
    const again = await api.send({ call: "POST ?dryRun=All", body: database("a") });
    expect(again.code).toBe(409);
    const patched = await api.send({
      call: "PATCH a?dryRun=All",
      type: "application/merge-patch+json",
      body: { spec: { replicas: 4 } },
    });
    expect(patched.body.spec.replicas).toBe(4);
    expect(api.server.storage.revision).toBe(2);
  });

  it.each(["?dryRun=x", "?dryRun=", "?fieldValidation=x", "?fieldManager=%00"])(
    "refuses %s",
    async (query) => {
      expect((await new Api().send({ call: `POST ${query}`, body: database("a") })).code).toBe(422);
    },
  );
});

describe("bodies", () => {
  it.each([
    [
      "",
      "application/json",
      "the object provided is unrecognized (must be of type Database): couldn't get version/kind; json parse error: unexpected end of JSON input (<empty>)",
    ],
    [
      "hello",
      "application/json",
      "the object provided is unrecognized (must be of type Database): couldn't get version/kind; json parse error: invalid character 'h' looking for beginning of value (68656c6c6f)",
    ],
    [
      '{"metadata":{}}',
      "application/json",
      "the object provided is unrecognized (must be of type Database): Object 'Kind' is missing in '{\"metadata\":{}}' ({\"metadata\":{}})",
    ],
    [
      '{"apiVersion":"example.com/v2","kind":"Database"}',
      "application/json",
      "the API version in the data (example.com/v2) does not match the expected API version (example.com/v1)",
    ],
    [
      '{"apiVersion":"example.com/v1","kind":"Database","metadata":{"name":1}}',
      "application/json",
      'Database in version "v1" cannot be handled as a Database: json: cannot unmarshal number into Go struct field ObjectMeta.name of type string',
    ],
    [
      "kind: Database\napiVersion: example.com/v1\nmetadata: {name: yes}",
      "application/yaml",
      'Database in version "v1" cannot be handled as a Database: json: cannot unmarshal bool into Go struct field ObjectMeta.name of type string',
    ],
  ])("refuses %j as %s", async (body, type, message) => {
    const answer = await new Api().send({ call: "POST ", type, body });
    expect([answer.code, answer.body.message]).toEqual([400, message]);
  });

  it("refuses what is too large, of another type, or nested too deep", async () => {
    const api = new Api();
    const large = await api.send({ call: "POST ", body: " ".repeat(3 * 1024 * 1024 + 1) });
    expect([large.code, large.body.message]).toEqual([
      413,
      "Request entity too large: limit is 3145728",
    ]);
    const other = await api.send({ call: "POST ", type: "text/plain", body: "{}" });
    expect([other.code, other.body.reason]).toEqual([415, "UnsupportedMediaType"]);
    const deep = await api.send({
      call: "POST ",
      body: `{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
    });
    expect(deep.code).toBe(400);
    const stored = await api.send({
      call: "POST /apis/example.com/v1/regions",
      body: {
        apiVersion: "example.com/v1",
        kind: "Region",
        metadata: { name: "r" },
        x: "x".repeat(2_000_000),
      },
    });
    expect([stored.code, stored.body.message]).toEqual([500, "etcdserver: request is too large"]);
  });
});

describe("answers", () => {
  it("come as YAML, indented, as tables and as metadata", async () => {
    const api = new Api();
    await api.create("a", { spec: { replicas: 1 } });
    await api.clock.advance(125_000);
    const get = (accept: string, query = "") =>
      api.send({ call: `GET a${query}`, headers: { accept } });
    expect((await get("application/yaml")).text).toMatch(
      /^apiVersion: example.com\/v1\nkind: Database\n/,
    );
    expect((await get("application/json", "?pretty=1")).text).toMatch(/^{\n {2}"apiVersion"/);
    const rows = (await get(table)).body;
    expect(rows.columnDefinitions.map((column: { name: string }) => column.name)).toEqual([
      "Name",
      "Engine",
      "Age",
    ]);
    expect(rows.rows[0].cells).toEqual(["a", "postgres", "2m5s"]);
    expect(rows.rows[0].object.kind).toBe("PartialObjectMetadata");
    expect((await get(table, "?includeObject=None")).body.rows[0].object).toBeNull();
    expect((await get(table, "?includeObject=Object")).body.rows[0].object.kind).toBe("Database");
    expect((await get(table, "?includeObject=x")).code).toBe(400);
    expect(Object.keys((await get(partial)).body)).toEqual(["kind", "apiVersion", "metadata"]);
  });

  it("are what the Accept header has first", async () => {
    const api = new Api();
    await api.create("a");
    const get = (accept: string) => api.send({ call: "GET a", headers: { accept } });
    const yaml = await get("application/vnd.kubernetes.protobuf, application/yaml");
    expect(yaml.headers["content-type"]).toBe("application/yaml");
    const refused = await get("application/vnd.kubernetes.protobuf");
    expect([refused.code, refused.body.message]).toEqual([
      406,
      "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf",
    ]);
    expect((await get("text/html, */*;q=0.1")).code).toBe(200);
  });

  it("are compressed when they are large and the client takes it", async () => {
    const api = new Api();
    for (let index = 0; index < 200; index++) {
      await api.create(`a${index}`, {
        metadata: { name: `a${index}`, annotations: { x: "y".repeat(1000) } },
      });
    }
    const large = await api.send({ call: "GET ", headers: { "accept-encoding": "gzip" } });
    expect(large.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    const small = await api.send({ call: "GET a1", headers: { "accept-encoding": "gzip" } });
    expect(small.headers).not.toHaveProperty("content-encoding");
  });
});

describe("paths", () => {
  it.each([
    ["GET /apis/example.com/v1/databases/a", 404, "404 page not found\n"],
    ["GET /apis/example.com/v1/namespaces/default/regions", 404, "404 page not found\n"],
    ["GET /apis/example.com/v2/databases", 404, "404 page not found\n"],
    ["GET /apis/nope.com/v1/databases", 404, "404 page not found\n"],
    ["GET /healthz", 404, "404 page not found\n"],
    ["GET /apis/example.com/v1/namespaces/default/databases/%zz", 400, "400 Bad Request"],
  ])("%s", async (call, code, text) => {
    const answer = await new Api().send({ call });
    expect([answer.code, answer.text]).toEqual([code, text]);
  });

  it.each([
    ["GET /api/v1/nothings", 404, "the server could not find the requested resource"],
    [
      "GET /api/v1/namespaces/default/configmaps/x/y",
      404,
      "the server could not find the requested resource",
    ],
    [
      "POST /api/v1/namespaces/default/configmaps/x",
      405,
      "the server does not allow this method on the requested resource",
    ],
    [
      "PUT /api/v1/namespaces/default/configmaps",
      405,
      "the server does not allow this method on the requested resource",
    ],
    ["PUT ", 400, "name must be provided"],
    ["GET a/foo", 404, 'databases.example.com "a" not found'],
    ["POST a/status", 405, 'create is not supported on resources of kind "databases.example.com"'],
    [
      "DELETE a/status",
      405,
      'delete is not supported on resources of kind "databases.example.com"',
    ],
    ["OPTIONS a", 405, ' is not supported on resources of kind "databases.example.com"'],
    ["GET ..", 400, `Name parameter invalid: "..": may not be '..'`],
    [
      "GET a?resourceVersion=x",
      500,
      'resourceVersion: Invalid value: "x": strconv.ParseUint: parsing "x": invalid syntax',
    ],
    ["GET a?export=1", 400, "the export parameter, deprecated since v1.14, is no longer supported"],
  ])("%s", async (call, code, message) => {
    const answer = await new Api().send({ call });
    expect([answer.code, answer.body.message]).toEqual([code, message]);
  });

  it("have a body only where there is one", async () => {
    const api = new Api();
    await api.create("a");
    const head = await api.send({ call: "HEAD a" });
    expect([head.code, head.text]).toEqual([200, ""]);
  });
});

describe("a fault of the server's own", () => {
  it("is a 500, and nothing else is harmed", async () => {
    const api = new Api();
    await api.create("a");
    const resource = api.server.catalog.find({
      group: "example.com",
      version: "v1",
      resource: "databases",
    });
    const strategy = resource?.strategy;
    if (strategy === undefined) throw new Error("databases are served");
    const validate = strategy.validate.bind(strategy);
    strategy.validate = () => {
      throw new Error("a bug");
    };
    const answer = await api.send({ call: "POST ", body: database("b") });
    expect([answer.code, answer.body]).toEqual([
      500,
      {
        kind: "Status",
        apiVersion: "v1",
        metadata: {},
        status: "Failure",
        message: "a bug",
        code: 500,
      },
    ]);
    strategy.validate = validate;
    expect((await api.send({ call: "POST ", body: database("b") })).code).toBe(201);
  });
});
