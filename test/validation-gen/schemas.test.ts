import { RestClient, Scheme } from "crd-runtime";
import { celCompiler } from "crd-runtime/cel";
import { type CelCompiler, causesOf, valueSchema } from "crd-runtime/schema";
import { EmbeddedApiServer } from "crd-testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadQueues, QueueServer, RandomSpecs, withLooseVersion } from "./queues.js";

const queues = await loadQueues();
const validate = queues.validate("Queue");
const cel = celCompiler();

function queue(spec: unknown): unknown {
  return { apiVersion: "example.com/v1", kind: "Queue", metadata: { name: "q-a" }, spec };
}

const valid = queue({ minReplicas: 1, maxReplicas: 3 });

describe("a generated function, and the embedded API server with the generated definition", () => {
  const servers: { api?: EmbeddedApiServer; rest?: RestClient } = {};
  beforeAll(async () => {
    const crds = [withLooseVersion(queues.definition)];
    servers.api = await EmbeddedApiServer.start({ crds });
    servers.rest = RestClient.forConfig(servers.api.config);
  });
  afterAll(() => servers.api?.stop());
  const queueServer = (): QueueServer => {
    if (servers.rest === undefined) throw new Error("there is no server");
    return new QueueServer({ rest: servers.rest, queues });
  };

  it("say the same of 1,000 new objects", async () => {
    const specs = new RandomSpecs(3);
    let refused = 0;
    for (let round = 0; round < 1000; round += 1) {
      const spec = specs.next();
      const { ours, theirs } = await queueServer().create(spec);
      expect(ours, JSON.stringify(spec)).toEqual(theirs);
      if (theirs.length > 0) refused += 1;
    }
    expect(refused).toBeGreaterThan(500);
  });

  it("say the same of 1,000 updates", async () => {
    const specs = new RandomSpecs(4);
    let refused = 0;
    for (let round = 0; round < 1000; round += 1) {
      const old = specs.next();
      const spec = specs.changed(old);
      const { ours, theirs } = await queueServer().update(old, spec);
      expect(ours, JSON.stringify({ old, spec })).toEqual(theirs);
      if (theirs.length > 0) refused += 1;
    }
    expect(refused).toBeGreaterThan(500);
  });
});

describe("rules in CEL", () => {
  it("are no reason to call an object valid that they were not evaluated for", () => {
    expect(validate({ object: valid, cel })).toEqual([]);
    expect(validate({ object: valid })).toEqual([
      {
        reason: "InternalError",
        field: "<nil>",
        message:
          "Internal error: not evaluated: the rules in CEL need 'cel', which celCompiler() of crd-runtime/cel makes",
      },
    ]);
  });

  it("are evaluated once for an object, and for a part of it where its function is called", () => {
    const consumer = { name: "a", weight: 20 };
    const spec = { minReplicas: 1, maxReplicas: 3, consumers: [consumer] };
    const message = "Required value: only main is heavy";
    const reason = "FieldValueRequired";
    expect(validate({ object: queue(spec), cel })).toEqual([
      { reason, message, field: "spec.consumers[0].weight" },
    ]);
    const part = { object: consumer, path: "spec.consumers[0]", cel };
    expect(queues.validate("Consumer")(part)).toEqual([
      { reason, message, field: "spec.consumers[0].weight" },
    ]);
  });

  it("see on update what was before, and let pass what has not changed", () => {
    const heavy = { name: "a", weight: 20 };
    const oldObject = queue({
      minReplicas: 1,
      maxReplicas: 3,
      region: "north",
      consumers: [heavy],
    });
    const next = (change: object) => ({
      oldObject,
      object: queue({
        minReplicas: 1,
        maxReplicas: 3,
        region: "north",
        consumers: [heavy],
        ...change,
      }),
      cel,
    });
    expect(validate(next({ maxReplicas: 4 }))).toEqual([]);
    expect(validate(next({ region: "south" })).map(({ message }) => message)).toEqual([
      'Invalid value: "south": the region never changes',
    ]);
    const light = [{ name: "b" }, { name: "a" }];
    expect(validate(next({ consumers: light })).map(({ message }) => message)).toEqual([
      "Invalid value: a weight stays",
    ]);
  });

  it("say of a member that is immutable what tags would say, once and where the server does", () => {
    const base = { minReplicas: 1, maxReplicas: 3 };
    const update = (before: object, after: object, isFrozen: boolean) =>
      validate({
        oldObject: queue({ ...base, ...before }),
        object: queue({ ...base, ...after }),
        cel,
        options: { Frozen: isFrozen },
      }).map(({ field, message }) => `${field}: ${message}`);
    expect(update({ shard: "a" }, {}, false)).toEqual([
      "spec: Invalid value: field shard is immutable once set",
    ]);
    expect(update({ tenant: "a" }, {}, false)).toEqual([
      "spec: Invalid value: field tenant is immutable once set",
    ]);
    expect(update({ tenant: "a" }, { tenant: "b" }, false)).toEqual([
      'spec.tenant: Invalid value: "b": field is immutable',
    ]);
    // Where another member is wrong the server runs no rules.
    expect(update({ shard: "a" }, { shard: "b", code: 1 }, false)).toEqual([
      'spec.code: Invalid value: "integer": spec.code in body must be of type string: "integer"',
      "<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation",
    ]);
    // No schema has these.
    expect(update({ plan: "a" }, {}, true)).toEqual([
      "spec.plan: Invalid value: null: field is immutable",
    ]);
    expect(
      update({ backup: { class: "a", prefix: "a" } }, { backup: { class: "a" } }, false),
    ).toEqual(["spec.backup.prefix: Invalid value: null: field is immutable"]);
  });

  it("are told by a scheme, too", () => {
    const scheme = new Scheme();
    const object = { apiVersion: "example.com/v1", kind: "Queue" };
    const kind = { group: "example.com", version: "v1", kind: "Queue" };
    const seen: unknown[] = [];
    scheme.addValidationFunc(kind, (input: { readonly cel?: CelCompiler | undefined }) => {
      seen.push(input.cel);
      return [];
    });
    scheme.validate(object, { cel });
    scheme.validateUpdate(object, object, { cel });
    expect(seen).toEqual([cel, cel]);
  });
});

