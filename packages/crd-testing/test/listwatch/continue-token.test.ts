import { describe, expect, it } from "vitest";
import { decodeContinue, encodeContinue } from "../../src/apiserver/listwatch/continue-token.js";

const bad = "invalid continue token: continue key is not valid";
const encode = (text: string): string => Buffer.from(text).toString("base64url");

describe("continue token", () => {
  it("is the server's", () => {
    expect(encodeContinue({ revision: 805, start: "/w2\0" })).toBe(
      "eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6ODA1LCJzdGFydCI6Ii93Mlx1MDAwMCJ9",
    );
  });

  it.each([
    { token: '{"v":"meta.k8s.io/v1","rv":5,"start":"/w1\\u0000"}', revision: 5, start: "w1\0" },
    { token: '{"v":"meta.k8s.io/v1","rv":-1,"start":"w1"}', revision: -1, start: "w1" },
    { token: '{"V":"meta.k8s.io/v1","RV":7,"Start":"x/y"}', revision: 7, start: "x/y" },
    { token: '{"v":"meta.k8s.io/v1","rv":7,"start":"/","more":null}', revision: 7, start: "" },
  ])("reads $token", ({ token, revision, start }) => {
    expect(decodeContinue(encode(token))).toEqual({ revision, start });
  });

  // Each answer is the real server's.
  it.each([
    { token: "{", message: `${bad}: illegal base64 data at input byte 0` },
    { token: "abc=", message: `${bad}: illegal base64 data at input byte 3` },
    { token: "e30a5", message: `${bad}: illegal base64 data at input byte 4` },
    { token: "abc", message: `${bad}: invalid character 'i' looking for beginning of value` },
    { token: "e30", message: `${bad}: server does not recognize this encoded version ` },
    {
      token: encode("[]"),
      message: `${bad}: json: cannot unmarshal array into Go value of type storage.continueToken`,
    },
    { token: encode('{"v":"meta.k8s.io/v1"'), message: `${bad}: unexpected end of JSON input` },
    {
      token: encode('{"v":"meta.k8s.io/v2","rv":1,"start":"a"}'),
      message: `${bad}: server does not recognize this encoded version meta.k8s.io/v2`,
    },
    {
      token: encode('{"v":"meta.k8s.io/v1","rv":0,"start":"a"}'),
      message: `${bad}: incorrect encoded start resourceVersion (version meta.k8s.io/v1)`,
    },
    {
      token: encode('{"v":"meta.k8s.io/v1","rv":1,"start":""}'),
      message: `${bad}: encoded start key empty (version meta.k8s.io/v1)`,
    },
    { token: encode('{"v":"meta.k8s.io/v1","rv":1,"start":"../a"}'), message: `${bad}: ../a` },
    { token: encode('{"v":"meta.k8s.io/v1","rv":1,"start":"a//b"}'), message: `${bad}: a//b` },
    {
      token: encode('{"v":"meta.k8s.io/v1","rv":"1","start":"a"}'),
      message: `${bad}: json: cannot unmarshal string into Go struct field continueToken.rv of type int64`,
    },
    {
      token: encode('{"v":"meta.k8s.io/v1","rv":1.5,"start":"a"}'),
      message: `${bad}: json: cannot unmarshal number 1.5 into Go struct field continueToken.rv of type int64`,
    },
    {
      token: encode('{"v":1,"rv":1,"start":"a"}'),
      message: `${bad}: json: cannot unmarshal number 1 into Go struct field continueToken.v of type string`,
    },
  ])("refuses $token", ({ token, message }) => {
    expect(() => decodeContinue(token)).toThrow(expect.objectContaining({ message, code: 400 }));
  });
});
