import { describe, expect, it } from "vitest";
import { bodyFormatOf } from "../../src/apiserver/request/negotiation/content-type.js";
import {
  negotiate,
  negotiateStatus,
  negotiateStream,
} from "../../src/apiserver/request/negotiation/representation.js";
import { parseQuery } from "../../src/apiserver/request/query.js";

const accepting = (accept: string, options: { query?: string; userAgent?: string } = {}) => ({
  accept,
  userAgent: options.userAgent ?? "kubectl/v1",
  query: parseQuery(options.query ?? ""),
});

const table = { kind: "Table", version: "v1" };

describe("negotiate", () => {
  it.each([
    ["", "json", undefined],
    ["*/*", "json", undefined],
    ["application/*", "json", undefined],
    ["application/yaml", "yaml", undefined],
    ["application/json;q=0.1, application/yaml", "yaml", undefined],
    [
      "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json",
      "json",
      table,
    ],
    ["application/json;as=Other;v=v1;g=meta.k8s.io,application/json", "json", undefined],
    ["application/json;as=Table;v=v1;g=other,application/yaml", "yaml", undefined],
    ["application/vnd.kubernetes.protobuf,application/json", "json", undefined],
    ["application/json;stream=watch", "json", undefined],
  ])("%s", (accept, format, transform) => {
    expect(negotiate(accepting(accept))).toEqual({ format, pretty: false, transform });
  });

  it.each([
    "text/html",
    "application/vnd.kubernetes.protobuf",
    "application/json;as=Table",
    "application/json;stream=other",
  ])("refuses %s", (accept) => {
    expect(() => negotiate(accepting(accept))).toThrow(
      "only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf",
    );
  });

  it.each([
    [{ userAgent: "curl/8" }, true],
    [{ userAgent: "Mozilla/5.0 (X)" }, true],
    [{ userAgent: "curl/8", query: "pretty=false" }, false],
    [{ query: "pretty=true" }, true],
    [{ query: "pretty=maybe" }, false],
  ])("indents for %o: %s", (options, pretty) => {
    expect(negotiate(accepting("application/json", options)).pretty).toBe(pretty);
  });

  it("streams JSON alone", () => {
    expect(() => negotiateStream(accepting("application/yaml"))).toThrow(
      "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch",
    );
  });

  it("has no transforms of a Status", () => {
    const accept = "application/json;as=Table;v=v1;g=meta.k8s.io";
    expect(negotiateStatus(accepting(accept))).toEqual({
      format: "json",
      pretty: true,
      transform: undefined,
    });
  });
});

describe("bodyFormatOf", () => {
  it.each([
    ["", "json"],
    ["application/json; charset=utf-8", "json"],
    ["Application/YAML", "yaml"],
    ["application/vnd.kubernetes.protobuf", "protobuf"],
  ])("%j", (type, format) => {
    expect(bodyFormatOf(type)).toBe(format);
  });

  it("refuses others", () => {
    expect(() => bodyFormatOf("text/plain")).toThrow(
      "accepted media types include: application/json",
    );
  });
});