describe("a rule that cannot be evaluated", () => {
  function messages(rule: string, object: unknown): readonly string[] {
    const schema = valueSchema({
      type: "object",
      properties: {
        text: { type: "string" },
        list: { type: "array", items: { type: "integer" } },
        any: { "x-kubernetes-preserve-unknown-fields": true },
      },
      "x-kubernetes-validations": [{ rule }],
    });
    return causesOf(schema.check({ object, cel })).map(({ message }) => message);
  }

  it("is an error where it does not compile", () => {
    const [message, ...others] = messages("self.missing == 1", {});
    expect(message).toContain(
      'Invalid value: "object": rule compile error: compilation failed: ERROR',
    );
    expect(others).toEqual([]);
  });

  it("is an error where it fails", () => {
    expect(messages("self.text == 'a'", {})).toEqual([
      "Invalid value: \"object\": no such key: text evaluating rule: self.text == 'a'",
    ]);
  });

  it("is an error where it costs too much, and no other rule runs then", () => {
    const list = Array.from({ length: 600 }, (_, index) => index);
    const rule = "self.list.all(x, self.list.all(y, x >= 0))";
    expect(messages(rule, { list })).toEqual([
      `Invalid value: "object": 'operation cancelled: actual cost limit exceeded': no further validation rules will be run due to call cost exceeds limit for rule: ${rule}`,
    ]);
    expect(messages(rule, { list: list.slice(0, 100) })).toEqual([]);
  });

  it("is an error where all of an object cost too much", () => {
    const item = {
      type: "array",
      items: { type: "integer" },
      "x-kubernetes-validations": [{ rule: "self.all(x, self.all(y, x >= 0))" }],
    } as const;
    const schema = valueSchema({
      type: "object",
      properties: {
        lists: {
          type: "array",
          items: { ...item, "x-kubernetes-validations": [...item["x-kubernetes-validations"]] },
        },
      },
    });
    const list = Array.from({ length: 300 }, () => 1);
    const check = (count: number) =>
      causesOf(schema.check({ object: { lists: Array.from({ length: count }, () => list) }, cel }));
    expect(check(10)).toEqual([]);
    expect(check(60).map(({ message }) => message)).toEqual([
      'Invalid value: "array": validation failed due to running out of cost budget, no further validation rules will be run',
    ]);
  });

  it("is an error where rules cannot see the values", () => {
    const schema = valueSchema({
      type: "object",
      properties: {
        any: {
          "x-kubernetes-preserve-unknown-fields": true,
          "x-kubernetes-validations": [{ rule: "true" }],
        },
      },
    });
    const [cause] = causesOf(schema.check({ object: { any: 1 }, cel }));
    expect(cause?.message).toContain("rule compile error: internal error");
  });
});

it("takes any JSON", () => {
  for (const object of [undefined, null, true, 1, "x", [], {}]) {
    for (const value of [object, queue(object), queue({ consumers: object, zones: object })]) {
      expect(() => validate({ object: value, cel })).not.toThrow();
      expect(() => validate({ object: valid, oldObject: value, cel })).not.toThrow();
    }
  }
});
