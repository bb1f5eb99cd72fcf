import {
  type ApplyConfigurationBuilder,
  clusterScopedApplyConfiguration,
  conditionApplyConfiguration,
  namespacedApplyConfiguration,
  type ObjectMetaApplyConfiguration,
  objectMetaApplyConfiguration,
  structApplyConfiguration,
  typedApplyConfiguration,
} from "crd-runtime/applyconfigurations";
import { describe, expect, expectTypeOf, it } from "vitest";

interface User {
  name?: string;
  roles?: string[];
}

interface Spec {
  size?: number | null;
  users?: User[];
  parameters?: Record<string, string>;
  range?: [number, number];
}

interface Database {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMetaApplyConfiguration;
  spec?: Spec;
}

const spec = structApplyConfiguration<Spec>({
  size: "value",
  users: { list: () => user },
  parameters: { map: "value" },
  range: "value",
});
const user = structApplyConfiguration<User>({ name: "value", roles: { list: "value" } });
const database = namespacedApplyConfiguration<Database>({
  apiVersion: "example.com/v1",
  kind: "Database",
  fields: { metadata: "objectMeta", spec: () => spec },
});

describe("builders", () => {
  it("set values, append to lists and merge maps", () => {
    const built = spec()
      .withSize(1)
      .withSize(2)
      .withUsers({ name: "ada" }, user().withName("eve"))
      .withUsers(user({ name: "joe" }).withRoles("a").withRoles("b", "c"))
      .withParameters({ a: "1", b: "2" })
      .withParameters({ b: "3" });
    expect(built).toEqual({
      size: 2,
      users: [{ name: "ada" }, { name: "eve" }, { name: "joe", roles: ["a", "b", "c"] }],
      parameters: { a: "1", b: "3" },
    });
  });

  it("set a tuple as a whole", () => {
    expect(spec().withRange([1, 2]).withRange([3, 4])).toEqual({ range: [3, 4] });
    expectTypeOf(spec().withRange).parameters.toEqualTypeOf<[value: [number, number]]>();
  });

  it("are plain data to JSON, spreading and structuredClone", () => {
    const built = database("orders", "default").withSpec(spec().withSize(null));
    const plain = {
      apiVersion: "example.com/v1",
      kind: "Database",
      metadata: { name: "orders", namespace: "default" },
      spec: { size: null },
    };
    expect(JSON.parse(JSON.stringify(built))).toStrictEqual(plain);
    expect(JSON.stringify(built)).toBe(JSON.stringify(plain));
    expect({ ...built, spec: { ...built.spec } }).toStrictEqual(plain);
    expect(structuredClone(built)).toStrictEqual(plain);
    expect(Object.keys(built)).toEqual(Object.keys(plain));
  });

  it("leave what they are given as it is", () => {
    const given: Spec = { users: [{ name: "ada" }], parameters: { a: "1" } };
    const metadata = { labels: { a: "1" } };
    const built = spec(given).withUsers({ name: "eve" }).withParameters({ b: "2" });
    const object = database("orders", "default", { metadata, spec: given }).withLabels({ b: "2" });
    expect(built.users).toHaveLength(2);
    expect(object.metadata?.labels).toEqual({ a: "1", b: "2" });
    expect(given).toEqual({ users: [{ name: "ada" }], parameters: { a: "1" } });
    expect(metadata).toEqual({ labels: { a: "1" } });
  });

  it("of objects have the setters of their metadata", () => {
    const built = database("orders", "default")
      .withLabels({ a: "1" })
      .withLabels({ b: "2" })
      .withAnnotations({ c: "3" })
      .withFinalizers("x")
      .withFinalizers("y")
      .withOwnerReferences({ name: "main", uid: "1" })
      .withMetadata({ generateName: "o-" })
      .withName("invoices");
    expect(built.metadata).toEqual({
      name: "invoices",
      namespace: "default",
      labels: { a: "1", b: "2" },
      annotations: { c: "3" },
      finalizers: ["x", "y"],
      ownerReferences: [{ name: "main", uid: "1" }],
      generateName: "o-",
    });
  });

  it("say the type of whole objects, whatever their members say", () => {
    const type = { apiVersion: "example.com/v1", kind: "Cluster", fields: {} };
    const wrong: Database = { apiVersion: "v1", kind: "Pod", metadata: { name: "x" } };
    const typeMeta = { apiVersion: "example.com/v1", kind: "Cluster" };
    expect(clusterScopedApplyConfiguration<Database>(type)("main", wrong)).toEqual({
      ...typeMeta,
      metadata: { name: "main" },
    });
    expect(typedApplyConfiguration<Database>(type)(wrong)).toEqual({
      ...typeMeta,
      metadata: { name: "x" },
    });
  });

  it("take members of any name", () => {
    const odd = structApplyConfiguration<{ "node-port"?: number; ["__proto__"]?: string }>({
      "node-port": "value",
      ["__proto__"]: "value",
    });
    const built = odd()["withNode-port"](80).with__proto__("x");
    expect(JSON.stringify(built)).toBe('{"node-port":80,"__proto__":"x"}');
    expect(Object.getPrototypeOf(built)).not.toBe("x");
  });

  it("of the runtime's own types", () => {
    expect(
      conditionApplyConfiguration({ type: "Ready" }).withStatus("True").withReason("Up"),
    ).toEqual({ type: "Ready", status: "True", reason: "Up" });
    expect(objectMetaApplyConfiguration().withLabels({ a: "1" }).withName("x")).toEqual({
      labels: { a: "1" },
      name: "x",
    });
  });

  it("are typed by what they build", () => {
    type Builder = ApplyConfigurationBuilder<Spec>;
    expectTypeOf<Builder>().toExtend<Spec>();
    expectTypeOf<Builder["withSize"]>().parameters.toEqualTypeOf<[value: number | null]>();
    expectTypeOf<Builder["withUsers"]>().parameters.toEqualTypeOf<User[]>();
    expectTypeOf<Builder["withUsers"]>().returns.toEqualTypeOf<Builder>();
    expectTypeOf<Builder>().not.toHaveProperty("withLabels");
    expectTypeOf<ApplyConfigurationBuilder<Database>>().toHaveProperty("withLabels");
    expectTypeOf<ApplyConfigurationBuilder<Database>>().not.toHaveProperty("withManagedFields");
    // A member of its own hides the one of the metadata.
    type Labelled = ApplyConfigurationBuilder<Database & { labels?: string[] }>;
    expectTypeOf<Labelled["withLabels"]>().parameters.toEqualTypeOf<string[]>();
  });
});
