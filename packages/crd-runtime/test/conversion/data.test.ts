import { describe, expect, it } from "vitest";
import {
  type KubernetesObject,
  MalformedConversionDataError,
  marshalData,
  unmarshalData,
} from "../../src/index.js";

interface Hub extends KubernetesObject {
  spec: { zones: string[] };
}

const metadata = { name: "orders", namespace: "shop", annotations: { team: "blue" } };
const hub: Hub = {
  apiVersion: "example.com/v1",
  kind: "Database",
  metadata,
  spec: { zones: ["a"] },
};

function spoke(annotations?: Record<string, string>): KubernetesObject {
  const { annotations: _, ...others } = metadata;
  return {
    apiVersion: "example.com/v1beta1",
    kind: "Database",
    metadata: annotations === undefined ? others : { ...others, annotations },
  };
}

describe("conversion data", () => {
  it("is kept in an annotation of the object's group, without metadata, and comes back from there", () => {
    const into = spoke({ team: "blue" });
    expect(marshalData({ from: hub, into })).toBe(into);
    expect(into.metadata.annotations).toEqual({
      team: "blue",
      "example.com/conversion-data":
        '{"apiVersion":"example.com/v1","kind":"Database","spec":{"zones":["a"]}}',
    });
    const { metadata: _, ...kept } = hub;
    expect(unmarshalData<Hub>(into)).toEqual(kept);
    expect(into).toEqual(spoke({ team: "blue" }));
  });

  it("keeps integers that a number would change", () => {
    const from = { ...hub, spec: { zones: ["a"], bytes: 2n ** 62n } };
    const into = marshalData({ from, into: spoke() });
    expect(into.metadata.annotations?.["example.com/conversion-data"]).toContain(
      '"bytes":4611686018427387904',
    );
    expect(unmarshalData<Hub>(into)?.spec).toEqual(from.spec);
  });

  it("leaves no empty annotations behind", () => {
    const into = marshalData({ from: hub, into: spoke() });
    unmarshalData(into);
    expect(into).toEqual(spoke());
  });

  it("does not grow when it is kept again", () => {
    const once = marshalData({ from: hub, into: spoke() });
    const twice = marshalData({
      from: { ...hub, metadata: once.metadata },
      into: structuredClone(once),
    });
    expect(twice).toEqual(once);
  });

  it("is undefined where there is none", () => {
    const object = spoke({ team: "blue" });
    expect(unmarshalData(object)).toBeUndefined();
    expect(object).toEqual(spoke({ team: "blue" }));
  });

  it.each(["", "{", "[]", "null", '"x"', '{"kind":"Cluster"}'])(
    "that is not what was kept is named, and stays: %s",
    (text) => {
      const object = spoke({ "example.com/conversion-data": text });
      expect(() => unmarshalData(object)).toThrow(MalformedConversionDataError);
      expect(() => unmarshalData(object)).toThrow(
        "Database shop/orders: annotation example.com/conversion-data holds no object of the kind: remove it, or correct it",
      );
      expect(object).toEqual(spoke({ "example.com/conversion-data": text }));
    },
  );
});
