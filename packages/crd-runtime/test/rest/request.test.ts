import { describe, expect, it } from "vitest";
import { buildRequest, type RestRequest } from "../../src/rest/request.js";

function build(request: RestRequest): ReturnType<typeof buildRequest> {
  return buildRequest({ request, userAgent: "test/1" });
}

describe("buildRequest", () => {
  it.each([
    { body: { a: "ö😀" }, text: '{"a":"ö😀"}' },
    { body: "a: ö\n", text: "a: ö\n" },
    { body: new TextEncoder().encode("ö"), text: "ö" },
    { body: [], text: "[]" },
    { body: null, text: "null" },
    { body: { big: 9007199254740993n }, text: '{"big":9007199254740993}' },
  ])("gives the length of the body $text in bytes, for every method", ({ body, text }) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      const built = build({ method, path: "/x", body });
      expect(Buffer.from(built.body ?? []).toString()).toBe(text);
      expect(built.headers["content-length"]).toBe(String(Buffer.byteLength(text)));
      expect(built.headers["content-type"]).toBe("application/json");
    }
  });

  it("gives the length 0 where a body is expected and there is none", () => {
    expect(build({ method: "POST", path: "/x" }).headers["content-length"]).toBe("0");
    expect(build({ method: "GET", path: "/x" }).headers["content-length"]).toBeUndefined();
    expect(build({ method: "DELETE", path: "/x" }).headers["content-length"]).toBeUndefined();
  });

  it("asks for JSON, names itself, and lets both types be chosen", () => {
    expect(build({ method: "GET", path: "/x" }).headers).toEqual({
      accept: "application/json",
      "user-agent": "test/1",
    });
    const accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
    const built = build({ method: "PUT", path: "/x", accept, contentType: "text/yaml", body: "" });
    expect(built.headers).toMatchObject({ accept, "content-type": "text/yaml" });
  });

  it("writes queries in their order, encoded, without what is undefined", () => {
    const query = { b: "1&2", a: true, n: 0, none: undefined, list: ["x", "y"], empty: [] };
    expect(build({ method: "GET", path: "/x", query }).path).toBe(
      "/x?b=1%262&a=true&n=0&list=x&list=y",
    );
    expect(build({ method: "GET", path: "/x", query: {} }).path).toBe("/x");
  });
});
